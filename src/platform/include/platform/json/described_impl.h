#pragma once

// The templates behind described.h. Everything that does not depend on a type is in reader.h, writer.h and schema.h.

#include "kernel/ensure.h"
#include "platform/http/access.h"
#include "platform/json/parse.h"
#include "platform/json/reader.h"
#include "platform/json/writer.h"

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace kelisim {
BOOST_DESCRIBE_ENUM(Role, visitor, client, specialist, support, finance, administrator)
}  // namespace kelisim

namespace kelisim::json {

/// How one C++ type stands in JSON. A room may add a specialisation for a type of its own:
///   static std::optional<T> read(Reader&, boost::json::value const&, Path const&);
///   static void write(Writer&, T const&);
///   static boost::json::object schema(SchemaWriter&);
template <class T>
struct Mapping;

namespace detail {

template <class T>
concept Struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept Enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
consteval std::string_view type_name() {
  std::string_view const text = __PRETTY_FUNCTION__;
  auto const from = text.find("T = ") + 4;
  return text.substr(from, text.rfind(']') - from);
}

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T, class D>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

template <class E, template <class...> class L, class... D>
constexpr auto enum_names(L<D...>) {
  return std::array<std::string_view, sizeof...(D)>{D::name...};
}
template <class E, template <class...> class L, class... D>
constexpr auto enum_values(L<D...>) {
  return std::array<E, sizeof...(D)>{D::value...};
}

template <class M>
std::optional<M> read_member(Reader& reader, boost::json::object const& object, Path const& at) {
  auto const* const value = reader.field(object, at, !is_optional<M>);
  if constexpr (is_optional<M>) {
    if (value == nullptr) return M{};
    auto inner = Mapping<typename M::value_type>::read(reader, *value, at);
    return inner ? std::optional<M>(std::move(inner)) : std::nullopt;
  } else {
    return value == nullptr ? std::nullopt : Mapping<M>::read(reader, *value, at);
  }
}

template <class M>
void write_member(Writer& writer, std::string_view name, M const& member) {
  if constexpr (is_optional<M>) {
    if (member) write_member(writer, name, *member);
  } else {
    writer.key(name);
    Mapping<M>::write(writer, member);
  }
}

template <class M>
SchemaWriter::Field member_schema(SchemaWriter& writer, std::string_view name) {
  if constexpr (is_optional<M>) {
    return {name, false, Mapping<typename M::value_type>::schema(writer)};
  } else {
    return {name, true, Mapping<M>::schema(writer)};
  }
}

}  // namespace detail

template <detail::Struct T>
struct Mapping<T> {
  static std::optional<T> read(Reader& reader, boost::json::value const& value, Path const& at) {
    return read_as(reader, value, at, detail::Members<T>{});
  }
  static void write(Writer& writer, T const& value) {
    writer.begin_object();
    write_as(writer, value, detail::Members<T>{});
    writer.end_object();
  }
  static boost::json::object schema(SchemaWriter& writer) {
    constexpr auto name = detail::type_name<T>();
    if (writer.begin(name)) schema_as(writer, name, detail::Members<T>{});
    return SchemaWriter::reference(name);
  }

 private:
  template <template <class...> class L, class... D>
  static std::optional<T> read_as(Reader& reader, boost::json::value const& value, Path const& at, L<D...>) {
    static constexpr std::array<std::string_view, sizeof...(D)> names{D::name...};
    auto const* const object = reader.object(value, at, names);
    if (object == nullptr) return std::nullopt;
    return build<D...>(std::tuple<std::optional<detail::MemberType<T, D>>...>{
        detail::read_member<detail::MemberType<T, D>>(reader, *object, Path{&at, D::name})...});
  }

  template <class... D, class Parts>
  static std::optional<T> build(Parts parts) {
    return std::apply(
        [](auto&... part) -> std::optional<T> {
          if (!(part.has_value() && ...)) return std::nullopt;
          if constexpr (std::is_default_constructible_v<T>) {
            T made{};
            ((made.*D::pointer = std::move(*part)), ...);
            return made;
          } else {
            T made{std::move(*part)...};
            ENSURE(in_order<D...>(made));  // described in the order of declaration
            return made;
          }
        },
        parts);
  }

  template <class... D>
  static bool in_order(T const& made) {
    void const* last = nullptr;
    bool right = true;
    ((right = right && last < static_cast<void const*>(std::addressof(made.*D::pointer)),
      last = std::addressof(made.*D::pointer)),
     ...);
    return right;
  }

