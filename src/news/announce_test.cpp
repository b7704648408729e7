#include "clause_mark.h"
#include "database_fixture.h"
#include "news/migrations.h"
#include "platform/random.h"
#include "store/news.h"

#include <gmock/gmock.h>

namespace kelisim::news {
namespace {

using ::testing::ElementsAre;

TEST(Announcing, GoesOutOnlyByTheChannelsOfAnOptIn) {
  CLAUSE("HAR-4.1.2a");
  auto const to = [](AnnounceFacts facts) {
    auto const announced = decide_announcement(facts);
    EXPECT_TRUE(announced.account_news);
    EXPECT_EQ(announced.because.id, "HAR-4.1.2a");
    return announced.channels;
  };
  EXPECT_THAT(to({.email_opt_in = false, .sms_opt_in = false, .has_email = true}), ElementsAre());
  EXPECT_THAT(to({.email_opt_in = true, .sms_opt_in = false, .has_email = true}), ElementsAre(Channel::email));
  EXPECT_THAT(to({.email_opt_in = true, .sms_opt_in = false, .has_email = false}), ElementsAre());
  EXPECT_THAT(to({.email_opt_in = false, .sms_opt_in = true, .has_email = false}), ElementsAre(Channel::sms));
  EXPECT_THAT(to({.email_opt_in = true, .sms_opt_in = true, .has_email = true}),
              ElementsAre(Channel::email, Channel::sms));
}

class Store : public test::OnBothEngines {
 protected:
  Store() { database().migrate(migrations()); }

  OptIn wish(PersonId whose, Channel channel, Instant at) {
    return {random.id<OptInId>(at), whose, channel, random.token(16), at};
  }

  SeededRandom random{1};
  Instant now{1'796'616'000'000'000};
  PersonId person = random.id<PersonId>(now);
};
KELISIM_ON_BOTH_ENGINES(Store);

TEST_P(Store, HasOneOptInOfAChannelThatStands) {
  database().write_now([&](db::Tx& tx) {
    auto const first = wish(person, Channel::email, now);
    EXPECT_TRUE(store::insert_opt_in(tx, first));
    EXPECT_FALSE(store::insert_opt_in(tx, wish(person, Channel::email, now)));
    EXPECT_TRUE(store::insert_opt_in(tx, wish(person, Channel::sms, now)));
    EXPECT_EQ(store::standing_of(tx, person).size(), 2U);
    EXPECT_TRUE(store::withdraw_opt_in(tx, person, Channel::email, Through::link, now));
    EXPECT_FALSE(store::withdraw_opt_in(tx, person, Channel::email, Through::link, now));
    EXPECT_FALSE(store::stands(tx, first.id));
    EXPECT_EQ(store::find_by_token(tx, first.token)->person, person);
    EXPECT_TRUE(store::insert_opt_in(tx, wish(person, Channel::email, now)));
  });
}

TEST_P(Store, GivesThoseWhoOptedInBeforeInPages) {
  database().write_now([&](db::Tx& tx) {
    Duration const step = std::chrono::microseconds(1);
    for (auto const at : {now - step, now, now + step}) {
      EXPECT_TRUE(store::insert_opt_in(tx, wish(random.id<PersonId>(at), Channel::email, at)));
    }
    auto const before = store::opted_in(tx, Channel::email, now, std::nullopt, 10);
    ASSERT_EQ(before.size(), 1U) << "the very instant is too late";
    EXPECT_EQ(before[0].given_at, now - step);
    auto const all = store::opted_in(tx, Channel::email, now + step + step, std::nullopt, 2);
    EXPECT_EQ(all.size(), 2U);
    EXPECT_EQ(store::opted_in(tx, Channel::email, now + step + step, all[1].id, 2).size(), 1U);
    EXPECT_EQ(store::opted_in(tx, Channel::sms, now + step + step, std::nullopt, 2).size(), 0U);
  });
}

TEST_P(Store, TellsNewsInTheLanguageOfTheReaderNewestFirst) {
  database().write_now([&](db::Tx& tx) {
    auto const first = random.id<NewsId>(now);
    auto const second = random.id<NewsId>(now + std::chrono::hours(1));
    for (auto const id : {first, second}) {
      store::insert_news(tx, id, person, now);
      store::insert_text(tx, id, "ru", {"Группы", "Есть"});
      store::insert_text(tx, id, "en", {"Groups", "There are"});
    }
    auto const list = store::list_news(tx, "en", std::nullopt, 10);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].id, second);
    EXPECT_EQ(list[0].text.title, "Groups");
    EXPECT_EQ(store::list_news(tx, "ru", second, 10).at(0).text.title, "Группы");
    EXPECT_FALSE(store::find_news(tx, first, "kk").has_value());
  });
}

}  // namespace
}  // namespace kelisim::news
