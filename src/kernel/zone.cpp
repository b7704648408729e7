#include "kernel/zone.h"

#include "kernel/ensure.h"

#include <absl/time/time.h>

#include <fstream>

namespace kelisim {
namespace {

absl::Time to_absl(Instant at) { return absl::FromUnixMicros(at.micros); }
Instant from_absl(absl::Time at) { return {absl::ToUnixMicros(at)}; }

absl::CivilSecond to_absl(CivilDateTime wall) {
  return absl::CivilSecond(wall.date.year, static_cast<int>(wall.date.month), static_cast<int>(wall.date.day), 0, 0,
                           wall.time.seconds);
}

/// Names are looked up as files of the tz database: letters, digits and `_+-/` only, never a path that climbs.
bool plausible_name(std::string_view name) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
  return !name.empty() && name.size() <= 64 && name.front() != '/' &&
         name.find_first_not_of(allowed) == std::string_view::npos;
}

}  // namespace

struct Zone::Data {
  std::string name;
  absl::TimeZone zone;
};

Zone::Zone(std::shared_ptr<Data const> data) : data_(std::move(data)) {}

std::optional<Zone> Zone::load(std::string_view name) {
  auto data = std::make_shared<Data>();
  data->name = std::string(name);
  if (!plausible_name(name) || !absl::LoadTimeZone(data->name, &data->zone)) return std::nullopt;
  return Zone(std::move(data));
}

Zone Zone::utc() { return Zone(std::make_shared<Data const>(Data{"UTC", absl::UTCTimeZone()})); }

std::string const& Zone::name() const noexcept { return data_->name; }

CivilDateTime Zone::local(Instant at) const {
  auto const civil = absl::ToCivilSecond(to_absl(at), data_->zone);
  return {{static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day())},
          civil_time(civil.hour(), civil.minute(), civil.second())};
}

int Zone::offset_seconds(Instant at) const { return data_->zone.At(to_absl(at)).offset; }

Zone::Clock Zone::clock(Instant at) const {
  auto const found = data_->zone.At(to_absl(at));
  return {found.offset, found.is_dst, found.zone_abbr};
}

Zone::Reading Zone::read(CivilDateTime wall) const {
  auto const found = data_->zone.At(to_absl(wall));
  switch (found.kind) {
    case absl::TimeZone::TimeInfo::UNIQUE:
      return {Reading::Kind::unique, from_absl(found.pre), from_absl(found.pre)};
    case absl::TimeZone::TimeInfo::SKIPPED:
      return {Reading::Kind::skipped, from_absl(found.post), from_absl(found.pre)};
    case absl::TimeZone::TimeInfo::REPEATED:
      return {Reading::Kind::repeated, from_absl(found.pre), from_absl(found.post)};
  }
  ENSURE(false && "a civil time is unique, skipped or repeated");
  std::abort();
}

Instant Zone::instant(CivilDateTime wall) const {
  auto const reading = read(wall);
  return reading.kind == Reading::Kind::skipped ? reading.later : reading.earlier;
}

std::string tzdata_version() {
  std::ifstream file("/usr/share/zoneinfo/tzdata.zi");
  std::string line;
  std::getline(file, line);
  constexpr std::string_view prefix = "# version ";
  return line.starts_with(prefix) ? line.substr(prefix.size()) : "unknown";
}

}  // namespace kelisim
