#include "clause_mark.h"
#include "sessions/record_seal.h"
#include "testing/one_session.h"

#include <fstream>

namespace kelisim::server {
namespace {

KELISIM_ON_BOTH_ENGINES(Session);

TEST_P(Session, NobodyIsAdmittedButTheTwo) {
  CLAUSE("HAR-1.session.a");
  clock_.set(astana(19, 55) - Duration(1));
  EXPECT_EQ(knock(*client_, Role::client).error().code, "room_too_early");
  clock_.set(astana(19, 55));
  EXPECT_TRUE(knock(*client_, Role::client).has_value());
  EXPECT_TRUE(knock(*specialist_, Role::specialist).has_value());
  EXPECT_EQ(knock(*stranger_, Role::client).error().status, 404);
  EXPECT_FALSE(admits(business_.routes().sockets().front().access, Role::administrator));
  EXPECT_FALSE(admits(business_.routes().sockets().front().access, Role::support));
}

TEST_P(Session, ASecondDeviceReplacesTheFirstAndTheOtherSideHearsNoLeaving) {
  CLAUSE("HAR-1.session.a");
  auto const specialist = specialist_enters(astana(20));
  auto const first = client_enters(astana(20, 1));
  auto const second = client_enters(astana(20, 2));
  EXPECT_TRUE(hears(first, "replaced"));
  second.listener->heard(R"({"type":"signal","signal":{"hello":1}})");
  EXPECT_TRUE(hears(specialist, "hello"));
  EXPECT_TRUE(test::eventually([&] { return leaves() == 1; }));
  auto const all = stays();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].at("reason").as_string(), "replaced");
  EXPECT_FALSE(all[2].as_object().contains("left_at"));
}

TEST_P(Session, OfManyWhoWereAdmittedTogetherTwentyComeIn) {
  clock_.set(astana(20));
  std::vector<Visit> visits;
  for (int i = 0; i < 25; ++i) visits.push_back({std::make_shared<Browser>(), *knock(*client_, Role::client)});
  for (auto const& visit : visits) visit.listener->opened(visit.browser);
  auto const closed = [&] {
    return std::ranges::count_if(visits, [](auto const& visit) { return visit.browser->closed_for().has_value(); });
  };
  ASSERT_TRUE(test::eventually([&] { return closed() == 24; }));
  EXPECT_EQ(joins(), 20U);
  EXPECT_EQ(std::ranges::count_if(visits,
                                  [](auto const& visit) { return visit.browser->closed_for() == "joins_too_often"; }),
            5);
}

TEST_P(Session, ASpecialistWhoNeverComesIsPaidNothingAndTheClientEverything) {
  CLAUSE("HAR-3.6c");
  auto const client = client_enters(astana(20));
  pass_to(astana(20, 50) - Duration(1));
  EXPECT_EQ(booking().at("state").as_string(), "confirmed");
  pass_to(astana(20, 50));
  EXPECT_EQ(booking().at("state").as_string(), "finished");
  EXPECT_EQ(outcome(), "no_show_specialist");
  EXPECT_EQ(clause(), "HAR-3.6c");
  expect_refunded();
}

TEST_P(Session, AClientWhoNeverComesGetsNothingBackAndTheSpecialistIsPaid) {
  CLAUSE("HAR-3.7a");
  CLAUSE("HAR-3.7f");
  auto const specialist = specialist_enters(astana(20));
  pass_to(astana(20, 50));
  EXPECT_EQ(outcome(), "no_show_client");
  EXPECT_EQ(booking().at_pointer("/order/refunded/minor").as_int64(), 0);
  expect_earned_twelve_hours_after(astana(20, 50));
}

TEST_P(Session, TheEndMovesByTheSpecialistsLateness) {
  CLAUSE("HAR-3.9b");
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20, 7, 30));
  EXPECT_EQ(booking().at("ends_at").as_string(), to_rfc3339(astana(20, 57, 30)));
  EXPECT_TRUE(hears(client, to_rfc3339(astana(20, 57, 30))));
  pass_to(astana(20, 57, 30) - Duration(1));
  EXPECT_EQ(booking().at("state").as_string(), "confirmed");
  pass_to(astana(20, 57, 30));
  EXPECT_EQ(outcome(), "held");
  expect_earned_twelve_hours_after(astana(20, 57, 30));
}

TEST_P(Session, LeftTooSoonBySpecialistThePayoutIsHeldAndTheClientChooses) {
  CLAUSE("HAR-1.session.e");
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  leave(specialist, astana(20, 40));
  pass_to(astana(20, 50));
  EXPECT_EQ(outcome(), "under_delivered");
  pass_to(astana(20, 50) + std::chrono::hours(24));
  EXPECT_TRUE(in(AccountKind::specialist_payable, specialist_->str()).is_zero());
  auto const choices = booking().at_pointer("/remedy/choices").as_array();
  EXPECT_EQ(bj::serialize(choices), R"(["refund","repeat"])");
  EXPECT_EQ(ask("choose_remedy", *client_, Role::client, id_, R"({"choice":"refund"})").status, 200);
  business_.jobs().run_due();
  expect_refunded();
}

