#include "astro.h"

#include "astro/events.h"
#include "astro/segments.h"

#include <swephexp.h>

#include <algorithm>
#include <chrono>

namespace kelisim::bench {
namespace {

using namespace astro;
using Clock = std::chrono::steady_clock;
using std::chrono::hours;

constexpr Place almaty = {43.25, 76.95, 850};
constexpr Instant start = {1'767'225'600'000'000};  // 2026-01-01T00:00:00Z
constexpr int repeats = 5;

/// The best of several runs: others use this machine too.
template <class Work>
double milliseconds(Work work) {
  double best = 1e30;
  for (int i = 0; i < repeats; ++i) {
    auto const began = Clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - began).count());
  }
  return best;
}

/// A birth somewhere in 1930 … 2030, no two near one another.
Instant birth(int number) {
  return {-1'262'304'000'000'000 + static_cast<std::int64_t>(number) * 7'919 % 36'500 * 86'400'000'000 +
          number * 977'000'000LL};
}

double julian_day(Instant at) { return 2440587.5 + static_cast<double>(at.micros) / 86'400e6; }

/// The calls that a chart needs: the difference of the times, nutation, sidereal time, thirteen bodies and the
/// houses.
void raw_chart(Instant at) {
  std::array<double, 6> found{};
  std::array<char, AS_MAXCH> said{};
  auto const universal = julian_day(at);
  auto const terrestrial = universal + swe_deltat_ex(universal, SEFLG_SWIEPH, said.data());
  swe_calc(terrestrial, SE_ECL_NUT, SEFLG_SWIEPH, found.data(), said.data());
  auto const sidereal = swe_sidtime0(universal, found[0], found[2]) * 15 + almaty.longitude;
  std::array<double, 13> cusps{};
  std::array<double, 10> angles{};
  swe_houses_armc(swe_degnorm(sidereal), almaty.latitude, found[0], 'P', cusps.data(), angles.data());
  for (auto const body : {SE_SUN, SE_MOON, SE_MERCURY, SE_VENUS, SE_MARS, SE_JUPITER, SE_SATURN, SE_URANUS,
                          SE_NEPTUNE, SE_PLUTO, SE_TRUE_NODE, SE_MEAN_APOG, SE_CHIRON})
    swe_calc(terrestrial, body, SEFLG_SWIEPH | SEFLG_SPEED, found.data(), said.data());
}

void bench_charts(Ephemeris& ephemeris, Table& table) {
  constexpr int charts = 2000;
  std::size_t aspects = 0;
  double whole = 1e30;
  double raw = 1e30;
  // One after the other, so that a busy machine slows both.
  for (int i = 0; i < repeats; ++i) {
    auto const began = Clock::now();
    for (int n = 0; n < charts; ++n) aspects += compute_chart(ephemeris, birth(n), almaty)->aspects.size();
    auto const middle = Clock::now();
    for (int n = 0; n < charts; ++n) raw_chart(birth(n));
    whole = std::min(whole, std::chrono::duration<double>(middle - began).count());
    raw = std::min(raw, std::chrono::duration<double>(Clock::now() - middle).count());
  }
  table.row("whole charts at random dates, one core", fmt::format("{:.0f}/s", charts / whole),
            fmt::format("{:.0f}/s", charts / raw),
            fmt::format("{:.0f} % over their raw libswe calls; {:.0f} aspects each", 100 * (whole / raw - 1),
                        static_cast<double>(aspects) / (charts * repeats)));
}

/// The states that a track of the planets samples, asked of the library directly.
double raw_track_ms(Window window) {
  return milliseconds([&] {
    std::array<double, 6> found{};
    std::array<char, AS_MAXCH> said{};
    for (auto const& [body, step] : {std::pair{SE_SUN, 24},
                                     {SE_MOON, 3},
                                     {SE_MERCURY, 6},
                                     {SE_VENUS, 12},
                                     {SE_MARS, 24},
                                     {SE_JUPITER, 24},
                                     {SE_SATURN, 24},
                                     {SE_URANUS, 24},
                                     {SE_NEPTUNE, 24},
                                     {SE_PLUTO, 24}})
      for (auto at = window.from; at < window.to; at = at + hours(step))
        swe_calc_ut(julian_day(at), body, SEFLG_SWIEPH | SEFLG_SPEED, found.data(), said.data());
  });
}

void bench_segments(Ephemeris& ephemeris, Table& table, std::string_view what, int days) {
  Window const window{start, start + hours(24) * days};
  SegmentSettings settings;
  settings.place = almaty;
  settings.natal = {{Body::sun, 196.3}, {Body::moon, 303.5}, {Body::ascendant, 19.9}, {Body::midheaven, 277.1}};
  std::size_t count = 0;
  auto const took = milliseconds([&] { count = sky_segments(ephemeris, window, settings).size(); });
  table.row(what, fmt::format("{:.1f} ms", took), fmt::format("{:.1f} ms", raw_track_ms(window)),
            fmt::format("{} segments; the limit is the planets' raw states that it samples", count));
}

void bench_transits(Ephemeris& ephemeris, Table& table) {
  Window const year{start, start + hours(24 * 365)};
  auto const natal = fixed_points(compute_chart(ephemeris, birth(1), almaty).value());
  std::size_t hits = 0;
  auto const took = milliseconds([&] {
    Track const track(ephemeris, year, planets);
    hits = transits(track, planets, natal, major_aspects).size();
  });
  table.row("a year of transits, ten planets to seventeen points", fmt::format("{:.1f} ms", took),
            fmt::format("{:.1f} ms", raw_track_ms(year)), fmt::format("{} exact hits", hits));
}

}  // namespace

void bench_astro(Table& table) {
  auto const ephemeris = open_swiss();
  bench_charts(*ephemeris, table);
  bench_segments(*ephemeris, table, "an election's sky of a month, cut at every change", 31);
  bench_segments(*ephemeris, table, "an election's sky of a year", 365);
  bench_transits(*ephemeris, table);
}

}  // namespace kelisim::bench
