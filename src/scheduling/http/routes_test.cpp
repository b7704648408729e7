#include "clause_mark.h"
#include "testing/house.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace kelisim::scheduling {
namespace {

using testing::astana;
namespace bj = boost::json;

/// The routes, called as the server calls them: one transaction, undone when refused.
class BookingRoutes : public testing::House {
 protected:
  BookingRoutes() { add_routes(routes, parts); }

  struct Answer {
    int status;
    std::string code;
    bj::value body;
  };
  struct Ask {
    std::string route;
    std::optional<PersonId> who;
    Role role = Role::client;
    http::Call::Fields path = {};
    http::Call::Fields query = {};
    std::string body = {};
  };

  Answer ask(Ask const& request) {
    auto const found = std::ranges::find(routes.entries(), request.route, &http::RouteEntry::name);
    if (found == routes.entries().end()) throw std::logic_error("no route " + request.route);
    return write([&](db::Tx& tx) {
      auto const mark = tx.mark();
      http::Call call(tx, clock.now(), {request.role, request.who, "session"});
      call.language = "en";
      call.path_fields = request.path;
      call.query_fields = request.query;
      auto const outcome = found->run(call, {"application/json", request.body});
      if (outcome.problem) {
        tx.undo(mark);
        return Answer{outcome.problem->status, std::string(outcome.problem->code), {}};
      }
      tx.keep(mark);
      auto const& text = outcome.document.body;
      return Answer{outcome.document.status, "", text.empty() ? bj::value() : bj::parse(text)};
    });
  }
  Answer book(PersonId who, Instant starts_at) {
    return ask(
        {.route = "book_slot",
         .who = who,
         .body = bj::serialize(bj::object{
             {"specialist_id", specialist.str()}, {"starts_at", to_rfc3339(starts_at)}, {"confirms_safety", true}})});
  }
  static std::string text(bj::value const& value, std::string_view pointer) {
    return std::string(value.at_pointer(pointer).as_string());
  }

