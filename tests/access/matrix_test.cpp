#include "matrix.h"
#include "room_visit.h"

#include <gtest/gtest.h>

#include <map>

namespace kelisim::test {
namespace {

using boost::json::object;

constexpr char const* saule = "+77000000014";

/// The whole table at one business: a visitor, two clients with a booking each, a specialist, and the staff.
class Matrix : public ::testing::Test {
 protected:
  Story story{1, {}, KELISIM_SOURCE_DIR "/brands/astars"};  // a brand with every room
  std::map<std::string, Actor*> people;
  boost::json::value openapi;
  std::vector<Endpoint> endpoints;
  std::string booking;
  std::string foreign_booking;

  Matrix() {
    auto& specialist = story.specialist("specialist", saule);
    auto& client = story.client("client", "+77010000001");
    auto& other = story.client("other", "+77010000002");
    booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
    foreign_booking = story.booked_and_paid(other, specialist, astana("2026-12-10T15:00"));
    people = {{"visitor", &story.visitor("visitor", "")},
              {"client", &client},
              {"specialist", &specialist},
              {"support", &story.staff("support")},
              {"finance", &story.staff("finance")},
              {"administrator", &story.staff("administrator")}};
    people["barred"] = &barred();
    openapi = people["visitor"]->visitor.get("/openapi.json").json();
    endpoints = described(openapi);
  }

  /// A client who was shut out and signed in again.
  Actor& barred() {
    auto& shut_out = story.client("barred", "+77010000003");
    auto const where = "/v1/staff/people/" + shut_out.id + "/restriction";
    (void)story.expect(people["administrator"]->visitor.post(where, object{{"reasons", "tried out"}}), 201);
    story.pass(std::chrono::minutes(2));
    auto const asked = shut_out.visitor.post("/v1/sign-in/codes", object{{"phone", shut_out.phone}});
    story.enter_code(shut_out, text_at(story.expect(asked, 200), "challenge_id"));
    return shut_out;
  }

