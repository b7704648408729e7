#include "platform/json/parse.h"

#include "kernel/ensure.h"
#include "platform/json/described.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <boost/json/value_stack.hpp>

#include <fmt/format.h>

namespace kelisim::json {
namespace {

using boost::json::error_code;
using boost::json::string_view;

// Builds the value and watches the bounds. A bound that is broken stops the parser; `code` and `path` then say which.
class Builder {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  Builder(ParseLimits const& limits, boost::json::storage_ptr memory) : limits_(limits) {
    values_.reset(std::move(memory));
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code& ec) { return enter(true, ec); }
  bool on_object_end(std::size_t n, error_code& ec) {
    values_.push_object(n);
    frames_.pop_back();
    return count(ec);
  }
  bool on_array_begin(error_code& ec) { return enter(false, ec); }
  bool on_array_end(std::size_t n, error_code& ec) {
    values_.push_array(n);
    frames_.pop_back();
    return count(ec);
  }
  bool on_key_part(string_view part, std::size_t, error_code& ec) {
    key_.append(part);
    return key_.size() <= limits_.key_bytes || stop("too_long", ec);
  }
  bool on_key(string_view part, std::size_t n, error_code& ec) {
    if (!on_key_part(part, n, ec)) return false;
    auto& frame = frames_.back();
    for (auto const& known : frame.keys) {
      if (known == key_) {
        frame.current = key_;
        return stop("doubled_field", ec);
      }
    }
    frame.keys.push_back(key_);
    frame.current = key_;
    values_.push_key(key_);
    key_.clear();
    return frame.keys.size() <= limits_.fields || stop("too_many", ec);
  }
  bool on_string_part(string_view part, std::size_t, error_code&) {
    values_.push_chars(part);
    return true;
  }
  bool on_string(string_view part, std::size_t, error_code& ec) {
    values_.push_string(part);
    return count(ec);
  }
  bool on_number_part(string_view, error_code&) { return true; }
  bool on_int64(std::int64_t value, string_view, error_code& ec) {
    values_.push_int64(value);
    return count(ec);
  }
  bool on_uint64(std::uint64_t value, string_view, error_code& ec) {
    values_.push_uint64(value);
    return count(ec);
  }
  bool on_double(auto value, string_view, error_code& ec) {
    // 1e999 has become infinite, and 0e999 no number at all.
    if (!(value - value == 0)) return stop("too_large", ec);
    values_.push_double(value);
    return count(ec);
  }
  bool on_bool(bool value, error_code& ec) {
    values_.push_bool(value);
    return count(ec);
  }
  bool on_null(error_code& ec) {
    values_.push_null();
    return count(ec);
  }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

  boost::json::value take() { return values_.release(); }
  std::string_view code() const { return code_; }
  std::string path() const {
    std::string text;
    for (auto const& frame : frames_) {
      if (frame.is_object) {
        if (!frame.current.empty()) text += (text.empty() ? "" : ".") + frame.current;
      } else {
        text += fmt::format("[{}]", frame.elements);
      }
    }
    return text;
  }

 private:
  struct Frame {
    bool is_object;
    std::size_t elements = 0;
    std::string current = {};
    std::vector<std::string> keys = {};
  };

  bool enter(bool is_object, error_code& ec) {
    if (frames_.size() == limits_.depth) return stop("too_deep", ec);
    frames_.push_back({is_object});
    return true;
  }
  bool count(error_code& ec) {
    if (frames_.empty() || frames_.back().is_object) return true;
    return ++frames_.back().elements <= limits_.elements || stop("too_many", ec);
  }
  bool stop(std::string_view code, error_code& ec) {
    code_ = code;
    ec = boost::json::error::exception;
    return false;
  }

  ParseLimits limits_;
  boost::json::value_stack values_;
  std::vector<Frame> frames_;
  std::string key_;
  std::string_view code_;
};

Failure<std::vector<http::FieldError>> refused(std::string path, std::string_view code) {
  return Failure<std::vector<http::FieldError>>({{std::move(path), std::string(code)}});
}

}  // namespace

Result<boost::json::value, std::vector<http::FieldError>> parse(std::string_view text, ParseLimits const& limits,
                                                                boost::json::storage_ptr memory) {
  boost::json::parse_options options;
  options.max_depth = limits.depth + 1;  // ours speaks first, with a path
  boost::json::basic_parser<Builder> parser(options, limits, std::move(memory));
  error_code failure;
  auto const used = parser.write_some(false, text.data(), text.size(), failure);
  if (!parser.handler().code().empty()) {
    return refused(parser.handler().path(), parser.handler().code());
  }
  if (failure || used != text.size() || !parser.done()) return refused({}, "bad_json");
  return parser.handler().take();
}

namespace detail {

boost::json::value parse_stored(std::string_view text, std::string_view type) {
  auto parsed = parse(text, stored_limits);
  if (!parsed) stored_text_does_not_fit(type, parsed.error().front());
  return std::move(*parsed);
}

void stored_text_does_not_fit(std::string_view type, http::FieldError const& first) {
  throw Bug(fmt::format("a stored JSON text is no {}: {} at '{}'", type, first.code, first.path));
}

}  // namespace detail
}  // namespace kelisim::json