  http::Routes routes;
};
KELISIM_ON_BOTH_ENGINES(BookingRoutes);

TEST_P(BookingRoutes, ShowTheDeadlineOfEveryBookingWithItsSteps) {
  CLAUSE("HAR-3.8d");
  auto const booked = book(client, astana(11, 20));
  ASSERT_EQ(booked.status, 201) << booked.code;
  EXPECT_EQ(text(booked.body, "/state"), "held");
  EXPECT_EQ(text(booked.body, "/refund_deadline/at"), "2026-12-10T14:00:00Z");  // 19:00 in Astana
  EXPECT_GE(booked.body.at_pointer("/refund_deadline/steps").as_array().size(), 2U);
  EXPECT_TRUE(booked.body.at_pointer("/can/pay").as_bool());
  EXPECT_FALSE(booked.body.at_pointer("/can/move").as_bool());
  EXPECT_EQ(booked.body.at_pointer("/price/minor").as_int64(), 1'500'000);
  EXPECT_EQ(booked.body.as_object().if_contains("client"), nullptr);
}

TEST_P(BookingRoutes, ForeignUnknownAndIllFormedIdsLookTheSame) {
  auto const booking = confirmed(astana(11, 20));
  auto const stranger = add_client("+77000000002");
  auto const other = add_specialist("+77000000011");
  auto const unknown = random.id<BookingId>(clock.now()).str();
  for (auto const& route : {"get_booking", "preview_cancellation", "cancel_booking", "get_payment"}) {
    auto const body = std::string(route) == "cancel_booking" ? "{}" : "";
    for (auto const& [who, role] : {std::pair(stranger, Role::client), std::pair(other, Role::specialist)}) {
      auto const foreign =
          ask({.route = route, .who = who, .role = role, .path = {{"id", booking.id.str()}}, .body = body});
      EXPECT_EQ(foreign.status, 404) << route;
      EXPECT_EQ(foreign.code, "not_found") << route;
    }
    for (auto const& id : {unknown, std::string("../x")}) {
      auto const missing = ask({.route = route, .who = client, .path = {{"id", id}}, .body = body});
      EXPECT_EQ(missing.code, "not_found") << route;
    }
  }
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
}

TEST_P(BookingRoutes, TheSpecialistSeesTheQuestionnaireAndTheClientDoesNotPayTwice) {
  CLAUSE("HAR-1.questionnaire.d");
  auto const booking = confirmed(astana(11, 20));
  http::Call::Fields const path{{"id", booking.id.str()}};
  auto const seen = ask({.route = "get_booking", .who = specialist, .role = Role::specialist, .path = path});
  EXPECT_EQ(text(seen.body, "/client/display_name"), "Лотос");
  EXPECT_FALSE(seen.body.at_pointer("/client/prior_experience").as_bool());
  auto const twice =
      ask({.route = "pay_booking", .who = client, .path = path, .body = R"({"accepts_no_refund":true})"});
  EXPECT_EQ(twice.status, 409);
  EXPECT_EQ(twice.code, "already_paid");
}

TEST_P(BookingRoutes, APreviewShowsTheSumAndTheCancellationKeepsIt) {
  CLAUSE("HAR-3.7e");
  auto const booking = confirmed(astana(12, 2));
  http::Call::Fields const path{{"id", booking.id.str()}};
  clock.set(astana(11, 13, 59));
  auto const preview = ask({.route = "preview_cancellation", .who = client, .path = path});
  EXPECT_EQ(preview.body.at_pointer("/refund/minor").as_int64(), 1'500'000);
  auto const token = text(preview.body, "/preview");
  clock.set(astana(11, 14, 0, 1));
  auto const without = ask({.route = "preview_cancellation", .who = client, .path = path});
  EXPECT_EQ(without.body.at_pointer("/refund/minor").as_int64(), 0);
  auto const refused = ask({.route = "cancel_booking", .who = client, .path = path, .body = "{}"});
  EXPECT_EQ(refused.code, "no_refund_not_accepted");
  auto const forged =
      ask({.route = "cancel_booking", .who = client, .path = path, .body = R"({"preview":"nonsense"})"});
  EXPECT_EQ(forged.code, "preview_not_ours");
  auto const cancelled = ask({.route = "cancel_booking",
                              .who = client,
                              .path = path,
                              .body = bj::serialize(bj::object{{"preview", token}})});
  ASSERT_EQ(cancelled.status, 200) << cancelled.code;
  EXPECT_EQ(text(cancelled.body, "/state"), "cancelled");
  EXPECT_EQ(cancelled.body.at_pointer("/cancellation/refund/minor").as_int64(), 1'500'000);
  EXPECT_EQ(text(cancelled.body, "/cancellation/by"), "client");
}

TEST_P(BookingRoutes, SlotsAreFreeOnesInsideTheAskedWindow) {
  CLAUSE("HAR-5.1b");
  confirmed(astana(11, 20));
  http::Call::Fields const path{{"id", specialist.str()}};
  auto const slots = ask({.route = "list_slots",
                          .who = std::nullopt,
                          .role = Role::visitor,
                          .path = path,
                          .query = {{"from", to_rfc3339(astana(11, 18))}, {"to", to_rfc3339(astana(11, 23))}}});
  std::vector<std::string> starts;
  for (auto const& slot : slots.body.at("slots").as_array()) starts.push_back(text(slot, "/starts_at"));
  EXPECT_EQ(starts, (std::vector<std::string>{"2026-12-11T13:00:00Z", "2026-12-11T13:30:00Z", "2026-12-11T14:00:00Z",
                                              "2026-12-11T16:00:00Z", "2026-12-11T16:30:00Z", "2026-12-11T17:00:00Z",
                                              "2026-12-11T17:30:00Z"}));
  auto const page = ask({.route = "get_specialist", .who = std::nullopt, .role = Role::visitor, .path = path});
  EXPECT_EQ(page.body.at_pointer("/price/minor").as_int64(), 1'500'000);
  EXPECT_EQ(page.body.at("experience_years").as_int64(), 14);
  EXPECT_EQ(page.body.at("nearest_slots").as_array().size(), 3U);
  auto const wide = ask({.route = "list_slots",
                         .who = std::nullopt,
                         .role = Role::visitor,
                         .path = path,
                         .query = {{"from", to_rfc3339(astana(1, 0))}, {"to", "2027-03-01T00:00:00Z"}}});
  EXPECT_EQ(wide.status, 400);
}

TEST_P(BookingRoutes, APracticeIsKeptByItsSpecialist) {
  CLAUSE("HAR-1.session.c");
  auto const put = [&](std::string const& route, std::string const& body) {
    return ask({.route = route, .who = specialist, .role = Role::specialist, .body = body});
  };
  EXPECT_EQ(put("set_duration", R"({"duration_minutes":49})").code, "too_short");
  EXPECT_EQ(put("set_duration", R"({"duration_minutes":50})").status, 200);
  EXPECT_EQ(put("set_hours", R"({"week":[{"weekday":1,"opens":"09:00","closes":"09:00"}]})").code, "hours_reversed");
  EXPECT_EQ(put("set_hours", R"({"week":[{"weekday":1,"opens":"09:00","closes":"12:00"},
                                         {"weekday":1,"opens":"11:00","closes":"13:00"}]})")
                .code,
            "hours_overlap");
  EXPECT_EQ(put("set_hours", R"({"week":[{"weekday":1,"opens":"09:00","closes":"24:00"}]})").status, 200);
  auto const added = put("add_exception", R"({"starts_at":"2026-12-14T04:00:00Z","ends_at":"2026-12-14T06:00:00Z",
                                              "open":false})");
  ASSERT_EQ(added.status, 201) << added.code;
  auto const id = text(added.body, "/id");
  auto const other = add_specialist("+77000000011");
  EXPECT_EQ(ask({.route = "remove_exception", .who = other, .role = Role::specialist, .path = {{"id", id}}}).status,
            404);
  EXPECT_EQ(
      ask({.route = "remove_exception", .who = specialist, .role = Role::specialist, .path = {{"id", id}}}).status,
      204);
}

