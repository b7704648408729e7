#include "platform/json/schema.h"

#include "kernel/ensure.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <limits>

namespace kelisim::json {
namespace {

boost::json::array strings(std::span<std::string_view const> names) {
  boost::json::array all;
  for (auto const name : names) all.emplace_back(name);
  return all;
}

}  // namespace

SchemaWriter::Object SchemaWriter::reference(std::string_view name) {
  return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

bool SchemaWriter::begin(std::string_view name) {
  if (std::ranges::find(parts_, name, &Component::name) != parts_.end()) return false;
  parts_.push_back({std::string(name), {}});
  return true;
}

void SchemaWriter::put(std::string_view name, Object body) {
  auto const found = std::ranges::find(parts_, name, &Component::name);
  ENSURE(found != parts_.end());
  found->body = std::move(body);
}

SchemaWriter::Object SchemaWriter::object(std::span<Field> fields) {
  Object properties;
  boost::json::array required;
  for (auto& field : fields) {
    if (field.required) required.emplace_back(field.name);
    properties.emplace(field.name, std::move(field.schema));
  }
  Object made{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) made.emplace("required", std::move(required));
  made.emplace("additionalProperties", false);
  return made;
}

SchemaWriter::Object SchemaWriter::array(Object element, std::size_t max) {
  return {{"type", "array"}, {"items", std::move(element)}, {"maxItems", max}};
}

SchemaWriter::Object SchemaWriter::map(Object element) {
  return {{"type", "object"}, {"additionalProperties", std::move(element)}};
}

SchemaWriter::Object SchemaWriter::text(std::size_t min, std::size_t max) {
  Object made{{"type", "string"}};
  if (min > 0) made.emplace("minLength", min);
  made.emplace("maxLength", max);
  return made;
}

SchemaWriter::Object SchemaWriter::whole(std::int64_t min, std::int64_t max) {
  Object made{{"type", "integer"}};
  if (min == std::numeric_limits<std::int64_t>::min() && max == std::numeric_limits<std::int64_t>::max()) {
    made.emplace("format", "int64");
    return made;
  }
  made.emplace("minimum", min);
  made.emplace("maximum", max);
  return made;
}

SchemaWriter::Object SchemaWriter::boolean() { return {{"type", "boolean"}}; }

SchemaWriter::Object SchemaWriter::one_of(std::span<std::string_view const> names) {
  return {{"type", "string"}, {"enum", strings(names)}};
}

SchemaWriter::Object SchemaWriter::format(std::string_view format) {
  return {{"type", "string"}, {"format", format}};
}

SchemaWriter::Object SchemaWriter::id() { return {{"type", "string"}, {"pattern", "^[0-9A-HJKMNP-TV-Z]{26}$"}}; }

SchemaWriter::Object SchemaWriter::civil_time() {
  return {{"type", "string"}, {"pattern", "^(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00)$"}};
}

SchemaWriter::Object SchemaWriter::money() {
  static constexpr std::string_view name = "kelisim::Money";
  static constexpr std::array<std::string_view, 2> currencies{"KZT", "RUB"};
  if (begin(name)) {
    Object minor{{"type", "integer"}, {"format", "int64"}};
    std::array<Field, 2> fields{Field{"minor", true, std::move(minor)}, Field{"currency", true, one_of(currencies)}};
    auto body = object(fields);
    body["description"] = "An amount in minor units (tiyn, kopeck)";
    put(name, std::move(body));
  }
  return reference(name);
}

SchemaWriter::Object SchemaWriter::clause() {
  static constexpr std::string_view name = "kelisim::Clause";
  if (begin(name)) {
    std::array<Field, 3> fields{Field{"id", true, {{"type", "string"}}}, Field{"number", true, {{"type", "string"}}},
                                Field{"text", false, {{"type", "string"}}}};
    auto body = object(fields);
    body["description"] = "A clause of the offer: its ledger id, the paragraph's number and its wording";
    put(name, std::move(body));
  }
  return reference(name);
}

Schema SchemaWriter::finish(Object body) && { return {{}, std::move(body), std::move(parts_)}; }

}  // namespace kelisim::json
