#include "terms/routes.h"

#include "clause_mark.h"
#include "database_fixture.h"
#include "terms/acceptance.h"
#include "terms/clauses.h"
#include "terms/decisions.h"
#include "terms/editions.h"
#include "terms/migrations.h"
#include "testing/two_editions.h"

#include <gmock/gmock.h>
#include <boost/json.hpp>

namespace kelisim::terms {
namespace {

using ::testing::HasSubstr;

struct Answer {
  int status = 0;
  std::string code = {};
  boost::json::value body = nullptr;
  std::string text = {};
  std::optional<std::string> clause = std::nullopt;
};

class TermsRoutes : public test::OnBothEngines {
 protected:
  TermsRoutes() {
    database().migrate(migrations());
    database().write_now([&](db::Tx& tx) { settle_editions(tx, brand, now); });
    add_routes(routes, {brand, random, true, [](http::Call&) { return db::Bytes{1, 2, 3}; }});
  }

  struct Request {
    std::string_view route;
    boost::json::value body = nullptr;
    http::Call::Fields path = {};
    http::Call::Fields query = {};
    std::string language = {};
    Role role = Role::client;
  };

  Answer ask(Request const& request) {
    auto const route = std::ranges::find(routes.entries(), request.route, &http::RouteEntry::name);
    if (route == routes.entries().end()) throw std::runtime_error("no such route");
    return database().write_now([&](db::Tx& tx) {
      http::Call call(tx, now, {.role = request.role, .person = person, .session = "s"});
      call.language = request.language;
      call.path_fields = request.path;
      call.query_fields = request.query;
      auto const body = request.body.is_null() ? std::string() : boost::json::serialize(request.body);
      auto const outcome = route->run(call, {"application/json", body});
      if (outcome.problem) {
        auto const& problem = *outcome.problem;
        return Answer{.status = problem.status,
                      .code = std::string(problem.code),
                      .clause = problem.clause ? std::optional(std::string(problem.clause->id)) : std::nullopt};
      }
      auto const& document = outcome.document;
      Answer answer{.status = document.status, .text = document.body};
      if (document.content_type.starts_with("application/json")) answer.body = boost::json::parse(document.body);
      return answer;
    });
  }

  boost::json::object acceptance(std::string_view version, bool accepts = true) const {
    return {{"document", "offer"},
            {"version", version},
            {"content_hash", brand.documents.find("offer", version)->content_hash},
            {"language", "ru"},
            {"accepts", accepts}};
  }

  Answer publish(boost::json::object body) {
    body["document"] = "offer";
    return ask({.route = "publish_offer", .body = body, .role = Role::administrator});
  }

