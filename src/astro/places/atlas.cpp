#include "places/fold.h"
#include "places/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kelisim::astro {
namespace {

constexpr std::size_t head_size = 8;
constexpr std::size_t longest_query = 100;
constexpr double degrees_to_radians = std::numbers::pi / 180;
constexpr double earth_radius_km = 6371.0;

/// The first eight bytes in big-endian order, zero-filled: compares as the bytes do.
std::uint64_t head_of(std::string_view folded) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < head_size; ++i) {
    head = (head << 8U) | (i < folded.size() ? static_cast<unsigned char>(folded[i]) : 0U);
  }
  return head;
}

/// A name under which a place is found.
struct Key {
  std::uint64_t head = 0;
  std::uint32_t folded = 0;  ///< offset in the folded names
  std::uint32_t name = 0;    ///< offset in the table's text
  std::uint32_t town = 0;
  std::uint8_t folded_size = 0;
  std::uint8_t name_size = 0;
  NameKind kind{};
};

struct Hit {
  Key const* key;
  bool whole;
  double weight;
};

/// Whose towns are meant first: the business is in Kazakhstan, its clients were born there and in Russia.
double weight_of_country(std::string_view code) { return code == "KZ" ? 30 : code == "RU" ? 5 : 1; }
/// Other spellings are a mixed bag of many languages.
double weight_of_kind(NameKind kind) { return kind == NameKind::other ? 0.3 : 1; }
constexpr double weight_of_a_whole_name = 20;
constexpr double population_of_the_uncounted = 1000;

std::string_view in_language(std::array<std::string_view, 3> const& names, Language language) {
  auto const [ru, kk, en] = names;
  if (language == Language::kk && !kk.empty()) return kk;
  if (language == Language::en || ru.empty()) return en;
  return ru;
}

/// "г. Алматы" and "село Аксу" are looked up as "Алматы" and "Аксу".
std::string_view without_kind_of_place(std::string_view typed) {
  constexpr std::array<std::string_view, 16> kinds = {"г. ",   "г.",       "гор. ",    "город ", "с. ", "село ",
                                                      "пос. ", "посёлок ", "поселок ", "пгт ",   "п. ", "аул ",
                                                      "дер. ", "деревня ", "ауылы ",   "қ. "};
  while (typed.starts_with(' ')) typed.remove_prefix(1);
  for (auto const kind : kinds) {
    if (typed.starts_with(kind) && typed.size() > kind.size()) return typed.substr(kind.size());
  }
  return typed;
}

}  // namespace

struct Atlas::Data {
  AtlasTable table;
  std::string folded;
  std::vector<Key> keys;  ///< by head

  explicit Data(AtlasTable&& read) : table(std::move(read)) {
    for (std::uint32_t town = 0; town < table.towns.size(); ++town) add_names(town);
    folded.shrink_to_fit();
    std::ranges::sort(keys, {}, &Key::head);
  }

  [[nodiscard]] std::string_view folded_of(Key const& key) const {
    return std::string_view(folded).substr(key.folded, key.folded_size);
  }

  void add_names(std::uint32_t town) {
    auto const& row = table.towns[town];
    auto const [ru, kk, en, former, other] = table.names(row);
    for (auto const name : {ru, kk, en}) add_key(town, name, NameKind::present);
    add_list(town, former, NameKind::former);
    add_list(town, other, NameKind::other);
  }

  void add_list(std::uint32_t town, std::string_view names, NameKind kind) {
    while (!names.empty()) {
      auto const end = names.find('|');
      add_key(town, names.substr(0, end), kind);
      names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
    }
  }

  void add_key(std::uint32_t town, std::string_view name, NameKind kind) {
    auto const start = folded.size();
    fold_into(folded, name);
    auto const size = folded.size() - start;
    auto const offset = static_cast<std::uint32_t>(name.data() - table.text.data());
    if (size == 0 || size > 255 || name.size() > 255) return folded.resize(start);
    keys.push_back({head_of(std::string_view(folded).substr(start)), static_cast<std::uint32_t>(start), offset, town,
                    static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(name.size()), kind});
  }

  [[nodiscard]] Town town(TownRow const& row, Language language) const {
    auto const [ru, kk, en, former, other] = table.names(row);
    auto const& country = table.countries[row.country];
    Town town;
    town.id = row.id;
    town.name = in_language({ru, kk, en}, language);
    if (row.region != TownRow::no_region) town.region = in_language(table.regions[row.region].names, language);
    town.country = in_language(country.names, language);
    town.country_code = country.code;
    town.at = {row.latitude / 1e5, row.longitude / 1e5, 0};
    town.zone = table.zones[row.zone];
    town.population = row.population;
    return town;
  }

