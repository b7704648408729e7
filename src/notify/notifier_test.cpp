#include "notify/notifier.h"

#include "database_fixture.h"
#include "identity/demo.h"
#include "identity/identity.h"
#include "identity/migrations.h"
#include "notify/migrations.h"
#include "privacy/migrations.h"
#include "store/messages.h"
#include "terms/editions.h"
#include "terms/migrations.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::notify {
namespace {

using namespace std::chrono_literals;

/// One client of HARMONIA with an e-mail address, whom something is told again and again.
class Bounds : public test::OnBothEngines {
 protected:
  PersonId open() {
    std::vector<db::Migration> all;
    for (auto const& part :
         {platform::migrations(), terms::migrations(), privacy::migrations(), identity::migrations(), migrations()})
      all.insert(all.end(), part.begin(), part.end());
    database().migrate(all);
    database().write_now([&](db::Tx& tx) { terms::settle_editions(tx, brand_, now_); });
    return add_client("+77000000001");
  }

  PersonId add_client(std::string const& phone) {
    terms::DemoClient const demo{.key = phone,
                                 .phone = *PhoneNumber::parse(phone),
                                 .language = "ru",
                                 .zone = "Asia/Almaty",
                                 .questionnaire = std::nullopt};
    return *database().write_now([&](db::Tx& tx) {
      return identity::register_demo_client(tx, {keys_, vault_, audit_, random_, brand_, settings_, notifier_, {}},
                                            demo, now_);
    });
  }
  void tell(PersonId whom, int times) {
    for (int i = 0; i < times; ++i) {
      database().write_now([&](db::Tx& tx) {
        notifier_.request(tx, now_,
                          {"refund_sent",
                           whom,
                           "booking",
                           fmt::format("refund_sent:{}", ++told_),
                           "/bookings",
                           {{"refund", Money(1, Currency::KZT)}, {"starts_at", now_}, {"order", std::string("1")}},
                           {"always", {}},
                           now_});
      });
    }
  }
  std::int64_t written(PersonId to, std::string_view channel) {
    return database().read_now([&](db::Tx& tx) { return store::count_since(tx, to, channel, Instant{0}); });
  }

  Instant now_{1'796'626'800'000'000};
  SeededRandom random_{5};
  std::array<std::uint8_t, 32> master_{1};
  privacy::ServerKeys keys_ = privacy::ServerKeys::from_master(master_);
  privacy::Vault vault_{keys_, random_};
  privacy::Audit audit_{keys_};
  terms::Brand brand_ = terms::Brand::load(std::string(KELISIM_SOURCE_DIR) + "/brands/harmonia");
  identity::Settings settings_ = identity::settings_of(brand_, true);
  identity::People people_{vault_, audit_, random_, settings_};
  Notifier notifier_{{brand_, vault_, people_, settings_, random_, "https://harmonia.example"}};
  PersonId client_ = open();
  int told_ = 0;
};
KELISIM_ON_BOTH_ENGINES(Bounds);

TEST_P(Bounds, OnePersonGetsThirtyNoticesADayOutsideTheAccount) {
  tell(client_, outside_a_day_max + 5);
  EXPECT_EQ(written(client_, "sms"), outside_a_day_max);
  EXPECT_EQ(written(client_, "account"), outside_a_day_max + 5);
  auto const other = add_client("+77000000002");
  tell(other, 1);
  EXPECT_EQ(written(other, "sms"), 1) << "the bound is each person's own";
  now_ = now_ + 24h;
  tell(client_, 1);
  EXPECT_EQ(written(client_, "sms"), outside_a_day_max) << "the last instant of the day is inside";
  now_ = now_ + 1us;
  tell(client_, 1);
  EXPECT_EQ(written(client_, "sms"), outside_a_day_max + 1);
}

TEST_P(Bounds, WhatIsAboveTheDaysBudgetWaitsForADayThatHasRoom) {
  settings_.sms_per_day = 2;
  tell(client_, 5);
  auto const midnight = [&](unsigned day) { return settings_.zone.instant({{2026, 12, day}, civil_time(0)}); };
  std::vector<Instant> due;
  for (auto const& message : database().read_now([&](db::Tx& tx) { return store::all(tx, std::nullopt, 50); })) {
    if (message.channel == "sms") due.push_back(message.due_at);
  }
  std::ranges::sort(due);
  EXPECT_EQ(due, (std::vector{now_, now_, midnight(8), midnight(8), midnight(9)}));

  tell(client_, 11);  // the rest of the 16 that eight days hold
  EXPECT_EQ(written(client_, "sms"), 16);
  tell(client_, 1);
  EXPECT_EQ(written(client_, "sms"), 16) << "not later than in a week";
  EXPECT_EQ(written(client_, "account"), 17);
}

TEST_P(Bounds, LettersHaveABoundOfTheirOwn) {
  database().write_now([&](db::Tx& tx) {
    static constexpr db::Sql set{"test.set_email", "UPDATE identity_people SET email = $2 WHERE id = $1"};
    auto const sealed = vault_.seal(tx, client_, privacy::Field{"identity.email"}, "somebody@stranger.example");
    tx.execute(set, client_, sealed);
  });
  tell(client_, outside_a_day_max + 5);
  EXPECT_EQ(written(client_, "email"), outside_a_day_max);
}

TEST_P(Bounds, ACodeGoesToWhomeverNoticesNoLongerReach) {
  tell(client_, outside_a_day_max);
  now_ = now_ + 1s;
  database().write_now([&](db::Tx& tx) {
    notifier_.send_code(tx, now_,
                        {.person = client_,
                         .phone = *PhoneNumber::parse("+77000000001"),
                         .code = "000000",
                         .language = "ru",
                         .challenge = "c",
                         .expires_at = now_ + 5min});
  });
  auto const messages = database().read_now([&](db::Tx& tx) { return store::all(tx, std::nullopt, 1); });
  EXPECT_EQ(messages.front().template_name, "otp_code");
  EXPECT_EQ(messages.front().channel, "sms");
}

}  // namespace
}  // namespace kelisim::notify
