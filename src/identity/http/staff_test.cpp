#include "testing/identity_fixture.h"

#include "privacy/staff_access.h"
#include "use_cases/fields.h"

namespace kelisim::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view client_phone = "+77000000001";
constexpr std::string_view support_phone = "+77000000050";

class Staff : public IdentityFixture {
 protected:
  Staff() {
    client_token_ = register_client(client_phone).token;
    client_ = person_of(client_phone).str();
    support_token_ = sign_in_staff(support_phone, support_.person).token;
  }

  Answer staff_sign_in(std::string_view phone, std::string_view totp) {
    return ask({.route = "sign_in_staff", .body = {{"phone", phone}, {"totp", totp}}});
  }
  std::int64_t audit_rows() {
    return database().read_now([&](db::Tx& tx) { return audit_.verify(tx).rows; });
  }

  Provisioned support_ = make_staff(support_phone, Role::support);
  std::string support_token_;
  std::string client_token_;
  std::string client_;
};

TEST_P(Staff, SignInWithPhoneAndTotp) {
  advance(1min);
  auto const done = staff_sign_in(support_phone, totp_of(support_.person));
  EXPECT_EQ(done.status, 200);
  EXPECT_EQ(done.text("role"), "support");
  EXPECT_EQ(done.text("display_name"), "Aliya Example");
  EXPECT_TRUE(support_.totp_uri.starts_with("otpauth://totp/HARMONIA:support-50?secret="));
}

TEST_P(Staff, AnOverseenTotpIsOfNoUse) {
  advance(1min);
  auto const totp = totp_of(support_.person);
  EXPECT_EQ(staff_sign_in(support_phone, totp).status, 200);
  EXPECT_EQ(staff_sign_in(support_phone, totp).code(), "staff_code_wrong");
}

TEST_P(Staff, UnknownNumbersAndClientsLookLikeAWrongCode) {
  advance(1min);
  auto const totp = totp_of(support_.person);
  auto const wrong = staff_sign_in(support_phone, totp == "000000" ? "111111" : "000000");
  for (auto const& other : {staff_sign_in("+77000000099", totp), staff_sign_in(client_phone, totp)}) {
    EXPECT_EQ(other.status, wrong.status);
    EXPECT_EQ(other.code(), "staff_code_wrong");
    EXPECT_EQ(boost::json::serialize(other.body), boost::json::serialize(wrong.body));
  }
}

TEST_P(Staff, FifteenWrongCodesEndTheDay) {
  advance(1min);
  for (int i = 0; i < 15; ++i) EXPECT_EQ(staff_sign_in(support_phone, "abcdef").code(), "staff_code_wrong");
  EXPECT_EQ(staff_sign_in(support_phone, totp_of(support_.person)).code(), "code_too_many_today");
  advance(24h);
  EXPECT_EQ(staff_sign_in(support_phone, totp_of(support_.person)).status, 200);
}

// HAR-1.specialist.f: one account is one natural person.
TEST_P(Staff, ANumberHasOneAccount) {
  CLAUSE("HAR-1.specialist.f");
  write([&](db::Tx& tx) {
    for (auto const taken : {client_phone, support_phone}) {
      auto const made = people_.create_staff(tx, now_, phone(taken), Role::specialist, "Other", "ru", std::nullopt);
      ASSERT_FALSE(made.has_value());
      EXPECT_EQ(made.error(), ProvisionRefusal::phone_taken);
    }
    EXPECT_EQ(demo_people(tx, parts_, now_).size(), 2U);
  });
}

TEST_P(Staff, FindAPersonByTheExactNumberAndLeaveARow) {
  auto const rows = audit_rows();
  auto const found = ask({.route = "search_person",
                          .body = {{"phone", "8 700 000 00 01"}, {"purpose", "booking"}},
                          .token = support_token_});
  EXPECT_EQ(found.text("id"), client_);
  EXPECT_EQ(found.text("phone_masked"), "+7 *** *** ** 01");
  auto const nobody = ask({.route = "search_person",
                           .body = {{"phone", "+77000000077"}, {"purpose", "booking"}},
                           .token = support_token_});
  EXPECT_EQ(nobody.status, 404);
  EXPECT_EQ(audit_rows(), rows + 2);
  auto const idle = ask({.route = "search_person",
                         .body = {{"phone", client_phone}, {"purpose", "curiosity"}},
                         .token = support_token_});
  EXPECT_EQ(idle.status, 400);
  EXPECT_EQ(audit_rows(), rows + 2);
}

