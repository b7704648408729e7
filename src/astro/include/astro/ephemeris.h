#pragma once

#include "astro/sky.h"

#include "kernel/instant.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kelisim::astro {

/// Geographic, WGS 84: degrees, north and east positive, metres above the sea.
struct Place {
  double latitude = 0;   ///< -90 … 90
  double longitude = 0;  ///< -180 … 180
  double elevation = 0;
  friend bool operator==(Place const&, Place const&) = default;
};

/// Apparent and geocentric, in the true ecliptic and equinox of date: light time, aberration and nutation are in.
struct State {
  double longitude = 0;        ///< degrees, [0, 360)
  double latitude = 0;         ///< degrees
  double distance = 0;         ///< astronomical units; 0 for points without one
  double longitude_speed = 0;  ///< degrees a day, negative when retrograde
  double latitude_speed = 0;   ///< degrees a day
};

enum class NodeModel : std::uint8_t { mean, osculating };
template <>
inline constexpr auto names<NodeModel> = std::to_array<std::string_view>({"mean", "true"});

/// The lunar apogee: mean, osculating ("true"), or interpolated between the Moon's real passages.
enum class LilithModel : std::uint8_t { mean, osculating, interpolated };
template <>
inline constexpr auto names<LilithModel> = std::to_array<std::string_view>({"mean", "true", "interpolated"});

/// Which curve stands for the two points that have several.
struct PointModels {
  NodeModel node = NodeModel::osculating;
  LilithModel lilith = LilithModel::mean;
  friend bool operator==(PointModels const&, PointModels const&) = default;
};

/// What the turning Earth adds. Degrees.
struct EarthFrame {
  double obliquity = 0;      ///< true obliquity of date
  double sidereal_time = 0;  ///< apparent, at Greenwich, [0, 360)
};

enum class HouseSystem : std::uint8_t { placidus, koch, regiomontanus, porphyry, equal, whole_sign };
template <>
inline constexpr auto names<HouseSystem> =
    std::to_array<std::string_view>({"placidus", "koch", "regiomontanus", "porphyry", "equal", "whole_sign"});

/// Cusps and angles, degrees of longitude.
struct Houses {
  HouseSystem asked = HouseSystem::placidus;
  HouseSystem used = HouseSystem::placidus;
  bool whole_sign_used = false;    ///< `asked` does not exist beyond the polar circle: these are whole signs instead
  std::array<double, 12> cusps{};  ///< cusps[0] is the first house
  double ascendant = 0;
  double midheaven = 0;
  double vertex = 0;
  double right_ascension_mc = 0;  ///< local apparent sidereal time
  double obliquity = 0;
};

/// The fixed stars that charts look at.
enum class Star : std::uint8_t { aldebaran, regulus, antares, fomalhaut, spica, sirius, algol, vega };
template <>
inline constexpr auto names<Star> = std::to_array<std::string_view>(
    {"aldebaran", "regulus", "antares", "fomalhaut", "spica", "sirius", "algol", "vega"});

enum class EclipseKind : std::uint8_t {
  solar_partial,
  solar_annular,
  solar_total,
  solar_hybrid,
  lunar_penumbral,
  lunar_partial,
  lunar_total
};
template <>
inline constexpr auto names<EclipseKind> =
    std::to_array<std::string_view>({"solar_partial", "solar_annular", "solar_total", "solar_hybrid",
                                     "lunar_penumbral", "lunar_partial", "lunar_total"});

struct Eclipse {
  EclipseKind kind{};
  Instant maximum;       ///< of the eclipse anywhere on Earth
  double longitude = 0;  ///< of the Sun (solar) or the Moon (lunar) at the maximum, degrees
};

struct Window {
  Instant from;
  Instant to;  ///< not included
};

/// What is known: [1800-01-01, 2399-12-01). Charts outside are refused; asking an Ephemeris outside is a bug.
[[nodiscard]] Window covered_window();
[[nodiscard]] bool covered(Instant at);

/// The sky, behind a port. One object belongs to the one thread that made it (see pool.h). An Instant is read as UT1,
/// which differs from UTC by less than 0.9 s: at most 0.5" for the Moon and 14" for the angles.
/// Every call throws Fault when the data is missing or damaged, and never answers from a poorer source.
class Ephemeris {
 public:
  Ephemeris() = default;
  Ephemeris(Ephemeris const&) = delete;
  Ephemeris& operator=(Ephemeris const&) = delete;
  virtual ~Ephemeris() = default;

  /// `into` is as long as `bodies`; each body is one of the sky (`is_sky`).
  virtual void states(Instant at, std::span<Body const> bodies, PointModels models, std::span<State> into) = 0;
  [[nodiscard]] State state(Body body, Instant at, PointModels models = {});

  [[nodiscard]] virtual EarthFrame frame(Instant at) = 0;
  /// Never fails for a place in range: see Houses::whole_sign_used. `sidereal_time` is the local one, in degrees.
  [[nodiscard]] virtual Houses houses(HouseSystem system, double sidereal_time, double latitude,
                                      double obliquity) = 0;
  [[nodiscard]] Houses houses(HouseSystem system, Instant at, Place const& place);

  [[nodiscard]] virtual State star(Star star, Instant at) = 0;
  /// Every eclipse whose maximum lies in the window, solar and lunar, by time.
  [[nodiscard]] virtual std::vector<Eclipse> eclipses(Window window) = 0;

  /// The engine and its data, for the footer of documents: "libswe 2.10.03, swe-basic-data (DE431)".
  [[nodiscard]] virtual std::string version() const = 0;
};

/// Where the system's package puts the data of the Swiss Ephemeris.
inline constexpr std::string_view default_ephemeris_folder = "/usr/share/libswe/ephe";

/// The Swiss Ephemeris on this thread: only this thread may use it, and all of one thread have the same folder. Fault
/// names a missing file.
[[nodiscard]] std::unique_ptr<Ephemeris> open_swiss(
    std::string const& folder = std::string(default_ephemeris_folder));

}  // namespace kelisim::astro
