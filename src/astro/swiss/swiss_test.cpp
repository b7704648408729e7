#include "astro/pool.h"

#include "sky.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

namespace kelisim::astro {
namespace {

namespace fs = std::filesystem;
using test::sky;
using test::utc;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

/// A copy of the data folder by links, to spoil one file of.
class DataFolder {
 public:
  DataFolder() : path_(fs::temp_directory_path() / ("kelisim_ephe_" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
    for (auto const* name : {"sepl_18.se1", "semo_18.se1", "seas_18.se1", "sefstars.txt"})
      fs::create_symlink(fs::path(default_ephemeris_folder) / name, path_ / name);
  }
  DataFolder(DataFolder const&) = delete;
  DataFolder& operator=(DataFolder const&) = delete;
  ~DataFolder() { fs::remove_all(path_); }
  void remove(char const* name) const { fs::remove(path_ / name); }
  void truncate(char const* name) const {
    remove(name);
    std::ofstream(path_ / name) << "SWISSEPH";
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

/// On a thread of its own, since the library's folder belongs to a thread.
std::string fault_of(std::function<void()> const& work) {
  std::string said;
  std::thread([&] {
    try {
      work();
    } catch (Fault const& fault) {
      said = fault.what();
    }
  }).join();
  return said;
}

TEST(Swiss, names_the_file_that_is_missing) {
  for (auto const* name : {"sepl_18.se1", "semo_18.se1", "seas_18.se1", "sefstars.txt"}) {
    DataFolder const folder;
    folder.remove(name);
    EXPECT_THAT(fault_of([&] { (void)open_swiss(folder.path()); }), HasSubstr(name));
  }
}

TEST(Swiss, fails_on_a_damaged_file_instead_of_answering_from_moshier) {
  for (auto const* name : {"sepl_18.se1", "semo_18.se1", "seas_18.se1"}) {
    DataFolder const folder;
    folder.truncate(name);
    // The library names the planets' file for the Moon's.
    EXPECT_THAT(fault_of([&] { (void)open_swiss(folder.path()); }), HasSubstr("is damaged")) << name;
  }
}

TEST(Swiss, ignores_the_environment) {
  auto const here = sky().state(Body::moon, {}).longitude;
  std::string answered = fault_of([&] {
    auto const ephemeris = open_swiss();
    EXPECT_EQ(::getenv("SE_EPHE_PATH"), nullptr);
    EXPECT_EQ(ephemeris->state(Body::moon, {}).longitude, here);
  });
  EXPECT_EQ(answered, "");
}

TEST(Swiss, belongs_to_its_thread) {
  auto const ephemeris = open_swiss();
  std::thread([&] { EXPECT_THROW((void)ephemeris->state(Body::sun, {}), Bug); }).join();
}

TEST(Swiss, covers_what_it_says_and_nothing_else) {
  auto const [from, to] = covered_window();
  EXPECT_EQ(from, utc(1800, 1, 1));
  EXPECT_EQ(to, utc(2399, 12, 1));
  for (auto const at : {from, to - Duration(1)})
    for (auto const body : sky_bodies)
      for (auto const& models : {PointModels{NodeModel::mean, LilithModel::mean},
                                 PointModels{NodeModel::osculating, LilithModel::osculating},
                                 PointModels{NodeModel::osculating, LilithModel::interpolated}})
        EXPECT_LT(sky().state(body, at, models).longitude, 360) << name_of(body);
  EXPECT_THROW((void)sky().state(Body::sun, from - Duration(1)), Bug);
  EXPECT_THROW((void)sky().state(Body::sun, to), Bug);
}

TEST(Swiss, says_its_version_and_data) { EXPECT_THAT(sky().version(), HasSubstr("DE431")); }

TEST(Swiss, knows_the_stars) {
  // Longitudes of 2000: Robson, The Fixed Stars, brought to 2000; whole minutes.
  std::array<std::pair<Star, double>, 8> const expected = {{{Star::aldebaran, 69 + 47.0 / 60},
                                                            {Star::regulus, 149 + 50.0 / 60},
                                                            {Star::antares, 249 + 46.0 / 60},
                                                            {Star::fomalhaut, 333 + 52.0 / 60},
                                                            {Star::spica, 203 + 50.0 / 60},
                                                            {Star::sirius, 104 + 5.0 / 60},
                                                            {Star::algol, 56 + 10.0 / 60},
                                                            {Star::vega, 285 + 19.0 / 60}}};
  for (auto const& [star, longitude] : expected)
    EXPECT_NEAR(sky().star(star, utc(2000, 1, 1, 12)).longitude, longitude, 1.5 / 60) << name_of(star);
}

TEST(Pool, answers_as_one_thread_does) {
  EphemerisPool pool({.threads = 4});
  std::vector<std::future<double>> answers;
  auto const at = [](int i) { return utc(1900, 1, 1) + std::chrono::hours(24) * 300 * i; };
  for (int i = 0; i < 200; ++i)
    answers.push_back(pool.submit([&, i](Ephemeris& ephemeris) {
      double sum = 0;
      for (auto const body : sky_bodies) sum += ephemeris.state(body, at(i)).longitude;
      return sum + ephemeris.houses(HouseSystem::placidus, at(i), {43.25, 76.95}).cusps[1];
    }));
  for (int i = 0; i < 200; ++i) {
    double sum = 0;
    for (auto const body : sky_bodies) sum += sky().state(body, at(i)).longitude;
    EXPECT_EQ(answers[static_cast<std::size_t>(i)].get(),
              sum + sky().houses(HouseSystem::placidus, at(i), {43.25, 76.95}).cusps[1]);
  }
}

TEST(Pool, gives_back_what_a_task_throws) {
  EphemerisPool pool({.threads = 1});
  EXPECT_THROW(pool.run([](Ephemeris&) -> int { throw std::runtime_error("no"); }), std::runtime_error);
  EXPECT_EQ(pool.run([](Ephemeris&) { return 7; }), 7);
}

TEST(Pool, refuses_more_than_may_wait_and_finishes_what_it_took) {
  std::promise<void> gate;
  std::future<int> last;
  {
    EphemerisPool pool({.threads = 1, .waiting_max = 2});
    std::promise<void> began;
    auto const blocked = pool.submit([&, open = gate.get_future().share()](Ephemeris&) {
      began.set_value();
      open.wait();
    });
    began.get_future().wait();
    auto const first = pool.submit([](Ephemeris&) { return 1; });
    last = pool.submit([](Ephemeris&) { return 2; });
    try {
      (void)pool.submit([](Ephemeris&) { return 3; });
      ADD_FAILURE() << "a third one was taken";
    } catch (Fault const& full) {
      EXPECT_TRUE(full.retryable());
    }
    gate.set_value();
  }
  EXPECT_EQ(last.get(), 2);
}

TEST(Pool, does_not_begin_without_its_data) {
  DataFolder const folder;
  folder.remove("semo_18.se1");
  EXPECT_THAT([&] { EphemerisPool({.threads = 3, .folder = folder.path()}); },
              ThrowsMessage<Fault>(HasSubstr("semo_18.se1")));
}

}  // namespace
}  // namespace kelisim::astro
