#include "terms/confirmation.h"
#include "testing/identity_fixture.h"

namespace kelisim::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view client_phone = "+77000000001";

class Account : public IdentityFixture {
 protected:
  Account() {
    token_ = register_client(client_phone).token;
    id_ = person_of(client_phone).str();
  }

  Answer save(boost::json::value body) {
    return ask({.route = "save_questionnaire", .body = std::move(body), .token = token_});
  }
  Answer read() { return ask({.route = "read_questionnaire", .token = token_}); }
  bool complete() {
    return database().read_now([&](db::Tx& tx) { return people_.questionnaire_complete(tx, *PersonId::parse(id_)); });
  }
  static boost::json::object lotus() {
    return {{"display_name", "Lotus"},
            {"age", 18},
            {"prior_experience", false},
            {"concern_topic", "emotional_burnout"},
            {"declares_truth", true}};
  }

  std::string token_;
  std::string id_;
};

TEST_P(Account, IsReachedAfterSignInOnly) {
  CLAUSE("HAR-1.account.a");
  EXPECT_EQ(ask({.route = "me"}).status, 401);
  auto const me = ask({.route = "me", .token = token_});
  EXPECT_EQ(me.text("id"), id_);
  EXPECT_EQ(me.text("zone"), "Asia/Almaty");
}

TEST_P(Account, KeepsLanguageAndZone) {
  auto const put = [&](boost::json::value body) {
    return ask({.route = "change_settings", .body = std::move(body), .token = token_});
  };
  auto const kept = put({{"language", "en"}, {"zone", "Europe/Berlin"}});
  EXPECT_EQ(kept.status, 200);
  EXPECT_EQ(kept.text("zone"), "Europe/Berlin");
  database().read_now([&](db::Tx& tx) { EXPECT_EQ(people_.find(tx, *PersonId::parse(id_))->language, "en"); });
  EXPECT_EQ(put({{"language", "de"}, {"zone", "Europe/Berlin"}}).errors(), "language:unknown");
  EXPECT_EQ(put({{"language", "ru"}, {"zone", "Mars/Olympus"}}).errors(), "zone:unknown");
  EXPECT_EQ(put({{"language", "ru"}, {"zone", "../../etc/passwd"}}).errors(), "zone:unknown");
  EXPECT_EQ(put({{"language", "ru"}, {"zone", "Asia/Almaty"}, {"email", "nobody"}}).errors(), "email:bad_address");
}

TEST_P(Account, TheQuestionnaireTakesWhatTheTermsAskFor) {
  CLAUSE("HAR-1.questionnaire.b");
  CLAUSE("HAR-1.questionnaire.c");
  CLAUSE("HAR-1.questionnaire.d");
  CLAUSE("HAR-1.questionnaire.e");
  CLAUSE("HAR-4.2.4a");
  struct Row {
    std::string_view field;
    boost::json::value value;
    int status;
    std::string_view errors;
    std::string_view clause;
  };
  auto const absent = boost::json::value(nullptr);
  for (auto const& row : {
           Row{"display_name", "Lotus", 200, "", ""},
           Row{"display_name", absent, 422, "display_name:missing", "HAR-1.questionnaire.b"},
           Row{"age", 18, 200, "", ""},
           Row{"age", absent, 422, "age:missing", "HAR-1.questionnaire.c"},
           Row{"prior_experience", true, 200, "", ""},
           Row{"prior_experience", absent, 422, "prior_experience:missing", "HAR-1.questionnaire.d"},
           Row{"concern_topic", "interpersonal_relations", 200, "", ""},
           Row{"concern_topic", absent, 422, "concern_topic:missing", "HAR-1.questionnaire.e"},
           Row{"concern_topic", "astrology", 422, "concern_topic:unknown_topic", "HAR-1.questionnaire.e"},
           Row{"concern_topic", "other", 422, "concern_text:text_required", "HAR-1.questionnaire.e"},
           Row{"sex", "female", 200, "", ""},
           Row{"sex", "unknown", 422, "sex:unknown_choice", "HAR-4.3.8c"},
           Row{"emotional_state", "calm", 200, "", ""},
           Row{"emotional_state", "astrology", 422, "emotional_state:unknown_choice", "HAR-4.3.8c"},
           Row{"declares_truth", true, 200, "", ""},
           Row{"declares_truth", false, 422, "declares_truth:missing", "HAR-4.2.4a"},
           Row{"declares_truth", absent, 422, "declares_truth:missing", "HAR-4.2.4a"},
       }) {
    auto form = lotus();
    if (row.value.is_null()) {
      form.erase(row.field);
    } else {
      form[row.field] = row.value;
    }
    auto const answer = save(form);
    EXPECT_EQ(answer.status, row.status) << row.field;
    if (row.status != 200) {
      EXPECT_EQ(answer.code(), "questionnaire_incomplete");
      EXPECT_EQ(answer.errors(), row.errors);
      EXPECT_EQ(answer.clause(), row.clause);
    }
  }
  auto form = lotus();
  form["concern_topic"] = "other";
  form["concern_text"] = "Something else\nin two lines";
  EXPECT_EQ(save(form).status, 200);
  EXPECT_EQ(read().text("concern_text"), "Something else\nin two lines");
}

