#pragma once

#include "platform/http/routes.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::http {

[[nodiscard]] std::string_view to_string(Method method);

/// Finds routes by their path. A literal segment is preferred to a parameter. The table must outlive it.
class Router {
 public:
  /// Routes of Access::sandbox are left out unless `sandbox`.
  Router(Routes const& routes, bool sandbox);

  struct Match {
    RouteEntry const* route = nullptr;    ///< null: not found, or not by this method
    SocketEntry const* socket = nullptr;  ///< the path's socket, if it has one
    Call::Fields fields = {};             ///< path parameters
    std::string allow = {};               ///< methods that the path has, for a 405; empty: no such path
  };
  /// HEAD is found as GET.
  [[nodiscard]] Match find(std::string_view method, std::vector<std::string> const& segments) const;

 private:
  struct Row {
    std::vector<std::string> parts;
    std::vector<RouteEntry const*> routes;
    SocketEntry const* socket = nullptr;
  };
  Row& row(std::string_view path);
  [[nodiscard]] Row const* best(std::vector<std::string> const& segments) const;

  std::map<std::size_t, std::vector<Row>> by_length_;
};

}  // namespace kelisim::http