  Brand const brand = brand_with_two_editions();
  SeededRandom random{1};
  http::Routes routes;
  PersonId const person = *PersonId::parse("00000000000000000000000001");
  Instant now = *parse_rfc3339("2026-12-07T07:00:00Z");
};

std::string text_of(boost::json::value const& value, std::string_view pointer) {
  return std::string(value.at_pointer(pointer).as_string());
}

TEST_P(TermsRoutes, the_brand_says_who_it_is_and_by_which_rules) {
  auto const answer = ask({.route = "get_brand", .language = "kk"});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(text_of(answer.body, "/name"), "HARMONIA");
  EXPECT_EQ(text_of(answer.body, "/provider/display_name"), brand.provider.display_name);
  EXPECT_EQ(text_of(answer.body, "/topics/0/label"), "Эмоциялық қажу");
  EXPECT_EQ(text_of(answer.body, "/support_hours/open"), "10:00");
  EXPECT_EQ(answer.body.at_pointer("/min_age_years").as_int64(), 18);
  EXPECT_FALSE(answer.body.at_pointer("/psychiatry").as_bool());
  EXPECT_TRUE(answer.body.at_pointer("/sandbox").as_bool());
}

TEST_P(TermsRoutes, an_unspoken_language_is_answered_in_the_first) {
  auto const answer = ask({.route = "get_brand", .language = "de"});
  EXPECT_EQ(text_of(answer.body, "/topics/0/label"), "Эмоциональное выгорание");
}

TEST_P(TermsRoutes, an_edition_is_shown_by_its_paragraphs_and_downloaded_byte_for_byte) {
  http::Call::Fields const path{{"document", "offer"}, {"version", "2023-02-24"}};
  auto const shown = ask({.route = "get_offer", .path = path, .language = "en"});
  EXPECT_EQ(shown.status, 200);
  EXPECT_TRUE(shown.body.at_pointer("/edition/in_force").as_bool());
  EXPECT_EQ(text_of(shown.body, "/authoritative_language"), "ru");
  EXPECT_EQ(text_of(shown.body, "/provider"), brand.provider.display_name);
  auto const download = ask({.route = "download_offer", .path = path, .language = "en"});
  auto const& text = brand.documents.find("offer", "2023-02-24")->texts.find("en")->second;
  EXPECT_EQ(download.text, text.bytes);
  EXPECT_EQ(text_of(shown.body, "/text_hash"), text.hash);
}

TEST_P(TermsRoutes, what_is_not_published_does_not_exist) {
  for (auto const* version : {"2026-12-08", "1999-01-01", "../../terms"}) {
    auto const answer = ask({.route = "get_offer", .path = {{"document", "offer"}, {"version", version}}});
    EXPECT_EQ(answer.status, 404) << version;
    EXPECT_EQ(answer.code, "no_such_edition") << version;
  }
  EXPECT_EQ(ask({.route = "get_offer", .path = {{"document", "secrets"}, {"version", "2023-02-24"}}}).status, 404);
}

TEST_P(TermsRoutes, from_its_instant_on_the_new_edition_is_the_one_to_accept) {
  CLAUSE("HAR-2.5b");
  CLAUSE("HAR-0c");
  auto const published = publish({{"version", "2026-12-08"}, {"effective_at", "2026-12-08T04:00:00Z"}});
  EXPECT_EQ(published.status, 201);
  EXPECT_FALSE(published.body.at_pointer("/in_force").as_bool());
  EXPECT_EQ(ask({.route = "accept_edition", .body = acceptance("2026-12-08")}).code, "offer_changed");
  now = *parse_rfc3339("2026-12-08T04:00:00Z") - Duration(1);
  EXPECT_EQ(ask({.route = "accept_edition", .body = acceptance("2023-02-24")}).status, 201);
  now = now + Duration(1);
  EXPECT_EQ(ask({.route = "accept_edition", .body = acceptance("2023-02-24")}).code, "offer_changed");
  EXPECT_EQ(ask({.route = "accept_edition", .body = acceptance("2026-12-08")}).status, 201);
  auto const mine = ask({.route = "list_my_acceptances"});
  EXPECT_EQ(text_of(mine.body, "/items/0/version"), "2026-12-08");
  EXPECT_EQ(text_of(mine.body, "/items/1/version"), "2023-02-24");
  auto const old = ask({.route = "get_offer", .path = {{"document", "offer"}, {"version", "2023-02-24"}}});
  EXPECT_EQ(old.status, 200) << "the earlier edition stays retrievable";
  EXPECT_FALSE(old.body.at_pointer("/edition/in_force").as_bool());
}

TEST_P(TermsRoutes, accepting_is_refused_in_the_order_of_its_reasons) {
  auto body = acceptance("2023-02-24", false);
  body["content_hash"] = std::string(64, '0');
  body["language"] = "de";
  auto answer = ask({.route = "accept_edition", .body = body});
  EXPECT_EQ(answer.code, "acceptance_required");
  EXPECT_EQ(answer.clause, "HAR-1.acceptance.a");
  body["accepts"] = true;
  answer = ask({.route = "accept_edition", .body = body});
  EXPECT_EQ(answer.code, "offer_changed");
  EXPECT_EQ(answer.clause, "HAR-0a");
  body["content_hash"] = brand.documents.find("offer", "2023-02-24")->content_hash;
  EXPECT_EQ(ask({.route = "accept_edition", .body = body}).code, "unknown_language");
  body["document"] = "secrets";
  EXPECT_EQ(ask({.route = "accept_edition", .body = body}).code, "no_such_edition");
}

TEST_P(TermsRoutes, publishing_is_refused_with_its_reason) {
  EXPECT_EQ(publish({{"version", "2031-01-01"}}).code, "no_such_edition");
  EXPECT_EQ(publish({{"version", "2023-02-24"}}).code, "already_published");
  EXPECT_EQ(publish({{"version", "2026-12-08"}, {"effective_at", "2026-12-07T06:59:59Z"}}).code,
            "effective_in_the_past");
  EXPECT_EQ(publish({{"version", "2026-12-08"}}).status, 201);
}

TEST_P(TermsRoutes, staff_page_through_the_decisions) {
  database().write_now([&](db::Tx& tx) {
    for (int n = 0; n < 51; ++n) {
      record(tx, random,
             {.kind = "test.kind",
              .subject = "s",
              .person = person,
              .terms_version = "2023-02-24",
              .facts = R"({"n":1})",
              .outcome = "{}",
              .because = clause("HAR-3.8b"),
              .decided_at = now + std::chrono::milliseconds(n)});
    }
  });
  auto const first = ask({.route = "list_decisions", .query = {{"subject", "s"}}});
  ASSERT_EQ(first.body.at_pointer("/items").as_array().size(), 50U);
  EXPECT_EQ(first.body.at_pointer("/items/0/facts/n").as_int64(), 1);
  EXPECT_THAT(text_of(first.body, "/items/0/clause/id"), HasSubstr("HAR-3.8b"));
  auto const next = ask({.route = "list_decisions", .query = {{"cursor", text_of(first.body, "/next")}}});
  EXPECT_EQ(next.body.at_pointer("/items").as_array().size(), 1U);
  EXPECT_EQ(next.body.as_object().if_contains("next"), nullptr);
  EXPECT_EQ(ask({.route = "list_decisions", .query = {{"cursor", "x"}}}).code, "invalid_query");
  EXPECT_EQ(ask({.route = "list_decisions", .query = {{"person", "x"}}}).code, "invalid_query");
  EXPECT_TRUE(
      ask({.route = "list_decisions", .query = {{"kind", "other"}}}).body.at_pointer("/items").as_array().empty());
}

KELISIM_ON_BOTH_ENGINES(TermsRoutes);

}  // namespace
}  // namespace kelisim::terms
