#pragma once

#include "platform/json/schema.h"

#include <boost/json/object.hpp>

#include <map>
#include <string>

namespace kelisim::http {

/// Gives every C++ struct that the API shows one short name: `Booking`; where two rooms have different structs of
/// that name, the later ones take their room's name in front: `SchedulingBooking`.
class ComponentNames {
 public:
  /// Takes the parts of a schema in.
  void add(json::Schema const& schema);
  /// The schema's own text, with its references shortened.
  [[nodiscard]] boost::json::object shorten(json::Schema const& schema) const;
  /// Every component under its short name, sorted.
  [[nodiscard]] boost::json::object components() const;

 private:
  [[nodiscard]] std::string free_name(std::string_view qualified) const;
  [[nodiscard]] boost::json::value rewritten(boost::json::value const& value, json::Schema const& within) const;
  [[nodiscard]] std::string const& name_of(std::string_view qualified, json::Schema const& within) const;

  std::map<std::string, std::string> names_;        // identity of a component → its short name
  std::map<std::string, boost::json::object> all_;  // by short name
};

}  // namespace kelisim::http