TEST_P(Staff, FindAPersonByTheNumberOfSomethingTheirsAndLeaveARow) {
  owners_.emplace("01ARZ3NDEKTSV4RRFFQ69G5FAV", person_of(client_phone));
  auto const rows = audit_rows();
  auto const search = [&](boost::json::object body) {
    body["purpose"] = "payment";
    return ask({.route = "search_person", .body = std::move(body), .token = support_token_});
  };
  auto const found = search({{"number", "01ARZ3NDEKTSV4RRFFQ69G5FAV"}});
  EXPECT_EQ(found.text("id"), client_);
  EXPECT_FALSE(found.has("phone_masked")) << "no sealed data is read for it";
  EXPECT_EQ(search({{"number", "Aliya Example"}}).status, 404);
  EXPECT_EQ(audit_rows(), rows + 2);
  EXPECT_EQ(search({}).status, 400);
  EXPECT_EQ(search({{"number", "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, {"phone", client_phone}}).status, 400);
  EXPECT_EQ(audit_rows(), rows + 2);
}

TEST_P(Staff, AReadOfSealedDataIsSeenByThePerson) {
  advance(1min);
  auto const read = ask({.route = "read_person",
                         .token = support_token_,
                         .path = {{"id", client_}},
                         .query = {{"purpose", "complaint"}}});
  ASSERT_EQ(read.status, 200);
  EXPECT_EQ(read.text("phone"), client_phone);
  EXPECT_FALSE(read.has("email"));

  auto const log = ask({.route = "access_log", .token = client_token_}).body.at("reads").as_array();
  ASSERT_EQ(log.size(), 1U);
  EXPECT_EQ(log[0].at("who").as_string(), "Aliya Example");
  EXPECT_EQ(log[0].at("role").as_string(), "support");
  EXPECT_EQ(log[0].at("purpose").as_string(), "complaint");
  EXPECT_EQ(log[0].at("what").as_string(), "identity.phone");
  EXPECT_EQ(log[0].at("at").as_string(), to_rfc3339(now_));
}

TEST_P(Staff, SeeNothingWithoutAPurpose) {
  auto const rows = audit_rows();
  for (auto const& query : {http::Call::Fields{}, http::Call::Fields{{"purpose", ""}}, {{"purpose", "because"}}}) {
    auto const read =
        ask({.route = "read_person", .token = support_token_, .path = {{"id", client_}}, .query = query});
    EXPECT_EQ(read.code(), "purpose_required");
  }
  auto const unknown = ask({.route = "read_person",
                            .token = support_token_,
                            .path = {{"id", "01ARZ3NDEKTSV4RRFFQ69G5FAV"}},
                            .query = {{"purpose", "booking"}}});
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(audit_rows(), rows);
}

TEST_P(Staff, BlockedStaffAreOutAtOnce) {
  auto const admin = make_staff("+77000000051", Role::administrator);
  auto const token = sign_in_staff("+77000000051", admin.person).token;
  auto const whom = support_.person.str();
  auto const block = [&](std::string const& by, std::string const& person) {
    return ask({.route = "block_person", .body = {{"purpose", "security"}}, .token = by, .path = {{"id", person}}});
  };
  EXPECT_EQ(block(support_token_, whom).status, 403);
  EXPECT_EQ(block(token, admin.person.str()).code(), "cannot_block_oneself");
  EXPECT_EQ(block(token, client_).code(), "client_is_restricted_instead");
  EXPECT_EQ(block(token, whom).status, 204);
  EXPECT_EQ(ask({.route = "me", .token = support_token_}).status, 401);
  EXPECT_EQ(ended_.size(), 1U);
  EXPECT_EQ(block(token, whom).status, 404);

  advance(1h);
  auto const fresh = sign_in_staff("+77000000051", admin.person).token;
  auto const unblock = [&](std::string const& person) {
    return ask({.route = "unblock_person",
                .token = fresh,
                .path = {{"id", person}},
                .query = {{"purpose", "client_request"}}});
  };
  EXPECT_EQ(unblock(client_).code(), "client_is_restricted_instead");
  EXPECT_EQ(unblock(whom).status, 204);
  EXPECT_EQ(ask({.route = "me", .token = support_token_}).status, 401) << "the session does not come back";
}

// HAR-4.2.16b: the notice, complaints and one's own data stay open; everything else is shut from that instant on.
TEST_P(Staff, ABlockedClientIsBarredAtOnceAndMaySignInAgain) {
  auto const whom = person_of(client_phone);
  auto const ended = write([&](db::Tx& tx) { return people_.block(tx, whom, support_.person, now_); });
  ASSERT_TRUE(ended.has_value());
  EXPECT_EQ(ended->size(), 1U);
  EXPECT_EQ(ask({.route = "me", .token = client_token_}).status, 401);

  advance(1h);
  auto const asked = ask({.route = "request_sign_in_code", .body = {{"phone", client_phone}}});
  auto const again = ask({.route = "sign_in",
                          .body = {{"challenge_id", asked.text("challenge_id")}, {"code", last_code(client_phone)}}});
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.text("state"), "blocked");
  EXPECT_EQ(ask({.route = "me", .token = again.token}).text("state"), "blocked");
  EXPECT_EQ(ask({.route = "access_log", .token = again.token}).status, 200);
  EXPECT_EQ(ask({.route = "save_questionnaire", .body = {}, .token = again.token}).status, 403);

  write([&](db::Tx& tx) {
    EXPECT_FALSE(people_.block(tx, whom, support_.person, now_));
    EXPECT_TRUE(people_.close(tx, whom, now_));
    EXPECT_EQ(people_.find(tx, whom)->state, PersonState::blocked);
    EXPECT_TRUE(people_.unblock(tx, whom));
    EXPECT_EQ(people_.find(tx, whom)->state, PersonState::closed);
    EXPECT_TRUE(people_.reopen(tx, whom));
    EXPECT_FALSE(people_.reopen(tx, whom));
  });
  EXPECT_EQ(ask({.route = "me", .token = again.token}).text("state"), "active");
}

TEST_P(Staff, CorrectAnAddressAndLeaveBothValuesWithTheReason) {
  CLAUSE("HAR-4.1.3a");
  auto const whom = person_of(client_phone);
  auto const correct = [&](std::string const& token, std::string const& email) {
    return ask({.route = "correct_email",
                .body = {{"email", email}, {"reason", "asked by letter"}, {"purpose", "client_request"}},
                .token = token,
                .path = {{"id", client_}}});
  };
  EXPECT_EQ(correct(client_token_, "u1@example.test").status, 403);
  EXPECT_EQ(correct(support_token_, "no address").status, 400);
  EXPECT_EQ(correct(support_token_, "u1@example.test").status, 204);
  EXPECT_EQ(correct(support_token_, "u2@example.test").status, 204);
  EXPECT_EQ(ask({.route = "me", .token = client_token_}).text("email"), "u2@example.test");
  write([&](db::Tx& tx) {
    auto const row = audit_.list(tx, {.subject = whom, .limit = 1}).front();
    EXPECT_EQ(row.action, "identity.email_corrected");
    EXPECT_EQ(row.actor, support_.person.str());
    EXPECT_EQ(row.at, now_);
    EXPECT_EQ(vault_.open(tx, whom, fields::email_change, row.sealed),
              R"({"old_email":"u1@example.test","new_email":"u2@example.test","reason":"asked by letter"})");
  });
}

TEST_P(Staff, ClientsReachNoStaffRoute) {
  for (auto const* const route :
       {"search_person", "read_person", "block_person", "unblock_person", "clear_age_flag", "correct_email"}) {
    EXPECT_EQ(ask({.route = route, .token = client_token_, .path = {{"id", client_}}}).status, 403) << route;
    EXPECT_EQ(ask({.route = route, .path = {{"id", client_}}}).status, 401) << route;
  }
}

KELISIM_ON_BOTH_ENGINES(Staff);

}  // namespace
}  // namespace kelisim::identity