TEST_P(Session, AClientOnTheMinuteIsNotLateAndASecondAfterItMovesNothing) {
  CLAUSE("HAR-4.2.8c");
  auto const specialist = specialist_enters(astana(19, 58));
  auto const early = client_enters(astana(19, 58));
  EXPECT_EQ(booking().at("ends_at").as_string(), to_rfc3339(astana(20, 50)));
  leave(early, astana(19, 59));
  auto const late = client_enters(astana(20, 0, 1));
  EXPECT_EQ(booking().at("ends_at").as_string(), to_rfc3339(astana(20, 50))) << "no extension";
  pass_to(astana(20, 50));
  EXPECT_EQ(outcome(), "held");
}

TEST_P(Session, AClientWhoLeavesEarlyGetsNothingBack) {
  CLAUSE("HAR-4.2.13a");
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  leave(client, astana(20, 20));
  pass_to(astana(20, 50));
  EXPECT_EQ(outcome(), "held");
  EXPECT_EQ(booking().at_pointer("/order/refunded/minor").as_int64(), 0);
  expect_earned_twelve_hours_after(astana(20, 50));
}

TEST_P(Session, SoundOnlyIsWrittenDownAndEndsNothing) {
  CLAUSE("HAR-3.3b");
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  clock_.set(astana(20, 10));
  client.listener->heard(R"({"type":"mode","mode":"audio","cause":"quality"})");
  auto const modes = [&] { return ask("get_presence", *client_, Role::client, id_).body.at("modes").as_array(); };
  ASSERT_TRUE(test::eventually([&] { return !modes().empty(); }));
  EXPECT_EQ(modes()[0].at("mode").as_string(), "audio");
  EXPECT_EQ(modes()[0].at("at").as_string(), to_rfc3339(astana(20, 10)));
  pass_to(astana(20, 50));
  EXPECT_EQ(outcome(), "held");
}

TEST_P(Session, BothAreShownOneRecordUnderTheServersSignature) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  auto const presence = [&](PersonId who, Role role) { return ask("get_presence", who, role, id_).body.as_object(); };
  EXPECT_FALSE(presence(*client_, Role::client).contains("record"));
  clock_.set(astana(20, 10));
  client.listener->heard(R"({"type":"hearing","hears":true})");
  specialist.listener->heard(R"({"type":"hearing","hears":true})");
  ASSERT_TRUE(
      test::eventually([&] { return presence(*client_, Role::client).at("hearings").as_array().size() == 2; }));
  pass_to(astana(20, 50));
  auto const mine = presence(*client_, Role::client).at("record").as_object();
  EXPECT_EQ(presence(*specialist_, Role::specialist).at("record"), bj::value(mine));
  auto const body = mine.at("body").as_string();
  EXPECT_TRUE(sessions::is_sealed(body, mine.at("signature").as_string(), mine.at("public_key").as_string()));
  auto const verdict = bj::parse(body).at("verdict").as_object();
  EXPECT_EQ(verdict.at("side").as_string(), "none");
  EXPECT_EQ(verdict.at("together_seconds").as_int64(), 3000);
  EXPECT_EQ(verdict.at("media_seconds").as_int64(), 10);
}

TEST_P(Session, WhoAloneSaysThatNothingCameGainsNothing) {
  auto const client = client_enters(astana(20));
  auto const specialist = specialist_enters(astana(20));
  auto const hearings = [&] {
    return ask("get_presence", *client_, Role::client, id_).body.at("hearings").as_array();
  };
  clock_.set(astana(20, 10));
  client.listener->heard(R"({"type":"hearing","hears":false})");
  ASSERT_TRUE(test::eventually([&] { return !hearings().empty(); }));
  pass_to(astana(20, 50));
  EXPECT_EQ(outcome(), "held");
  auto const body = ask("get_presence", *client_, Role::client, id_).body.at_pointer("/record/body").as_string();
  EXPECT_EQ(bj::parse(body).at_pointer("/verdict/side").as_string(), "none");
  EXPECT_EQ(bj::parse(body).at_pointer("/verdict/disputed_seconds").as_int64(), 10);
  expect_earned_twelve_hours_after(astana(20, 50));
}

TEST_P(Session, EveryDecisionIsMadeTheSameAgain) {
  auto const specialist = specialist_enters(astana(20));
  pass_to(astana(20, 50));
  auto const report = business_.database().read_now(
      [&](db::Tx& tx) { return terms::replay_all(tx, business_.replayer(), business_.brand().terms); });
  EXPECT_GT(report.decisions, 3);
  for (auto const& difference : report.differing) ADD_FAILURE() << difference.stored.kind << difference.replayed;
}

}  // namespace
}  // namespace kelisim::server
