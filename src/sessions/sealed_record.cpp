#include "sessions/sealed_record.h"

#include "kernel/fault.h"
#include "platform/json/described.h"
#include "sessions/record_seal.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace kelisim::sessions {
namespace {

namespace json_values = boost::json;

std::string text_of(json_values::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

template <class Enum>
Enum word_of(json_values::object const& object, std::string_view name) {
  Enum value{};
  if (!boost::describe::enum_from_string(text_of(object, name).c_str(), value)) {
    throw Fault(Fault::Retry::no, "a record of a session has an unknown word");
  }
  return value;
}

std::int64_t number_of(json_values::object const& object, std::string_view name) {
  return object.at(name).as_int64();
}

std::string clause_of(json_values::object const& object) { return text_of(object.at("because").as_object(), "id"); }

RecordFindings findings_in(json_values::object const& record) {
  auto const& attendance = record.at("attendance").as_object();
  auto const& verdict = record.at("verdict").as_object();
  auto const remedy = text_of(attendance, "remedy");
  auto const* relay = verdict.if_contains("relay");
  auto const signed_at = parse_rfc3339(text_of(record, "signed_at"));
  if (!signed_at) throw Fault(Fault::Retry::no, "a record of a session says no instant of its signing");
  return {.booking = text_of(record, "booking"),
          .attendance = word_of<Attendance>(attendance, "attendance"),
          .clause = clause_of(attendance),
          .extension_seconds = number_of(attendance, "extension_seconds"),
          .missing_minutes = number_of(attendance, "missing_minutes"),
          .remedy = remedy.empty() ? std::nullopt : std::optional(remedy),
          .failed = word_of<FailureSide>(verdict, "side"),
          .connection_clause = clause_of(verdict),
          .together_seconds = number_of(verdict, "together_seconds"),
          .media_seconds = number_of(verdict, "media_seconds"),
          .service_seconds = number_of(verdict, "service_seconds"),
          .specialist_seconds = number_of(verdict, "specialist_seconds"),
          .client_seconds = number_of(verdict, "client_seconds"),
          .disputed_seconds = number_of(verdict, "disputed_seconds"),
          .relay = relay == nullptr ? std::nullopt
                                    : std::optional(json::from_text<RelayFindings>(json_values::serialize(*relay))),
          .signed_at = *signed_at};
}

}  // namespace

RecordFindings read_record(std::string_view body) {
  try {
    return findings_in(json_values::parse(body).as_object());
  } catch (boost::system::system_error const&) {
    throw Fault(Fault::Retry::no, "a record of a session has another shape");
  }
}

RecordFileVerdict check_record_file(std::string_view text, std::optional<std::string_view> key) {
  boost::system::error_code failed;
  auto const parsed = json_values::parse(text, failed);
  if (failed || !parsed.is_object()) return {RecordFlaw::unreadable, {}, {}};
  auto const& file = parsed.get_object();
  auto const body = text_of(file, "body");
  RecordFileVerdict verdict{std::nullopt, text_of(file, "public_key"), std::nullopt};
  if (body.empty() || verdict.key.empty()) return {RecordFlaw::unreadable, {}, {}};
  if (!is_sealed(body, text_of(file, "signature"), verdict.key)) {
    verdict.flaw = RecordFlaw::not_signed;
  } else if (key && *key != verdict.key) {
    verdict.flaw = RecordFlaw::other_key;
  } else {
    verdict.findings = read_record(body);
  }
  return verdict;
}

}  // namespace kelisim::sessions
