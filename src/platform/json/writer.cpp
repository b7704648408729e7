#include "platform/json/writer.h"

#include "json/text_scan.h"

#include <boost/json/serialize.hpp>

#include <fmt/format.h>

namespace kelisim::json {

void Writer::separate() {
  if (!fresh_) out_ += ',';
  fresh_ = false;
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
  fresh_ = true;
}

void Writer::close(char bracket) {
  out_ += bracket;
  fresh_ = false;
}

void Writer::key(std::string_view name) {
  separate();
  quoted(name);
  out_ += ':';
  fresh_ = true;
}

void Writer::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void Writer::whole(std::int64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), FMT_STRING("{}"), value);
}

void Writer::text(std::string_view value) {
  separate();
  quoted(value);
}

void Writer::quoted(std::string_view value) {
  out_.reserve(out_.size() + value.size() + 2);
  out_ += '"';
  std::size_t plain = 0;  // start of what is copied as it stands
  for (std::size_t i = 0; i < value.size();) {
    auto const c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
      ++i;
      continue;
    }
    auto const length = c < 0x80 ? std::size_t{0} : first_code_point(value.substr(i)).length;
    if (length > 0) {
      i += length;
      continue;
    }
    out_.append(value, plain, i - plain);
    plain = ++i;
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default:
        fmt::format_to(std::back_inserter(out_), FMT_STRING("\\u{:04x}"), c < 0x80 ? unsigned{c} : 0xFFFDU);
    }
  }
  out_.append(value, plain);
  out_ += '"';
}

void Writer::instant(Instant value) { text(to_rfc3339(value)); }
void Writer::date(CivilDate value) { text(to_string(value)); }
void Writer::time(CivilTime value) { text(to_string(value)); }

void Writer::money(Money value) {
  begin_object();
  key("minor");
  whole(value.minor());
  key("currency");
  text(to_string(value.currency()));
  end_object();
}

void Writer::clause(Clause const& value) {
  begin_object();
  key("id");
  text(value.id);
  key("number");
  text(value.number);
  if (wording_ != nullptr && *wording_) {
    if (auto const words = (*wording_)(value); !words.empty()) {
      key("text");
      text(words);
    }
  }
  end_object();
}

void Writer::any(boost::json::value const& value) {
  separate();
  out_ += boost::json::serialize(value);
}

}  // namespace kelisim::json