  template <template <class...> class L, class... D>
  static void write_as(Writer& writer, T const& value, L<D...>) {
    (detail::write_member(writer, D::name, value.*D::pointer), ...);
  }

  template <template <class...> class L, class... D>
  static void schema_as(SchemaWriter& writer, std::string_view name, L<D...>) {
    std::array<SchemaWriter::Field, sizeof...(D)> fields{
        detail::member_schema<detail::MemberType<T, D>>(writer, D::name)...};
    writer.put(name, SchemaWriter::object(fields));
  }
};

template <detail::Enum E>
struct Mapping<E> {
  static constexpr auto names = detail::enum_names<E>(boost::describe::describe_enumerators<E>{});
  static constexpr auto values = detail::enum_values<E>(boost::describe::describe_enumerators<E>{});

  static std::optional<E> read(Reader& reader, boost::json::value const& value, Path const& at) {
    auto const found = reader.one_of(value, at, names);
    return found ? std::optional(values[*found]) : std::nullopt;
  }
  static std::string_view name(E value) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] == value) return names[i];
    }
    ENSURE(false);  // every value of a described enum has a name
    std::unreachable();
  }
  static void write(Writer& writer, E value) { writer.text(name(value)); }
  static boost::json::object schema(SchemaWriter&) { return SchemaWriter::one_of(names); }
};

template <class T>
struct Mapping<std::vector<T>> {
  static constexpr std::size_t max = 1000;
  static std::optional<std::vector<T>> read(Reader& reader, boost::json::value const& value, Path const& at) {
    auto const* const array = reader.array(value, at, max);
    if (array == nullptr) return std::nullopt;
    std::vector<T> all;
    all.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (auto one = Mapping<T>::read(reader, (*array)[i], Path{&at, {}, i})) all.push_back(std::move(*one));
    }
    return all.size() == array->size() ? std::optional(std::move(all)) : std::nullopt;
  }
  static void write(Writer& writer, std::vector<T> const& value) {
    writer.begin_array();
    for (auto const& one : value) Mapping<T>::write(writer, one);
    writer.end_array();
  }
  static boost::json::object schema(SchemaWriter& writer) {
    return SchemaWriter::array(Mapping<T>::schema(writer), max);
  }
};

template <class T>
struct Mapping<std::map<std::string, T>> {
  static constexpr std::size_t max = 256;
  static std::optional<std::map<std::string, T>> read(Reader& reader, boost::json::value const& value,
                                                      Path const& at) {
    auto const* const object = reader.any_object(value, at, max);
    if (object == nullptr) return std::nullopt;
    std::map<std::string, T> all;
    for (auto const& field : *object) {
      if (auto one = Mapping<T>::read(reader, field.value(), Path{&at, field.key()})) {
        all.emplace(field.key(), std::move(*one));
      }
    }
    return all.size() == object->size() ? std::optional(std::move(all)) : std::nullopt;
  }
  static void write(Writer& writer, std::map<std::string, T> const& value) {
    writer.begin_object();
    for (auto const& [name, one] : value) detail::write_member(writer, name, one);
    writer.end_object();
  }
  static boost::json::object schema(SchemaWriter& writer) { return SchemaWriter::map(Mapping<T>::schema(writer)); }
};

template <std::size_t min, std::size_t max, bool lines>
struct Mapping<Text<min, max, lines>> {
  static std::optional<Text<min, max, lines>> read(Reader& reader, boost::json::value const& value, Path const& at) {
    auto text = reader.text(value, at, {.min = min, .max = max, .lines = lines, .trimmed = true});
    return text ? std::optional(Text<min, max, lines>{std::move(*text)}) : std::nullopt;
  }
  static void write(Writer& writer, Text<min, max, lines> const& value) { writer.text(value.value); }
  static boost::json::object schema(SchemaWriter&) { return SchemaWriter::text(min, max); }
};

template <std::int64_t min, std::int64_t max>
struct Mapping<Whole<min, max>> {
  static std::optional<Whole<min, max>> read(Reader& reader, boost::json::value const& value, Path const& at) {
    auto const whole = reader.whole(value, at, min, max);
    return whole ? std::optional(Whole<min, max>{*whole}) : std::nullopt;
  }
  static void write(Writer& writer, Whole<min, max> value) { writer.whole(value.value); }
  static boost::json::object schema(SchemaWriter&) { return SchemaWriter::whole(min, max); }
};

template <class T>
  requires(std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::int32_t>)