TEST_P(BookingRoutes, StaffNarrowTheListByStateClientAndBoth) {
  auto const other = add_client("+77000000002");
  auto const kept = confirmed(astana(11, 20)).id;
  auto const waiting = held(astana(11, 22)).id;
  ASSERT_EQ(book(other, astana(12, 20)).status, 201);
  auto const ids = [&](http::Call::Fields query) {
    std::vector<std::string> found;
    auto const answer =
        ask({.route = "list_staff_bookings", .who = client, .role = Role::support, .query = std::move(query)});
    for (auto const& row : answer.body.at("bookings").as_array()) found.push_back(text(row, "/id"));
    std::ranges::sort(found);
    return found;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids({}).size(), 3U);
  EXPECT_EQ(ids({{"state", "held"}}).size(), 2U);
  EXPECT_EQ(ids({{"client", client.str()}}).size(), 2U);
  EXPECT_EQ(ids({{"client", client.str()}, {"state", "held"}}), Ids{waiting.str()});
  EXPECT_EQ(ids({{"client", client.str()}, {"state", "confirmed"}}), Ids{kept.str()});
  EXPECT_EQ(ids({{"client", other.str()}, {"state", "confirmed"}}), Ids{});
}

TEST_P(BookingRoutes, UnknownFieldsAndBadInstantsAreRefused) {
  auto const extra =
      ask({.route = "book_slot",
           .who = client,
           .body = bj::serialize(
               bj::object{{"specialist_id", specialist.str()}, {"starts_at", "2026-12-11T15:00:00Z"}, {"x", 1}})});
  EXPECT_EQ(extra.status, 400);
  auto const bad =
      ask({.route = "book_slot",
           .who = client,
           .body = bj::serialize(bj::object{{"specialist_id", specialist.str()}, {"starts_at", "tomorrow"}})});
  EXPECT_EQ(bad.status, 400);
  EXPECT_EQ(book(client, astana(6, 20)).code, "in_the_past");
}

}  // namespace
}  // namespace kelisim::scheduling
