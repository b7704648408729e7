#include "testing/identity_fixture.h"

#include "store/registrations.h"
#include "terms/acceptance.h"
#include "terms/decisions.h"

#include <algorithm>

namespace kelisim::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view phone_1 = "+77000000001";

class Registration : public IdentityFixture {
 protected:
  std::int64_t count(std::string_view table) {
    auto const text = "SELECT count(*) FROM " + std::string(table);
    db::Sql const sql{text, text};
    return database().read_now(
        [&](db::Tx& tx) { return *tx.one(sql, [](db::Row const& row) { return row.integer(0); }); });
  }
};

TEST_P(Registration, ConcludesTheContractAtTheInstantOfConfirmation) {
  CLAUSE("HAR-0a");
  CLAUSE("HAR-1.acceptance.a");
  auto const asked = ask({.route = "register", .body = registration(phone_1)});
  ASSERT_EQ(asked.status, 200);
  EXPECT_EQ(asked.text("expires_at"), "2026-12-07T07:05:00Z");
  EXPECT_EQ(asked.text("resend_at"), "2026-12-07T07:01:00Z");
  EXPECT_EQ(count("identity_people"), 0);
  EXPECT_EQ(count("terms_acceptances"), 0);

  advance(17s);
  auto const done =
      ask({.route = "sign_in", .body = {{"challenge_id", asked.text("challenge_id")}, {"code", last_code(phone_1)}}});
  ASSERT_EQ(done.status, 200);
  EXPECT_EQ(done.text("outcome"), "registered");
  EXPECT_EQ(done.text("role"), "client");
  EXPECT_EQ(done.text("language"), "kk");
  EXPECT_EQ(done.text("phone_masked"), "+7 *** *** ** 01");
  EXPECT_EQ(done.text("accepted_offer_version"), "2023-02-24");
  EXPECT_TRUE(done.body.at("accepted_current_offer").as_bool());
  EXPECT_FALSE(done.body.at("questionnaire_complete").as_bool());
  EXPECT_FALSE(done.has("token"));
  EXPECT_EQ(done.token.size(), 43U);

  database().read_now([&](db::Tx& tx) {
    auto const accepted = terms::acceptances_of(tx, people_.find_by_phone(tx, phone(phone_1)).value().id);
    ASSERT_EQ(accepted.size(), 2U);
    for (auto const& acceptance : accepted) {
      EXPECT_EQ(acceptance.accepted_at, now_);
      EXPECT_EQ(acceptance.language, "kk");
      EXPECT_EQ(acceptance.version, "2023-02-24");
      EXPECT_EQ(acceptance.content_hash, brand_.documents.find(acceptance.document, "2023-02-24")->content_hash);
      auto const evidence = terms::acceptance_evidence(tx, acceptance.id);
      ASSERT_TRUE(evidence.has_value());
      EXPECT_EQ(vault_.open(tx, acceptance.person, privacy::Field{"identity.evidence"}, *evidence),
                R"~({"address":"192.0.2.1","user_agent":"Example/1.0 (test)"})~");
    }
  });
}

TEST_P(Registration, NeedsEveryDeclarationAndTheEditionInForce) {
  CLAUSE("HAR-0d");
  CLAUSE("HAR-4.2.4a");
  struct Row {
    std::string_view member;
    boost::json::value value;
    int status;
    std::string_view code;
    std::string_view clause;
  };
  for (auto const& row : {Row{"offer_hash", "0123", 409, "offer_changed", "HAR-0a"},
                          Row{"offer_version", "2022-01-01", 409, "offer_changed", "HAR-0a"},
                          Row{"accepts_offer", false, 422, "acceptance_required", "HAR-1.acceptance.a"},
                          Row{"declares_adult", false, 422, "adult_declaration_required", "HAR-0d"},
                          Row{"declares_truth", false, 422, "truth_declaration_required", "HAR-4.2.4a"},
                          Row{"consents_to_processing", false, 422, "consent_required", ""}}) {
    auto form = registration(phone_1);
    form[row.member] = row.value;
    auto const answer = ask({.route = "register", .body = form});
    EXPECT_EQ(answer.status, row.status) << row.member;
    EXPECT_EQ(answer.code(), row.code);
    EXPECT_EQ(answer.clause(), row.clause);
  }
  EXPECT_EQ(sender_.tried(), 0U);
  EXPECT_EQ(count("identity_registrations"), 0);
  EXPECT_EQ(count("privacy_keys"), 0);
}

TEST_P(Registration, RefusesWhatIsNoFormWithTheFieldNamed) {
  auto form = registration("12345");
  EXPECT_EQ(ask({.route = "register", .body = form}).errors(), "phone:bad_length");
  form = registration(phone_1);
  form["language"] = "de";
  EXPECT_EQ(ask({.route = "register", .body = form}).errors(), "language:unknown");
  form = registration(phone_1);
  form["role"] = "administrator";
  EXPECT_EQ(ask({.route = "register", .body = form}).errors(), "role:unknown_field");
  form = registration("+12025550123");
  EXPECT_EQ(ask({.route = "register", .body = form}).code(), "phone_country_not_served");
  EXPECT_EQ(sender_.tried(), 0U);
}

