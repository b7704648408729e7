#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::json {

/// One named object schema under OpenAPI's components.
struct Component {
  std::string name;  ///< the qualified name of the C++ struct; OpenAPI shortens it
  boost::json::object body;
};

/// A JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it). References inside `body` and `parts` are
/// `#/components/schemas/<qualified name>`. Empty body: there is no JSON.
struct Schema {
  std::string name;  ///< of the described struct, or empty for a value written in place
  boost::json::object body;
  std::vector<Component> parts;  ///< everything that body refers to, directly or not
};

/// Collects the components while the schema of one type is written.
class SchemaWriter {
 public:
  using Object = boost::json::object;

  [[nodiscard]] static Object reference(std::string_view name);
  /// True when the component is new and must be put.
  [[nodiscard]] bool begin(std::string_view name);
  void put(std::string_view name, Object body);

  struct Field {
    std::string_view name;
    bool required;
    Object schema;
  };
  [[nodiscard]] static Object object(std::span<Field> fields);
  [[nodiscard]] static Object array(Object element, std::size_t max);
  [[nodiscard]] static Object map(Object element);
  [[nodiscard]] static Object text(std::size_t min, std::size_t max);
  [[nodiscard]] static Object whole(std::int64_t min, std::int64_t max);
  [[nodiscard]] static Object boolean();
  [[nodiscard]] static Object one_of(std::span<std::string_view const> names);
  [[nodiscard]] static Object format(std::string_view format);
  [[nodiscard]] static Object id();
  [[nodiscard]] static Object civil_time();
  [[nodiscard]] Object money();
  [[nodiscard]] Object clause();

  [[nodiscard]] Schema finish(Object body) &&;

 private:
  std::vector<Component> parts_;
};

}  // namespace kelisim::json