  Answer ask(Actor& who, Endpoint const& endpoint, std::string const& id, boost::json::value const& body,
             Headers headers = {}) {
    return who.visitor.ask(endpoint.method, filled(endpoint, id), body, {.headers = std::move(headers)});
  }
  std::string code(Answer const& answer) {
    auto const problem = answer.json();
    return has(problem, "code") ? text_at(problem, "code") : std::string();
  }
};

TEST_F(Matrix, every_route_is_expected_and_every_expectation_is_a_route) {
  std::map<std::string, std::string> wanted;
  for (auto const& line : expected()) wanted[line.name()] = line.access;
  std::map<std::string, std::string> found;
  for (auto const& endpoint : endpoints) found[endpoint.name()] = endpoint.access;
  for (auto const& [name, access] : found) {
    EXPECT_EQ(wanted[name], access) << name << " is not in tests/access/expected.csv, or stands there otherwise";
  }
  for (auto const& [name, access] : wanted) EXPECT_TRUE(found.contains(name)) << name << " is no route any more";
}

TEST_F(Matrix, each_role_comes_in_where_it_may_and_nowhere_else) {
  int asked = 0;
  for (auto const& endpoint : endpoints) {
    // What ends the session that asks, or moves everybody's clock, is tried apart from the others.
    if (endpoint.path == "/v1/sessions/current" || endpoint.access == "sandbox" || endpoint.is_socket) continue;
    for (auto const& [role, person] : people) {
      auto const answer = ask(*person, endpoint, guessed_id, {});
      ++asked;
      auto const admitted = answer.status != 401 && answer.status != 403;
      EXPECT_EQ(admitted, lets_through(endpoint.access, role))
          << role << " at " << endpoint.name() << ": " << answer.status << " " << answer.body.substr(0, 200);
      EXPECT_LT(answer.status, 500) << endpoint.name() << ": " << answer.body;
      if (!admitted) EXPECT_EQ(answer.status, role == "visitor" ? 401 : 403) << role << " at " << endpoint.name();
    }
  }
  EXPECT_GT(asked, 300);
}

TEST_F(Matrix, the_room_opens_its_socket_to_the_two_alone) {
  std::map<std::string, int> const wanted{{"visitor", 401}, {"support", 403},
                                          {"finance", 403}, {"administrator", 403},
                                          {"client", 409},  {"specialist", 409}};  // the two come days too early
  for (auto const& [role, status] : wanted) {
    EXPECT_EQ(RoomVisit(story.business().port(), people[role]->visitor.token(), booking).status(), status) << role;
  }
  auto const& token = people["client"]->visitor.token();
  EXPECT_EQ(RoomVisit(story.business().port(), token, foreign_booking).status(), 404);
  EXPECT_EQ(RoomVisit(story.business().port(), token, guessed_id).status(), 404);
  EXPECT_EQ(RoomVisit(story.business().port(), token, booking, "https://elsewhere.example").status(), 403);
}

TEST_F(Matrix, what_is_somebody_elses_does_not_exist) {
  auto& stranger = *people["client"];
  for (auto const& endpoint : endpoints) {
    if (!endpoint.path.starts_with("/v1/bookings/{id}") || endpoint.is_socket) continue;
    if (!lets_through(endpoint.access, "client")) continue;
    auto const body = endpoint.body_schema.is_null() ? boost::json::value() : sample(endpoint.body_schema, openapi);
    auto const foreign = ask(stranger, endpoint, foreign_booking, body);
    auto const missing = ask(stranger, endpoint, guessed_id, body);
    auto const garbage = ask(stranger, endpoint, "no-id-at-all", body);
    EXPECT_EQ(foreign.status, 404) << endpoint.name() << ": " << foreign.body;
    EXPECT_EQ(foreign.status, missing.status) << endpoint.name();
    EXPECT_EQ(foreign.body, missing.body) << endpoint.name();
    EXPECT_EQ(garbage.body, missing.body) << endpoint.name();
  }
}

TEST_F(Matrix, unsafe_methods_are_refused_from_a_foreign_page) {
  for (auto const& endpoint : endpoints) {
    if (endpoint.method == "GET" || endpoint.access == "gateway") continue;
    auto& who = *people[lets_through(endpoint.access, "client") ? "client" : "administrator"];
    auto const body = endpoint.body_schema.is_null() ? boost::json::value() : sample(endpoint.body_schema, openapi);
    auto const origin = ask(who, endpoint, guessed_id, body, {{"Origin", "https://elsewhere.example"}});
    EXPECT_EQ(origin.status, 403) << endpoint.name() << " with a foreign Origin: " << origin.body;
    auto const site = ask(who, endpoint, guessed_id, body, {{"Sec-Fetch-Site", "cross-site"}});
    EXPECT_EQ(site.status, 403) << endpoint.name() << " with Sec-Fetch-Site: " << site.body;
  }
}

TEST_F(Matrix, every_constraint_of_every_body_is_kept) {
  int tried = 0;
  for (auto const& endpoint : endpoints) {
    if (endpoint.body_schema.is_null()) continue;
    auto role = std::string("administrator");
    for (auto const* one : {"client", "specialist", "support", "finance"}) {
      if (lets_through(endpoint.access, one)) role = one;
    }
    for (auto const& [how, body] : broken(endpoint.body_schema, openapi)) {
      auto const answer = ask(*people[role], endpoint, booking, body);
      ++tried;
      EXPECT_GE(answer.status, 400) << endpoint.name() << " with " << how << ": " << answer.body;
      EXPECT_LT(answer.status, 500) << endpoint.name() << " with " << how << ": " << answer.body;
      EXPECT_NE(code(answer), "") << endpoint.name() << " with " << how;
    }
  }
  EXPECT_GT(tried, 100);
}

}  // namespace
}  // namespace kelisim::test