  [[nodiscard]] double weight(Key const& key) const {
    auto const& row = table.towns[key.town];
    return (row.population + population_of_the_uncounted) * weight_of_country(table.countries[row.country].code) *
           weight_of_kind(key.kind);
  }

  [[nodiscard]] bool lies_in(TownRow const& row, std::string_view folded_area) const {
    auto const named = [&](Area const& area) {
      return std::ranges::any_of(area.names,
                                 [&](auto name) { return fold(name).find(folded_area) != std::string::npos; });
    };
    return named(table.countries[row.country]) ||
           (row.region != TownRow::no_region && named(table.regions[row.region]));
  }

  /// Every key that begins with the query, the best of each town, best first.
  [[nodiscard]] std::vector<Hit> hits(std::string_view query) const {
    auto const low = head_of(query);
    auto const spare = 8 * (head_size - std::min(head_size, query.size()));
    auto const high = spare == 0 ? low : low | (~std::uint64_t{0} >> (64 - spare));
    auto const first = std::ranges::lower_bound(keys, low, {}, &Key::head);
    auto const last = std::ranges::upper_bound(first, keys.end(), high, {}, &Key::head);
    std::vector<Hit> found;
    for (auto key = first; key != last; ++key) {
      if (!folded_of(*key).starts_with(query)) continue;
      auto const whole = key->folded_size == query.size();
      found.push_back({&*key, whole, weight(*key) * (whole ? weight_of_a_whole_name : 1)});
    }
    std::ranges::sort(found, [](Hit const& a, Hit const& b) {
      if (a.weight != b.weight) return a.weight > b.weight;
      return a.key->town != b.key->town ? a.key->town < b.key->town : a.key->name < b.key->name;
    });
    return found;
  }
};

Atlas::Atlas(std::shared_ptr<Data const> data) : data_(std::move(data)) {}

Atlas Atlas::load(std::filesystem::path const& file) { return Atlas(std::make_shared<Data const>(read_table(file))); }

std::vector<TownMatch> Atlas::search(std::string_view typed, Language language, int limit) const {
  typed = without_kind_of_place(typed.substr(0, longest_query));
  auto const comma = typed.find(',');
  auto const query = fold(typed.substr(0, comma));
  auto const area = comma == std::string_view::npos ? std::string() : fold(typed.substr(comma + 1));
  auto const letters = std::ranges::count_if(query, [](char byte) { return (byte & 0xC0) != 0x80; });
  std::vector<TownMatch> matches;
  if (letters < 2) return matches;
  auto const most = static_cast<std::size_t>(std::clamp(limit, 1, most_matches));
  for (auto const& [key, whole, weight] : data_->hits(query)) {
    auto const& row = data_->table.towns[key->town];
    auto const known = std::ranges::any_of(matches, [&](auto const& match) { return match.town.id == row.id; });
    if (known || !data_->lies_in(row, area)) continue;
    auto const name = std::string_view(data_->table.text).substr(key->name, key->name_size);
    matches.push_back({data_->town(row, language), std::string(name), key->kind, whole});
    if (matches.size() == most) break;
  }
  return matches;
}

std::optional<Town> Atlas::find(std::uint32_t id, Language language) const {
  auto const& towns = data_->table.towns;
  auto const found = std::ranges::find(towns, id, &TownRow::id);
  if (found == towns.end()) return std::nullopt;
  return data_->town(*found, language);
}

std::optional<NearestTown> Atlas::nearest(Place const& at, Language language) const {
  TownRow const* best = nullptr;
  double best_haversine = 2;
  for (auto const& town : data_->table.towns) {
    auto const latitude = town.latitude / 1e5;
    auto const north = std::sin((latitude - at.latitude) * degrees_to_radians / 2);
    if (north * north >= best_haversine) continue;
    auto const east = std::sin((town.longitude / 1e5 - at.longitude) * degrees_to_radians / 2);
    auto const narrowing = std::cos(latitude * degrees_to_radians) * std::cos(at.latitude * degrees_to_radians);
    auto const haversine = north * north + narrowing * east * east;
    if (haversine < best_haversine) {
      best_haversine = haversine;
      best = &town;
    }
  }
  if (best == nullptr) return std::nullopt;
  return NearestTown{data_->town(*best, language), 2 * earth_radius_km * std::asin(std::sqrt(best_haversine))};
}

std::string const& Atlas::version() const noexcept { return data_->table.version; }
std::size_t Atlas::size() const noexcept { return data_->table.towns.size(); }
std::string_view Atlas::attribution() { return "GeoNames (geonames.org), CC BY 4.0"; }

std::string Town::label() const {
  auto text = name;
  if (!region.empty() && region != name) text += fmt::format(", {}", region);
  return country.empty() ? text : fmt::format("{}, {}", text, country);
}

}  // namespace kelisim::astro
