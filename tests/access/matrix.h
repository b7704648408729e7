#pragma once

#include "story.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::test {

/// A route as the server describes it and as the table of expectations has it.
struct Endpoint {
  std::string method;
  std::string path;
  std::string access;
  std::string object;  ///< of the table alone
  boost::json::value body_schema = {};
  bool is_socket = false;
  std::vector<std::string> required_query = {};

  [[nodiscard]] std::string name() const { return method + " " + path; }
};

/// From /openapi.json.
[[nodiscard]] std::vector<Endpoint> described(boost::json::value const& openapi);
/// From tests/access/expected.csv.
[[nodiscard]] std::vector<Endpoint> expected();

/// Which roles a level of access lets through, as the contract says; written here a second time on purpose.
[[nodiscard]] bool lets_through(std::string_view access, std::string_view role);

/// The path with its parameters filled in: `{id}` by `id`, everything else by something that does not exist.
[[nodiscard]] std::string filled(Endpoint const& endpoint, std::string const& id);

/// A body that the schema accepts, and every way in which one of its constraints is broken once.
[[nodiscard]] boost::json::value sample(boost::json::value const& schema, boost::json::value const& openapi);
struct Broken {
  std::string how;
  boost::json::value body;
};
[[nodiscard]] std::vector<Broken> broken(boost::json::value const& schema, boost::json::value const& openapi);

inline constexpr char const* guessed_id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

}  // namespace kelisim::test
