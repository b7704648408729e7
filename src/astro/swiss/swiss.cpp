#include "astro/ephemeris.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <fmt/format.h>
#include <swephexp.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

namespace kelisim::astro {
namespace {

constexpr int flags = SEFLG_SWIEPH | SEFLG_SPEED;
constexpr std::array needed_files = {"sepl_18.se1", "semo_18.se1", "seas_18.se1", "sefstars.txt"};
constexpr double pole = 89.99;

using Message = std::array<char, AS_MAXCH>;

double julian_day(Instant at) { return 2440587.5 + static_cast<double>(at.micros) / 86'400e6; }

Instant instant_of(double julian) {
  return {static_cast<std::int64_t>(std::llround((julian - 2440587.5) * 86'400e6))};
}

[[noreturn]] void fail(std::string_view what, Message const& said) {
  throw Fault(Fault::Retry::no, fmt::format("Swiss Ephemeris: {}: {}", what, said.data()));
}

/// The variable would override the folder given in code.
void ignore_environment() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (std::getenv("SE_EPHE_PATH") != nullptr) ::unsetenv("SE_EPHE_PATH");
  });
}

void require_files(std::string const& folder) {
  for (auto const* name : needed_files) {
    auto const file = std::filesystem::path(folder) / name;
    if (!std::filesystem::is_regular_file(file))
      throw Fault(Fault::Retry::no, fmt::format("Swiss Ephemeris: the file {} is missing", file.string()));
  }
}

int number_of(Body body, PointModels models) {
  constexpr std::array planets_first = {SE_SUN,     SE_MOON,   SE_MERCURY, SE_VENUS,   SE_MARS,
                                        SE_JUPITER, SE_SATURN, SE_URANUS,  SE_NEPTUNE, SE_PLUTO};
  if (is_planet(body)) return planets_first.at(index_of(body));
  if (body == Body::chiron) return SE_CHIRON;
  if (body == Body::north_node) return models.node == NodeModel::mean ? SE_MEAN_NODE : SE_TRUE_NODE;
  ENSURE(body == Body::lilith);
  constexpr std::array apogees = {SE_MEAN_APOG, SE_OSCU_APOG, SE_INTP_APOG};
  return apogees.at(index_of(models.lilith));
}

char letter_of(HouseSystem system) { return std::string_view("PKROEW").at(index_of(system)); }

std::string star_name(Star star) {
  std::string name(name_of(star));
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

State state_from(std::array<double, 6> const& found) {
  return {normalized(found[0]), found[1], found[2], found[3], found[4]};
}

EclipseKind solar_kind(int bits) {
  if ((bits & SE_ECL_ANNULAR_TOTAL) != 0) return EclipseKind::solar_hybrid;
  if ((bits & SE_ECL_TOTAL) != 0) return EclipseKind::solar_total;
  return (bits & SE_ECL_ANNULAR) != 0 ? EclipseKind::solar_annular : EclipseKind::solar_partial;
}

EclipseKind lunar_kind(int bits) {
  if ((bits & SE_ECL_TOTAL) != 0) return EclipseKind::lunar_total;
  return (bits & SE_ECL_PARTIAL) != 0 ? EclipseKind::lunar_partial : EclipseKind::lunar_penumbral;
}

/// The library keeps its folder, open files and caches per thread: closed with the thread's last holder.
class ThreadContext {
 public:
  explicit ThreadContext(std::string const& folder) {
    ignore_environment();
    require_files(folder);
    ENSURE(holders == 0 || open_folder() == folder);
    if (holders++ > 0) return;
    open_folder() = folder;
    swe_set_ephe_path(folder.c_str());
  }
  ThreadContext(ThreadContext const&) = delete;
  ThreadContext& operator=(ThreadContext const&) = delete;
  ~ThreadContext() {
    if (--holders == 0) swe_close();
  }

  void check() const { ENSURE(owner_ == std::this_thread::get_id()); }

 private:
  static std::string& open_folder() {
    static thread_local std::string folder;
    return folder;
  }
  static thread_local int holders;
  std::thread::id owner_ = std::this_thread::get_id();
};
thread_local int ThreadContext::holders = 0;

class SwissEphemeris final : public Ephemeris {
 public:
  explicit SwissEphemeris(std::string const& folder) : context_(folder) {}

  void states(Instant at, std::span<Body const> bodies, PointModels models, std::span<State> into) override {
    context_.check();
    ENSURE(bodies.size() == into.size());
    auto const terrestrial = terrestrial_day(at);
    for (std::size_t i = 0; i < bodies.size(); ++i)
      into[i] = state_from(calculated(terrestrial, number_of(bodies[i], models)));
  }

  EarthFrame frame(Instant at) override {
    context_.check();
    auto const nutation = calculated(terrestrial_day(at), SE_ECL_NUT);
    auto const hours = swe_sidtime0(julian_day(at), nutation[0], nutation[2]);
    return {.obliquity = nutation[0], .sidereal_time = normalized(hours * 15.0)};
  }

  Houses houses(HouseSystem system, double sidereal_time, double latitude, double obliquity) override {
    context_.check();
    latitude = std::clamp(latitude, -pole, pole);
    std::array<double, 13> cusps{};
    // The library writes ten, two of them unused: SE_NASCMC counts only those with a meaning.
    std::array<double, 10> angles{};
    Houses found{.asked = system, .used = system};
    if (swe_houses_armc(sidereal_time, latitude, obliquity, letter_of(system), cusps.data(), angles.data()) < 0) {
      found.used = HouseSystem::whole_sign;
      found.whole_sign_used = true;
      ENSURE(swe_houses_armc(sidereal_time, latitude, obliquity, letter_of(found.used), cusps.data(),
                             angles.data()) >= 0);
    }
    std::transform(cusps.begin() + 1, cusps.end(), found.cusps.begin(), normalized);
    found.ascendant = normalized(angles[SE_ASC]);
    found.midheaven = normalized(angles[SE_MC]);
    found.vertex = normalized(angles[SE_VERTEX]);
    found.right_ascension_mc = normalized(sidereal_time);
    found.obliquity = obliquity;
    return found;
  }

  State star(Star star, Instant at) override {
    context_.check();
    ENSURE(covered(at));
    std::array<char, 2 * SE_MAX_STNAME + 1> name{};
    auto const asked = star_name(star);
    asked.copy(name.data(), asked.size());
    std::array<double, 6> found{};
    Message said{};
    auto const answer = swe_fixstar2_ut(name.data(), julian_day(at), flags, found.data(), said.data());
    if (answer < 0 || (answer & SEFLG_SWIEPH) == 0) fail(asked, said);
    return state_from(found);
  }

  std::vector<Eclipse> eclipses(Window window) override {
    context_.check();
    ENSURE(covered(window.from) && window.to <= covered_window().to);
    std::vector<Eclipse> found;
    collect(window, found, Body::sun, solar_kind, [](double after, double* times, char* said) {
      return swe_sol_eclipse_when_glob(after, SEFLG_SWIEPH, 0, times, 0, said);
    });
    collect(window, found, Body::moon, lunar_kind, [](double after, double* times, char* said) {
      return swe_lun_eclipse_when(after, SEFLG_SWIEPH, 0, times, 0, said);
    });
    std::ranges::sort(found, {}, &Eclipse::maximum);
    return found;
  }

  std::string version() const override {
    std::array<char, AS_MAXCH> library{};
    double from = 0;
    double to = 0;
    int data = 0;
    swe_version(library.data());
    swe_get_current_file_data(0, &from, &to, &data);
    return data > 0 ? fmt::format("libswe {}, DE{}", library.data(), data) : fmt::format("libswe {}", library.data());
  }

 private:
  static double terrestrial_day(Instant at) {
    ENSURE(covered(at));
    Message said{};
    auto const day = julian_day(at);
    return day + swe_deltat_ex(day, SEFLG_SWIEPH, said.data());
  }

  static std::array<double, 6> calculated(double terrestrial, int number) {
    std::array<double, 6> found{};
    Message said;
    said[0] = '\0';
    auto const answer = swe_calc(terrestrial, number, flags, found.data(), said.data());
    if (answer < 0 || (answer & SEFLG_SWIEPH) == 0) fail(fmt::format("body {}", number), said);
    return found;
  }

  template <class Search>
  void collect(Window window, std::vector<Eclipse>& into, Body body, EclipseKind (*kind)(int), Search search) {
    std::array<double, 10> times{};
    Message said{};
    auto after = julian_day(window.from) - 1;
    for (;;) {
      auto const bits = search(after, times.data(), said.data());
      if (bits < 0) fail("eclipses", said);
      auto const at = instant_of(times[0]);
      if (at >= window.to) return;
      if (at >= window.from) into.push_back({kind(bits), at, state(body, at).longitude});
      after = times[0] + 5;
    }
  }

  ThreadContext context_;
};

}  // namespace

std::unique_ptr<Ephemeris> open_swiss(std::string const& folder) {
  auto made = std::make_unique<SwissEphemeris>(folder);
  // Opens the data files now, so that a damaged one is found at the start and `version` knows them.
  (void)made->state(Body::chiron, {});
  (void)made->state(Body::sun, {});
  return made;
}

}  // namespace kelisim::astro