TEST_P(Registration, ANumberWithAnAccountBecomesASignInAndLooksTheSame) {
  CLAUSE("HAR-1.account.b");
  register_client(phone_1);
  auto const first = person_of(phone_1);
  auto const again = ask({.route = "register", .body = registration("8 (700) 000-00-01")});
  auto const fresh = ask({.route = "register", .body = registration("+77000000002")});
  ASSERT_EQ(again.status, fresh.status);
  EXPECT_EQ(again.body.as_object().size(), fresh.body.as_object().size());
  EXPECT_EQ(again.text("expires_at"), fresh.text("expires_at"));
  EXPECT_EQ(again.text("challenge_id").size(), fresh.text("challenge_id").size());
  EXPECT_EQ(sent_to(phone_1), 2U);

  auto const done =
      ask({.route = "sign_in", .body = {{"challenge_id", again.text("challenge_id")}, {"code", last_code(phone_1)}}});
  EXPECT_EQ(done.text("outcome"), "signed_in");
  EXPECT_EQ(done.text("id"), first.view());
  EXPECT_EQ(count("identity_people"), 1);
}

TEST_P(Registration, OfTwoFormsForOneNumberOneBecomesTheAccount) {
  auto const first = ask({.route = "register", .body = registration(phone_1)});
  auto const first_code = last_code(phone_1);
  advance(60s);
  auto const second = ask({.route = "register", .body = registration(phone_1)});
  EXPECT_EQ(count("identity_registrations"), 2);
  EXPECT_EQ(
      ask({.route = "sign_in", .body = {{"challenge_id", first.text("challenge_id")}, {"code", first_code}}}).code(),
      "code_replaced");
  auto const done = ask(
      {.route = "sign_in", .body = {{"challenge_id", second.text("challenge_id")}, {"code", last_code(phone_1)}}});
  EXPECT_EQ(done.text("outcome"), "registered");
  EXPECT_EQ(count("identity_people"), 1);
}

TEST_P(Registration, WithoutACodeIsForgottenAfterADayAndItsKeyDestroyed) {
  ASSERT_EQ(ask({.route = "register", .body = registration(phone_1)}).status, 200);
  MovableClock clock(now_);
  jobs::JobRunner runner(database(), clock);
  add_jobs(runner, parts_, authenticator_);
  auto const pending = [&] { return count("identity_registrations"); };

  clock.set(monday_noon + 24h - 1us);
  runner.run_due(50);
  EXPECT_EQ(pending(), 1);
  clock.set(monday_noon + 24h);
  runner.run_due(50);
  EXPECT_EQ(pending(), 0);
  EXPECT_EQ(count("privacy_keys WHERE wrapped IS NOT NULL"), 0);
  EXPECT_EQ(count("privacy_keys WHERE destroyed_at_us IS NOT NULL"), 1);
}

TEST_P(Registration, OnceConfirmedIsNotPurged) {
  register_client(phone_1);
  MovableClock clock(monday_noon + 48h);
  jobs::JobRunner runner(database(), clock);
  add_jobs(runner, parts_, authenticator_);
  runner.run_due(50);
  EXPECT_EQ(count("privacy_keys WHERE wrapped IS NOT NULL"), 1);
  EXPECT_EQ(count("identity_people"), 1);
}

TEST_P(Registration, TheDecisionReplaysToTheSame) {
  register_client(phone_1);
  terms::Replayer replayer;
  add_replays(replayer);
  database().read_now([&](db::Tx& tx) {
    auto const report = terms::replay_all(tx, replayer, brand_.terms);
    EXPECT_EQ(report.decisions, 1);
    EXPECT_TRUE(report.differing.empty());
    EXPECT_TRUE(audit_.verify(tx).good());
    auto const rows = audit_.list(tx, {});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].action, "identity.registered");
  });
}

TEST_P(Registration, TheContractHasNoExpiry) {
  CLAUSE("HAR-2.5a");
  register_client(phone_1);
  now_ = parse_rfc3339("2029-12-07T07:00:00Z").value();
  auto const asked = ask({.route = "request_sign_in_code", .body = {{"phone", phone_1}}});
  auto const done =
      ask({.route = "sign_in", .body = {{"challenge_id", asked.text("challenge_id")}, {"code", last_code(phone_1)}}});
  EXPECT_EQ(done.status, 200);
  EXPECT_EQ(done.text("outcome"), "signed_in");
}

TEST_P(Registration, DemoClientsAreLikeAnyOther) {
  auto const demo = terms::DemoPeople::load(std::string(KELISIM_SOURCE_DIR) + "/brands/harmonia", brand_);
  write([&](db::Tx& tx) {
    for (auto const& client : demo.clients) EXPECT_TRUE(register_demo_client(tx, parts_, client, now_).has_value());
    EXPECT_EQ(register_demo_client(tx, parts_, demo.clients.front(), now_), std::nullopt);
    auto const people = demo_people(tx, parts_, now_);
    ASSERT_EQ(people.size(), demo.clients.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
      EXPECT_EQ(people[i].phone, demo.clients[i].phone);
      EXPECT_EQ(people_.questionnaire_complete(tx, people[i].id), demo.clients[i].questionnaire.has_value());
    }
  });
}

KELISIM_ON_BOTH_ENGINES(Registration);

}  // namespace
}  // namespace kelisim::identity
