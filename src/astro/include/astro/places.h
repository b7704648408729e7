#pragma once

#include "astro/ephemeris.h"
#include "astro/language.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// A town or village of the atlas.
struct Town {
  std::uint32_t id = 0;      ///< GeoNames' number, or one above 4 000 000 000 for a town that only our overlay has
  std::string name;          ///< in the asked language; in Latin letters where the atlas has no name in it
  std::string region;        ///< first level below the country, in the asked language where known; may be empty
  std::string country;       ///< in the asked language
  std::string country_code;  ///< ISO 3166-1, two letters
  Place at;                  ///< its middle
  std::string zone;          ///< a name of the tz database
  std::uint32_t population = 0;

  /// "Семей, область Абай, Казахстан"; a part that only repeats the one before it is left out.
  [[nodiscard]] std::string label() const;

  friend bool operator==(Town const&, Town const&) = default;
};

/// Under which kind of name a place was found.
enum class NameKind : std::uint8_t { present, former, other };
template <>
inline constexpr auto names<NameKind> = std::to_array<std::string_view>({"present", "former", "other"});

struct TownMatch {
  Town town;
  std::string name;  ///< the name that matched as it is written in the atlas: "Семипалатинск"
  NameKind kind = NameKind::present;
  bool whole = false;  ///< the whole name was typed, not only its beginning
};

struct NearestTown {
  Town town;
  double kilometres = 0;
};

/// Where bin/setup builds the table, from the root of a checkout.
inline constexpr std::string_view built_atlas_file = "build/data/atlas.tsv";

/// The places that can be found by name, read once from the table that tools/atlas builds, then immutable; cheap to
/// copy and safe to read from any thread. Data: GeoNames (CC BY 4.0), see `attribution()`.
class Atlas {
 public:
  /// Throws Fault with the file's name when it cannot be read or is not such a table.
  [[nodiscard]] static Atlas load(std::filesystem::path const& file);

  static constexpr int most_matches = 50;

  /// Places of which a present, former or other name begins with what was typed, in Cyrillic or Latin letters; case,
  /// diacritics, ё, Kazakh letters, spaces and hyphens make no difference, nor does "г." or "село" before it. After a
  /// comma a region or country may follow ("Киров, Калужская"). By population, in which a name typed
  /// whole counts twentyfold, Kazakhstan thirtyfold and Russia fivefold. At most `limit` (1 … most_matches); nothing
  /// for fewer than two letters.
  [[nodiscard]] std::vector<TownMatch> search(std::string_view typed, Language language, int limit = 10) const;

  [[nodiscard]] std::optional<Town> find(std::uint32_t id, Language language) const;
  /// The town nearest to a point: a proposal for the zone of a village that the atlas does not have.
  [[nodiscard]] std::optional<NearestTown> nearest(Place const& at, Language language) const;

  /// For instance "geonames-2020-03-18.5c2e9f0a41d7"; the last part is a hash of the whole table.
  [[nodiscard]] std::string const& version() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept;
  /// What the licence of the data asks to be shown with it.
  [[nodiscard]] static std::string_view attribution();

 private:
  struct Data;
  explicit Atlas(std::shared_ptr<Data const> data);
  std::shared_ptr<Data const> data_;
};

}  // namespace kelisim::astro