TEST_P(Account, WhatIsDeclaredTrueIsKeptWithTimeAndEdition) {
  CLAUSE("HAR-4.2.4a");
  auto const declared = [&](terms::Confirmation what) {
    return database().read_now([&](db::Tx& tx) { return terms::last_confirmed(tx, *PersonId::parse(id_), what); });
  };
  auto const registered = declared(terms::Confirmation::truth_at_registration);
  ASSERT_TRUE(registered.has_value());
  EXPECT_EQ(registered->at, now_);
  EXPECT_EQ(registered->version, "2023-02-24");

  auto form = lotus();
  form["declares_truth"] = false;
  EXPECT_EQ(save(form).status, 422);
  EXPECT_FALSE(complete());
  EXPECT_FALSE(declared(terms::Confirmation::truth_of_questionnaire).has_value());
  advance(1min);
  EXPECT_EQ(save(lotus()).status, 200);
  auto const filled_in = declared(terms::Confirmation::truth_of_questionnaire);
  ASSERT_TRUE(filled_in.has_value());
  EXPECT_EQ(filled_in->at, now_);
  EXPECT_EQ(filled_in->version, "2023-02-24");
}

TEST_P(Account, ABlockThatTheBrandLeavesOutTakesNothingAway) {
  CLAUSE("HAR-4.3.2a");
  auto form = lotus();
  form["sex"] = "female";
  form["emotional_state"] = "tired";
  ASSERT_EQ(save(form).status, 200);
  std::erase(brand_.account_blocks, terms::AccountBlock::voluntary_answers);
  form = lotus();
  form["age"] = 19;
  ASSERT_EQ(save(form).status, 200) << "a form without the block";
  auto const data = ask({.route = "own_data", .token = token_});
  ASSERT_EQ(data.status, 200);
  EXPECT_EQ(data.body.at_pointer("/questionnaire/age"), 19);
  EXPECT_EQ(data.body.at_pointer("/questionnaire/sex"), "female");
  EXPECT_EQ(data.body.at_pointer("/questionnaire/emotional_state"), "tired");
  EXPECT_EQ(data.text("phone"), "+77000000001");
  EXPECT_EQ(data.body.at_pointer("/sign_in_sessions").as_array().size(), 1U);
}

TEST_P(Account, TheQuestionnaireRefusesOtherShapes) {
  for (auto const& [field, value, error] :
       {std::tuple{"age", boost::json::value("abc"), "age:"},
        {"age", boost::json::value(17.5), "age:"},
        {"age", boost::json::value(-1), "age:"},
        {"display_name", boost::json::value(""), "display_name:"},
        {"display_name", boost::json::value(std::string(61, 'x')), "display_name:"},
        {"surname", boost::json::value("x"), "surname:unknown_field"}}) {
    auto form = lotus();
    form[field] = value;
    auto const answer = save(form);
    EXPECT_EQ(answer.status, 400) << field;
    EXPECT_TRUE(answer.errors().starts_with(error)) << answer.errors();
  }
  EXPECT_EQ(read().status, 404);
}

TEST_P(Account, BookingOpensWithTheFourthField) {
  CLAUSE("HAR-1.questionnaire.a");
  EXPECT_EQ(read().status, 404);
  auto form = lotus();
  form.erase("prior_experience");
  EXPECT_EQ(save(form).status, 422);
  EXPECT_FALSE(complete());
  auto const draft = read();
  EXPECT_EQ(draft.text("display_name"), "Lotus");
  EXPECT_FALSE(draft.body.at("complete").as_bool());
  EXPECT_EQ(draft.body.at("missing").as_array(), (boost::json::array{"prior_experience", "declares_truth"}));

  EXPECT_EQ(save(lotus()).status, 200);
  EXPECT_TRUE(complete());
  EXPECT_TRUE(read().body.at("booking_open").as_bool());
  EXPECT_TRUE(ask({.route = "me", .token = token_}).body.at("questionnaire_complete").as_bool());
}

TEST_P(Account, AnIncompleteFormDoesNotSpoilACompleteOne) {
  ASSERT_EQ(save(lotus()).status, 200);
  EXPECT_EQ(save(boost::json::object{{"display_name", "Other"}}).status, 422);
  EXPECT_TRUE(complete());
  EXPECT_EQ(read().text("display_name"), "Lotus");
}

TEST_P(Account, ACorrectionKeepsTheOldValueInTheAuditTrailOnly) {
  CLAUSE("HAR-1.questionnaire.f");
  ASSERT_EQ(save(lotus()).status, 200);
  auto form = lotus();
  form["age"] = 31;
  ASSERT_EQ(save(form).status, 200);
  EXPECT_EQ(read().body.at("age").as_int64(), 31);
  database().read_now([&](db::Tx& tx) {
    auto const rows = audit_.list(tx, {.subject = PersonId::parse(id_)});
    EXPECT_EQ(rows[0].action, "identity.questionnaire_saved");
    auto const old = vault_.open(tx, *PersonId::parse(id_), {"identity.questionnaire"}, rows[0].sealed);
    ASSERT_TRUE(old.has_value());
    EXPECT_EQ(boost::json::parse(*old).at("age").as_int64(), 18);
    EXPECT_TRUE(rows[1].sealed.empty());
    EXPECT_TRUE(audit_.verify(tx).good());
  });
}

