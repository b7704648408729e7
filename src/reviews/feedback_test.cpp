#include "store/feedback.h"
#include "clause_mark.h"
#include "database_fixture.h"
#include "platform/random.h"
#include "reviews/migrations.h"

#include <gtest/gtest.h>

#include <array>

namespace kelisim::reviews {
namespace {

TEST(Giving, RefusesInThisOrder) {
  CLAUSE("HAR-3.11a");
  auto const why = [](GivingFacts facts) { return decide_giving(facts).error(); };
  EXPECT_EQ(why({.held = false, .has_words = false, .given_before = true}), GivingRefusal::not_held);
  EXPECT_EQ(why({.held = true, .has_words = false, .given_before = true}), GivingRefusal::words_missing);
  EXPECT_EQ(why({.held = true, .has_words = true, .given_before = true}), GivingRefusal::given_before);
  auto const given = decide_giving({.held = true, .has_words = true, .given_before = false});
  ASSERT_TRUE(given.has_value());
  EXPECT_EQ(given->id, "HAR-3.11a");
}

TEST(Using, ShowsANameOnSeparateConsentAlone) {
  CLAUSE("HAR-3.11b");
  for (bool const consent : {false, true}) {
    auto const research = decide_use({.use = Use::research, .name_consent = consent, .published = consent});
    ASSERT_TRUE(research.has_value());
    EXPECT_FALSE(research->name);
    EXPECT_FALSE(research->words_as_written);
    EXPECT_EQ(research->because.id, "HAR-3.11b");
  }
  EXPECT_EQ(decide_use({.use = Use::testimony, .name_consent = false, .published = true}).error(),
            UseRefusal::consent_missing);
  EXPECT_EQ(decide_use({.use = Use::testimony, .name_consent = true, .published = true}).error(),
            UseRefusal::published);
  auto const named = decide_use({.use = Use::testimony, .name_consent = true, .published = false});
  ASSERT_TRUE(named.has_value());
  EXPECT_TRUE(named->name);
  EXPECT_EQ(named->because.id, "HAR-3.11b");
}

TEST(WithoutIdentity, BlanksWhatNamesAnybodyAndNothingElse) {
  std::array<std::string, 4> const names{"Лотос", "Анна", "Ян", "Я"};
  auto const of = [&](std::string_view words) { return without_identity(words, names); };
  EXPECT_EQ(of("Спасибо, мне стало легче за 3 сессии по 50 минут."),
            "Спасибо, мне стало легче за 3 сессии по 50 минут.");
  EXPECT_EQ(of("Пишите: lotos.k@mail.example, жду"), "Пишите: […], жду");
  EXPECT_EQ(of("мой номер +7 (700) 000-00-01!"), "мой номер […]!");
  EXPECT_EQ(of("8700 000 0001 и 870000"), "[…] и 870000") << "six digits are no telephone number";
  EXPECT_EQ(of("сессия 01ARZ3NDEKTSV4RRFFQ69G5FAV, время 10:00"), "сессия […], время 10:00");
  EXPECT_EQ(of("Это ЛОТОС. С Анной, Анне, анна; Анналы"), "Это […]. С […], […], […]; […]")
      << "rather one word too many";
  EXPECT_EQ(of("Яну и янтарь"), "[…] и янтарь");
  EXPECT_EQ(of("Я довольна"), "Я довольна") << "one letter is no name";
  EXPECT_EQ(of(""), "");
}

class Store : public test::OnBothEngines {
 protected:
  SeededRandom random{1};
  Instant now{1'796'616'000'000'000};
  PersonId client = random.id<PersonId>(now);
  PersonId staff = random.id<PersonId>(now);
  scheduling::BookingId booking = random.id<scheduling::BookingId>(now);

  Store() { database().migrate(migrations()); }

  template <class F>
  auto write(F work) {
    return database().write_now(work);
  }
  Feedback feedback(About about, Instant at) {
    return {random.id<FeedbackId>(at), booking, about, client, db::Bytes{1, 2}, at};
  }
  NameConsent consent(FeedbackId to) { return {random.id<ConsentId>(now), to, client, db::Bytes{3}, now}; }
};
KELISIM_ON_BOTH_ENGINES(Store);

TEST_P(Store, KeepsOneOnEachThingAfterASession) {
  write([&](db::Tx& tx) {
    EXPECT_TRUE(store::insert_feedback(tx, feedback(About::session, now)));
    EXPECT_FALSE(store::insert_feedback(tx, feedback(About::session, now)));
    EXPECT_TRUE(store::insert_feedback(tx, feedback(About::service, now)));
    ASSERT_EQ(store::feedback_of_booking(tx, booking).size(), 2U);
    EXPECT_EQ(store::feedback_of_booking(tx, booking)[0].about, About::service);
  });
}

TEST_P(Store, GivesAMonthFromItsFirstInstantToBeforeTheNext) {
  Duration const step = std::chrono::microseconds(1);
  auto const end = now + std::chrono::hours(1);
  write([&](db::Tx& tx) {
    for (auto const at : {now - step, now, end - step, end}) {
      booking = random.id<scheduling::BookingId>(at);
      EXPECT_TRUE(store::insert_feedback(tx, feedback(About::session, at)));
    }
    auto const all = store::feedback_of_time(tx, {now, end}, std::nullopt, 10);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].given_at, now);
    EXPECT_EQ(all[1].given_at, end - step);
    EXPECT_EQ(store::feedback_of_time(tx, {now, end}, all[0].id, 10).size(), 1U);
    EXPECT_EQ(store::feedback_of_time(tx, {now, end}, std::nullopt, 1).size(), 1U);
  });
}

TEST_P(Store, PublishesOnceOnAConsentThatStands) {
  write([&](db::Tx& tx) {
    auto const said = feedback(About::session, now);
    EXPECT_TRUE(store::insert_feedback(tx, said));
    auto const first = consent(said.id);
    EXPECT_TRUE(store::insert_consent(tx, first));
    EXPECT_FALSE(store::insert_consent(tx, consent(said.id)));
    EXPECT_FALSE(store::published_at(tx, first.id).has_value());
    EXPECT_TRUE(store::insert_testimony(tx, first.id, staff, now));
    EXPECT_FALSE(store::insert_testimony(tx, first.id, staff, now));
    EXPECT_EQ(store::published_at(tx, first.id), now);
    EXPECT_EQ(store::published(tx, 10).size(), 1U);
    EXPECT_EQ(store::consented(tx, std::nullopt, 10).at(0).published_at, now);
    EXPECT_TRUE(store::withdraw_testimony(tx, first.id, client, now));
    EXPECT_FALSE(store::withdraw_testimony(tx, first.id, client, now));
    EXPECT_TRUE(store::was_published(tx, first.id));
    EXPECT_FALSE(store::published_at(tx, first.id).has_value());
    EXPECT_EQ(store::published(tx, 10).size(), 0U);
    EXPECT_FALSE(store::consented(tx, std::nullopt, 10).at(0).published_at.has_value());
    store::withdraw_consent(tx, first.id, now);
    EXPECT_FALSE(store::standing_consent(tx, said.id).has_value());
    EXPECT_EQ(store::consented(tx, std::nullopt, 10).size(), 0U);
    EXPECT_TRUE(store::insert_consent(tx, consent(said.id)));
  });
}

}  // namespace
}  // namespace kelisim::reviews
