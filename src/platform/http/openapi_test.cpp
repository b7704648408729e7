#include "platform/http/server.h"

#include <boost/json/parse.hpp>

#include <gmock/gmock.h>

namespace kelisim::scheduling {
struct Booking {
  PersonId id;
  Money price;
};
BOOST_DESCRIBE_STRUCT(Booking, (), (id, price))
}  // namespace kelisim::scheduling

namespace kelisim::orders {
struct Booking {
  std::vector<scheduling::Booking> of;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(Booking, (), (of, clause))
}  // namespace kelisim::orders

namespace kelisim::http {
namespace {

template <class Answer, class Body>
Reply<Answer> never(Call&, Body const&) {
  return Refused(Problem{.code = "never"});
}

class Description : public testing::Test {
 protected:
  Description() {
    routes.add(
        Route<Access::client, scheduling::Booking, orders::Booking>{
            Method::post, "/v1/bookings/{id}/moves", "move_booking", {.key_required = true, .success = 201}},
        never<orders::Booking, scheduling::Booking>);
    routes.add(
        Route<Access::anyone, Nothing, scheduling::Booking>{
            Method::get, "/v1/bookings/{id}", "get_booking", {.query = {{"zone", "an IANA name", true}}}},
        never<scheduling::Booking, Nothing>);
    routes.add(Route<Access::staff, Nothing, Nothing>{Method::del, "/v1/bookings/{id}", "drop_booking"},
               never<Nothing, Nothing>);
    routes.add(Route<Access::sandbox, Nothing, Nothing>{Method::get, "/sandbox/clock", "clock"},
               never<Nothing, Nothing>);
    routes.add_socket<Access::client>("/v1/bookings/{id}/room", "room",
                                      [](Call&) { return Reply<std::shared_ptr<SocketListener>>(nullptr); });
  }
  [[nodiscard]] boost::json::value read(bool sandbox = false) const {
    return boost::json::parse(openapi(routes, "Test", sandbox));
  }
  Routes routes;
};

TEST_F(Description, TellsEveryOperationWithItsAccess) {
  auto const all = read();
  EXPECT_EQ(all.at("openapi").as_string(), "3.1.0");
  auto const& move = all.at_pointer("/paths/~1v1~1bookings~1{id}~1moves/post");
  EXPECT_EQ(move.at("operationId").as_string(), "move_booking");
  EXPECT_EQ(move.at("x-access").as_string(), "client");
  EXPECT_EQ(move.at_pointer("/parameters/0/name").as_string(), "id");
  EXPECT_EQ(move.at_pointer("/parameters/1/name").as_string(), "Idempotency-Key");
  EXPECT_TRUE(move.at_pointer("/parameters/1/required").as_bool());
  EXPECT_EQ(move.at_pointer("/requestBody/content/application~1json/schema/$ref").as_string(),
            "#/components/schemas/Booking");
  EXPECT_EQ(move.at_pointer("/responses/201/content/application~1json/schema/$ref").as_string(),
            "#/components/schemas/OrdersBooking");
  EXPECT_EQ(move.at_pointer("/responses/default/$ref").as_string(), "#/components/responses/Problem");
  auto const& get = all.at_pointer("/paths/~1v1~1bookings~1{id}/get");
  EXPECT_EQ(get.at_pointer("/parameters/1/name").as_string(), "zone");
  EXPECT_TRUE(get.at_pointer("/parameters/1/required").as_bool());
  EXPECT_TRUE(get.at("security").as_array().empty());
  EXPECT_TRUE(all.at_pointer("/paths/~1v1~1bookings~1{id}/delete/responses").as_object().contains("204"));
  EXPECT_TRUE(all.at_pointer("/paths/~1v1~1bookings~1{id}~1room/get/x-websocket").as_bool());
}

TEST_F(Description, EveryReferenceHasItsComponent) {
  auto const text = openapi(routes, "Test", true);
  auto const all = boost::json::parse(text);
  auto const& schemas = all.at_pointer("/components/schemas").as_object();
  std::string_view const prefix = "#/components/schemas/";
  int references = 0;
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at + 1), ++references) {
    auto const from = at + prefix.size();
    EXPECT_TRUE(schemas.contains(text.substr(from, text.find('"', from) - from)));
  }
  EXPECT_GE(references, 6);
  EXPECT_EQ(all.at_pointer("/components/schemas/OrdersBooking/properties/of/items/$ref").as_string(),
            "#/components/schemas/Booking");
}

TEST_F(Description, TheSandboxIsToldInTheSandboxOnly) {
  EXPECT_FALSE(read(false).at("paths").as_object().contains("/sandbox/clock"));
  EXPECT_TRUE(read(true).at("paths").as_object().contains("/sandbox/clock"));
}

TEST_F(Description, TheSameTableGivesTheSameText) {
  EXPECT_EQ(openapi(routes, "Test", true), openapi(routes, "Test", true));
}

TEST_F(Description, ABrokenTableIsABug) {
  auto const add = [this](std::string_view path, std::string_view name, Method method = Method::get) {
    routes.add(Route<Access::anyone, Nothing, Nothing>{method, path, name}, never<Nothing, Nothing>);
  };
  EXPECT_THROW(add("/v1/bookings/{id}", "another"), Bug);              // the path is taken
  EXPECT_THROW(add("/v1/other", "get_booking"), Bug);                  // the name is taken
  EXPECT_THROW(add("/v1/bookings/{booking}", "x", Method::put), Bug);  // the same path by another name
  EXPECT_THROW(add("/v1/other/", "x"), Bug);
  EXPECT_THROW(add("v1/other", "x"), Bug);
  EXPECT_THROW(add("/v1/{Other}", "x"), Bug);
  EXPECT_THROW(add("/v1/other", "Not Snake"), Bug);
  EXPECT_NO_THROW(add("/v1/other", "x"));
}

}  // namespace
}  // namespace kelisim::http
