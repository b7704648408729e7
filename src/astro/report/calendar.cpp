#include "astro/calendar.h"

#include "kernel/civil.h"
#include "kernel/zone.h"

#include <fmt/format.h>

namespace kelisim::astro {
namespace {

constexpr std::size_t line_octets_max = 75;

/// RFC 5545, 3.3.11: backslash, semicolon, comma and line break are escaped.
std::string escaped(std::string_view text) {
  std::string safe;
  for (char const letter : text) {
    switch (letter) {
      case '\\':
        safe += "\\\\";
        break;
      case ';':
        safe += "\\;";
        break;
      case ',':
        safe += "\\,";
        break;
      case '\n':
        safe += "\\n";
        break;
      case '\r':
        break;
      default:
        safe += letter;
    }
  }
  return safe;
}

/// RFC 5545, 3.1: a longer line goes on after CR LF and a space. Never within a letter of UTF-8.
void put_line(std::string& out, std::string_view line) {
  std::size_t room = line_octets_max;
  while (line.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & 0xc0U) == 0x80U) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = line_octets_max - 1;
  }
  out.append(line).append("\r\n");
}

std::string date_text(CivilDate date) { return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day); }

std::string utc_text(Instant at) {
  auto const wall = Zone::utc().local(at);
  auto const seconds = wall.time.seconds;
  return fmt::format("{}T{:02}{:02}{:02}Z", date_text(wall.date), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void put_event(std::string& out, Draft const& draft, DatedItem const& item, Zone const& zone, Instant made_at) {
  put_line(out, "BEGIN:VEVENT");
  put_line(out, fmt::format("UID:{}-{}@kelisim", draft.input_hash.substr(0, 24), escaped(item.id)));
  put_line(out, "DTSTAMP:" + utc_text(made_at));
  if (item.all_day) {
    auto const first = zone.local(item.from).date;
    auto const last = item.to ? std::max(first, zone.local(*item.to).date) : first;
    put_line(out, "DTSTART;VALUE=DATE:" + date_text(first));
    put_line(out, "DTEND;VALUE=DATE:" + date_text(add_days(last, 1)));
    put_line(out, "TRANSP:TRANSPARENT");
  } else {
    put_line(out, "DTSTART:" + utc_text(item.from));
    if (item.to && *item.to > item.from) put_line(out, "DTEND:" + utc_text(*item.to));
  }
  put_line(out, fmt::format("SUMMARY;LANGUAGE={}:{}", draft.language, escaped(item.title)));
  if (!item.text.empty())
    put_line(out, fmt::format("DESCRIPTION;LANGUAGE={}:{}", draft.language, escaped(item.text)));
  put_line(out, "END:VEVENT");
}

}  // namespace

std::string calendar_ics(Draft const& draft, Instant made_at) {
  auto const zone = Zone::load(draft.zone).value_or(Zone::utc());
  std::string out;
  put_line(out, "BEGIN:VCALENDAR");
  put_line(out, "VERSION:2.0");
  put_line(out, "PRODID:-//Kelisim//Astrology//EN");
  put_line(out, "CALSCALE:GREGORIAN");
  put_line(out, "METHOD:PUBLISH");
  put_line(out, "X-WR-CALNAME:" + escaped(draft.title));
  for (auto const& item : draft.dates) put_event(out, draft, item, zone, made_at);
  put_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace kelisim::astro