struct Mapping<T> {
  using Bounds = std::numeric_limits<T>;
  static std::optional<T> read(Reader& reader, boost::json::value const& value, Path const& at) {
    auto const whole = reader.whole(value, at, Bounds::min(), Bounds::max());
    return whole ? std::optional(static_cast<T>(*whole)) : std::nullopt;
  }
  static void write(Writer& writer, T value) { writer.whole(value); }
  static boost::json::object schema(SchemaWriter&) { return SchemaWriter::whole(Bounds::min(), Bounds::max()); }
};

template <class Tag>
struct Mapping<Id<Tag>> {
  static std::optional<Id<Tag>> read(Reader& reader, boost::json::value const& value, Path const& at) {
    auto const word = reader.word(value, at);
    auto id = word ? Id<Tag>::parse(*word) : std::nullopt;
    if (word && !id) reader.fail(at, "bad_format");
    return id;
  }
  static void write(Writer& writer, Id<Tag> const& value) { writer.text(value.view()); }
  static boost::json::object schema(SchemaWriter&) { return SchemaWriter::id(); }
};

// One line each: value types whose reading and writing are plain functions of Reader and Writer.
#define KELISIM_JSON_VALUE(Type, read_call, write_call, schema_call)                                        \
  template <>                                                                                               \
  struct Mapping<Type> {                                                                                    \
    static std::optional<Type> read(Reader& reader, boost::json::value const& value, Path const& at) {      \
      return read_call;                                                                                     \
    }                                                                                                       \
    static void write(Writer& writer, Type const& value) { writer.write_call(value); }                      \
    static boost::json::object schema([[maybe_unused]] SchemaWriter& writer) { return writer.schema_call; } \
  };
KELISIM_JSON_VALUE(bool, reader.boolean(value, at), boolean, boolean())
KELISIM_JSON_VALUE(std::string, reader.text(value, at, {.lines = true}), text, text(0, 4000))
KELISIM_JSON_VALUE(Instant, reader.instant(value, at), instant, format("date-time"))
KELISIM_JSON_VALUE(CivilDate, reader.date(value, at), date, format("date"))
KELISIM_JSON_VALUE(CivilTime, reader.time(value, at), time, civil_time())
KELISIM_JSON_VALUE(Money, reader.money(value, at), money, money())
#undef KELISIM_JSON_VALUE

template <>
struct Mapping<Clause> {  // written only: a clause is made by the ledger of clauses, never by a request
  static void write(Writer& writer, Clause const& value) { writer.clause(value); }
  static boost::json::object schema(SchemaWriter& writer) { return writer.clause(); }
};

template <>
struct Mapping<std::string_view> {  // written only
  static void write(Writer& writer, std::string_view value) { writer.text(value); }
  static boost::json::object schema(SchemaWriter&) { return {{"type", "string"}}; }
};

template <>
struct Mapping<boost::json::value> {  // any JSON, within the bounds of the text it came in
  static std::optional<boost::json::value> read(Reader&, boost::json::value const& value, Path const&) {
    return boost::json::value(value, boost::json::storage_ptr{});
  }
  static void write(Writer& writer, boost::json::value const& value) { writer.any(value); }
  static boost::json::object schema(SchemaWriter&) { return {{"description", "any JSON value"}}; }
};

template <class T>
Result<T, std::vector<http::FieldError>> read(boost::json::value const& value) {
  Reader reader;
  auto made = Mapping<T>::read(reader, value, Path{});
  if (!made || !reader.clean()) return Failure<std::vector<http::FieldError>>(reader.take_errors());
  return std::move(*made);
}

template <class T>
std::string to_text(T const& value, ClauseWording const& wording) {
  Writer writer(&wording);
  Mapping<T>::write(writer, value);
  return writer.take();
}

template <class T>
std::string to_text(T const& value) {
  Writer writer;
  Mapping<T>::write(writer, value);
  return writer.take();
}

namespace detail {
[[nodiscard]] boost::json::value parse_stored(std::string_view text, std::string_view type);
[[noreturn]] void stored_text_does_not_fit(std::string_view type, http::FieldError const& first);
}  // namespace detail

template <class T>
boost::json::value write(T const& value) {
  return detail::parse_stored(to_text(value), detail::type_name<T>());
}

template <class T>
T from_text(std::string_view text) {
  auto made = read<T>(detail::parse_stored(text, detail::type_name<T>()));
  if (!made) detail::stored_text_does_not_fit(detail::type_name<T>(), made.error().front());
  return std::move(*made);
}

template <class T>
Schema schema() {
  SchemaWriter writer;
  auto body = Mapping<T>::schema(writer);
  auto made = std::move(writer).finish(std::move(body));
  if constexpr (detail::Struct<T>) made.name = detail::type_name<T>();
  return made;
}

}  // namespace kelisim::json