TEST_P(Account, AnAgeBelowEighteenIsRefusedFlaggedAndClosesBooking) {
  CLAUSE("HAR-1.user.a");
  ASSERT_EQ(save(lotus()).status, 200);
  auto form = lotus();
  form["age"] = 17;
  auto const refused = save(form);
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.code(), "under_age");
  EXPECT_EQ(refused.errors(), "age:under_age");
  EXPECT_EQ(refused.clause(), "HAR-1.user.a");
  EXPECT_FALSE(complete());
  EXPECT_EQ(read().body.at("age").as_int64(), 18) << "the refused age is not stored";
  EXPECT_EQ(save(lotus()).status, 200);
  EXPECT_FALSE(complete()) << "saying 18 afterwards does not open booking";
  database().read_now([&](db::Tx& tx) { EXPECT_TRUE(people_.flagged_under_age(tx, *PersonId::parse(id_))); });

  auto const support = make_staff("+77000000050", Role::support);
  auto const staff_token = sign_in_staff("+77000000050", support.person).token;
  auto const file = [&] {
    return ask(
        {.route = "read_person", .token = staff_token, .path = {{"id", id_}}, .query = {{"purpose", "age_check"}}});
  };
  EXPECT_EQ(file().text("age_flag_raised_at"), to_rfc3339(now_));
  auto const clear = [&] {
    return ask({.route = "clear_age_flag",
                .token = staff_token,
                .path = {{"id", id_}},
                .query = {{"purpose", "age_check"}}});
  };
  EXPECT_EQ(clear().status, 204);
  EXPECT_TRUE(complete());
  EXPECT_FALSE(file().has("age_flag_raised_at"));
  EXPECT_EQ(clear().status, 404);
}

TEST_P(Account, TheBookedSpecialistSeesTheQuestionnaireAndStaffDoNot) {
  auto form = lotus();
  form["concern_topic"] = "other";
  form["concern_text"] = "Between us";
  ASSERT_EQ(save(form).status, 200);
  database().read_now([&](db::Tx& tx) {
    auto const id = *PersonId::parse(id_);
    EXPECT_EQ(people_.display_name_for_specialist(tx, id), "Lotus");
    auto const seen = people_.questionnaire_for_specialist(tx, id);
    ASSERT_TRUE(seen.has_value());
    EXPECT_EQ(seen->age, 18);
    EXPECT_FALSE(seen->prior_experience);
    EXPECT_EQ(seen->concern_topic, "other");
    EXPECT_EQ(seen->concern_text, "Between us");
  });
  auto const support = make_staff("+77000000050", Role::administrator);
  auto const staff_token = sign_in_staff("+77000000050", support.person).token;
  auto const file =
      ask({.route = "read_person", .token = staff_token, .path = {{"id", id_}}, .query = {{"purpose", "age_check"}}});
  auto const text = boost::json::serialize(file.body);
  for (auto const* const hidden : {"Lotus", "Between us", "other"}) {
    EXPECT_EQ(text.find(hidden), std::string::npos) << hidden;
  }
  EXPECT_EQ(ask({.route = "read_questionnaire", .token = staff_token}).status, 403);
}

TEST_P(Account, AnErasedPersonIsUnreadable) {
  ASSERT_EQ(save(lotus()).status, 200);
  write([&](db::Tx& tx) { vault_.destroy(tx, *PersonId::parse(id_), now_); });
  database().read_now([&](db::Tx& tx) {
    auto const id = *PersonId::parse(id_);
    EXPECT_EQ(people_.phone(tx, id), std::nullopt);
    EXPECT_EQ(people_.display_name_for_specialist(tx, id), std::nullopt);
    EXPECT_EQ(people_.questionnaire_for_specialist(tx, id), std::nullopt);
    EXPECT_TRUE(audit_.verify(tx).good());
  });
}

// The length of what is stored tells neither topic nor age.
TEST_P(Account, ShortAndLongAnswersAreStoredInEqualLengths) {
  auto const stored = [&] {
    db::Sql const sql{"test.length", "SELECT length(answers) FROM identity_questionnaires"};
    return database().read_now(
        [&](db::Tx& tx) { return *tx.one(sql, [](db::Row const& row) { return row.integer(0); }); });
  };
  auto form = lotus();
  form["concern_topic"] = "grief";
  ASSERT_EQ(save(form).status, 200);
  auto const before = stored();
  form["concern_topic"] = "interpersonal_relations";
  form["age"] = 101;
  form["prior_experience"] = true;
  ASSERT_EQ(save(form).status, 200);
  EXPECT_EQ(stored(), before);
}

KELISIM_ON_BOTH_ENGINES(Account);

}  // namespace
}  // namespace kelisim::identity
