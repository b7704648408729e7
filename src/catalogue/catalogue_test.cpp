#include "catalogue/catalogue.h"
#include "catalogue/migrations.h"
#include "clause_mark.h"
#include "database_fixture.h"
#include "identity/migrations.h"
#include "platform/clock.h"
#include "privacy/migrations.h"
#include "store/publications.h"
#include "terms/editions.h"
#include "terms/migrations.h"
#include "use_cases/staff_work.h"

namespace kelisim::catalogue {
namespace {

Money kzt(std::int64_t tenge) { return {tenge * 100, Currency::KZT}; }

/// HARMONIA's catalogue over an empty database of either engine, on 2026-12-07 at noon in Astana.
class Catalogue : public test::OnBothEngines {
 protected:
  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }

  Catalogue() {
    std::vector<db::Migration> all;
    for (auto const& part :
         {platform::migrations(), terms::migrations(), privacy::migrations(), identity::migrations(), migrations()})
      all.insert(all.end(), part.begin(), part.end());
    database().migrate(all);
    write([&](db::Tx& tx) { terms::settle_editions(tx, brand, now); });
  }

  terms::DemoSpecialist demo(std::string const& phone, std::string const& field, bool verified, bool published) {
    return {.key = phone,
            .phone = *PhoneNumber::parse(phone),
            .gender = "male",
            .languages = {"ru", "kk"},
            .topics = {"anxiety"},
            .practice_began = {2021, 12, 7},
            .price = kzt(15'000),
            .duration_minutes = 50,
            .zone = "Asia/Almaty",
            .no_prescription_undertaking = true,
            .published = published,
            .refused_by = std::nullopt,
            .education = {{field, "higher", verified}},
            .hours = {},
            .name = {{"ru", "Имя"}},
            .approach = {{"ru", "Подход"}},
            .about = {{"ru", "О себе"}}};
  }
  PersonId add(std::string const& phone, bool published = true, std::string const& field = "psychology",
               bool verified = true) {
    return write([&](db::Tx& tx) {
      auto const made = people.create_staff(tx, now, *PhoneNumber::parse(phone), Role::specialist, "Demo", "ru", {});
      seed_specialist(tx, parts, made->person, demo(phone, field, verified, published), now);
      return made->person;
    });
  }
  bool offered(PersonId who, Instant at) {
    return write([&](db::Tx& tx) { return find_offered(tx, parts, who, at).has_value(); });
  }
  std::size_t listed(ListingFilter const& filter = {}) {
    return write([&](db::Tx& tx) { return list_offered(tx, parts, filter, now).size(); });
  }
  std::string refusal(PersonId who) {
    return write([&](db::Tx& tx) -> std::string {
      auto const published = publish_specialist(tx, parts, who, std::nullopt, now);
      if (published) return "published";
      if (auto const* why = std::get_if<PublicationRefused>(&published.error())) return std::string(why->because.id);
      return std::holds_alternative<NoRecord>(published.error()) ? "no record" : "already published";
    });
  }
  Qualification record(PersonId who) {
    return write([&](db::Tx& tx) { return *find_qualification(tx, who); });
  }
  void put(PersonId who, Qualification const& qualification) {
    write([&](db::Tx& tx) { record_qualification(tx, parts, who, qualification, std::nullopt); });
  }

  terms::Brand brand = terms::Brand::load(KELISIM_SOURCE_DIR "/brands/harmonia");
  Instant now = brand.zone.instant({{2026, 12, 7}, civil_time(12)});
  SeededRandom random{5};
  identity::Settings settings = identity::settings_of(brand, true);
  std::array<std::uint8_t, 32> master{7};
  privacy::ServerKeys keys = privacy::ServerKeys::from_master(master);
  privacy::Vault vault{keys, random};
  privacy::Audit audit{keys};
  identity::People people{vault, audit, random, settings};
  Parts parts{brand, people, random};
};
KELISIM_ON_BOTH_ENGINES(Catalogue);

TEST_P(Catalogue, ListsThePublishedAndNobodyElse) {
  CLAUSE("HAR-1.service.a");
  for (auto const* phone : {"+77000000010", "+77000000011", "+77000000012"}) add(phone);
  auto const hidden = add("+77000000013", false);
  EXPECT_EQ(listed(), 3U);
  EXPECT_FALSE(offered(hidden, now));
  EXPECT_EQ(listed({.limit = 2}), 2U);
  EXPECT_EQ(listed({.topic = "anxiety", .language = "kk"}), 3U);
  EXPECT_EQ(listed({.topic = "grief"}), 0U);
  EXPECT_EQ(listed({.max_price = kzt(14'999)}), 0U);
  EXPECT_EQ(listed({.max_price = kzt(15'000)}), 3U);
}

TEST_P(Catalogue, PublishesOnlyVerifiedHigherEducationInTheField) {
  CLAUSE("HAR-1.specialist.a");
  EXPECT_EQ(refusal(add("+77000000010", false, "economics")), "HAR-1.specialist.a");
  EXPECT_EQ(refusal(add("+77000000012", false, "pedagogical")), "published");
  auto const unverified = add("+77000000011", false, "psychology", false);
  EXPECT_NE(refusal(unverified), "published");
  EXPECT_FALSE(offered(unverified, now));
}

TEST_P(Catalogue, CountsFiveFullYearsToTheDay) {
  CLAUSE("HAR-1.specialist.b");
  auto const who = add("+77000000010", false);
  auto shorter = record(who);
  shorter.practice_began = {2021, 12, 8};
  shorter.recorded_at = now + Duration(1);
  put(who, shorter);
  EXPECT_EQ(refusal(who), "HAR-1.specialist.b");
  shorter.practice_began = {2021, 12, 7};
  shorter.recorded_at = now + Duration(2);
  put(who, shorter);
  EXPECT_EQ(refusal(who), "published");
}

TEST_P(Catalogue, AsksForTheUndertakingBeforePublishing) {
  CLAUSE("HAR-1.specialist.c");
  auto const who = add("+77000000010", false);
  auto without = record(who);
  without.no_prescription_undertaking = false;
  without.recorded_at = now + Duration(1);
  put(who, without);
  EXPECT_EQ(refusal(who), "HAR-1.specialist.c");
}

TEST_P(Catalogue, ARevokedOrExpiredVerificationEndsTheOfferAtThatInstant) {
  CLAUSE("HAR-2.2b");
  auto const expiring = add("+77000000010");
  auto record_of_expiring = record(expiring);
  record_of_expiring.valid_until = now + std::chrono::hours(1);
  record_of_expiring.recorded_at = now + Duration(1);
  put(expiring, record_of_expiring);
  EXPECT_TRUE(offered(expiring, now + std::chrono::hours(1) - Duration(1)));
  EXPECT_FALSE(offered(expiring, now + std::chrono::hours(1)));

  auto const revoked = add("+77000000011");
  EXPECT_TRUE(offered(revoked, now));
  auto withdrawn = record(revoked);
  withdrawn.revoked = true;
  withdrawn.recorded_at = now + std::chrono::seconds(1);
  put(revoked, withdrawn);
  EXPECT_FALSE(offered(revoked, now + std::chrono::seconds(1)));
  now = now + std::chrono::seconds(1);
  EXPECT_EQ(listed(), 1U);
  EXPECT_EQ(refusal(revoked), "no record");
}

TEST_P(Catalogue, AWithdrawnProfileMayBePublishedAgain) {
  auto const who = add("+77000000010");
  EXPECT_EQ(refusal(who), "already published");
  write([&](db::Tx& tx) { EXPECT_TRUE(store::withdraw_publication(tx, who, who, now)); });
  EXPECT_FALSE(offered(who, now));
  write([&](db::Tx& tx) { EXPECT_FALSE(store::withdraw_publication(tx, who, who, now)); });
  EXPECT_EQ(refusal(who), "published");
  EXPECT_TRUE(offered(who, now));
}

TEST_P(Catalogue, APriceHoldsFromItsInstantOnAndNeverBackwards) {
  CLAUSE("HAR-5.2a");
  auto const who = add("+77000000010");
  auto const nine = now + std::chrono::hours(21);
  write([&](db::Tx& tx) {
    EXPECT_TRUE(publish_price(tx, parts, who, kzt(18'000), nine, std::nullopt, now).has_value());
    EXPECT_EQ(price_at(tx, who, nine - Duration(1)), kzt(15'000));
    EXPECT_EQ(price_at(tx, who, nine), kzt(18'000));
    EXPECT_EQ(price_at(tx, who, now - Duration(1)), std::nullopt);
    auto const refusal = [&](Money price, Instant at) {
      return publish_price(tx, parts, who, price, at, std::nullopt, now).error();
    };
    EXPECT_EQ(refusal(kzt(1), now - Duration(1)), PriceRefusal::in_the_past);
    EXPECT_EQ(refusal(kzt(1), nine), PriceRefusal::instant_taken);
    EXPECT_EQ(refusal(kzt(0), now), PriceRefusal::not_positive);
    EXPECT_EQ(refusal({1, Currency::RUB}, now), PriceRefusal::wrong_currency);
  });
}

TEST_P(Catalogue, SpeaksTheAskedLanguageOrAnother) {
  auto const who = add("+77000000010");
  write([&](db::Tx& tx) {
    EXPECT_EQ(specialist_name(tx, who, "ru"), "Имя");
    EXPECT_EQ(specialist_name(tx, who, "en"), "Имя");
    EXPECT_EQ(specialist_name(tx, random.id<PersonId>(now), "ru"), std::nullopt);
  });
}

TEST_P(Catalogue, EveryPublicationIsDecidedTheSameAgain) {
  add("+77000000010");
  terms::Replayer replayer;
  add_replays(replayer);
  auto const report = write([&](db::Tx& tx) { return terms::replay_all(tx, replayer, brand.terms); });
  EXPECT_EQ(report.decisions, 1);
  EXPECT_TRUE(report.differing.empty());
}

}  // namespace
}  // namespace kelisim::catalogue
