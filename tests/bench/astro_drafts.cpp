#include "astro_drafts.h"

#include "astro/services.h"

#include <chrono>
#include <functional>

namespace kelisim::bench {
namespace {

using namespace astro;
using std::chrono::hours;

constexpr int rounds = 10;

/// The slowest and the middle of the rounds, in milliseconds.
struct Times {
  double middle = 0;
  double slowest = 0;
};

Times timed(std::function<void(int)> const& once) {
  std::vector<double> milliseconds;
  for (int round = 0; round < rounds; ++round) {
    auto const began = std::chrono::steady_clock::now();
    once(round);
    std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - began;
    milliseconds.push_back(took.count());
  }
  std::ranges::sort(milliseconds);
  return {milliseconds[milliseconds.size() / 2], milliseconds.back()};
}

BirthMoment birth_of(int round) {
  BirthMoment birth;
  birth.at = *parse_rfc3339("1990-05-17T07:30:00Z") + hours(24 * 911 * round);
  birth.earliest = birth.at - std::chrono::minutes(15);
  birth.latest = birth.at + std::chrono::minutes(15);
  birth.time_known = true;
  birth.data.date = Zone::utc().local(birth.at).date;
  birth.data.place = {
      .name = "Almaty", .country_code = "KZ", .at = {.latitude = 43.25, .longitude = 76.95}, .zone = "Asia/Almaty"};
  return birth;
}

}  // namespace

void bench_drafts(Table& table) {
  auto const content = Content::load("brands/astars");
  auto const ephemeris = open_swiss();
  Desk const desk{*ephemeris, content, "bench"};
  auto const now = *parse_rfc3339("2026-11-21T05:00:00Z");
  auto const zone = *Zone::load("Asia/Almaty");
  astro::Place const almaty{.latitude = 43.25, .longitude = 76.95};
  auto const row = [&](std::string_view what, std::function<DraftResult(int)> const& draft) {
    std::size_t bytes = 0;
    auto const times = timed([&](int round) { bytes = to_json(draft(round).value().draft).size(); });
    table.row(what, fmt::format("{:.0f} / {:.0f} ms", times.middle, times.slowest), "300 ms",
              fmt::format("middle / slowest of {}; {} KiB of JSON", rounds, bytes / 1024));
  };
  row("draft of natal_base", [&](int round) { return draft_natal_base(desk, {"ru", birth_of(round), now}); });
  row("draft of sun_actions",
      [&](int round) { return draft_sun_actions(desk, {"ru", birth_of(round), now, almaty, zone, {"work"}, {}}); });
  row("draft of money",
      [&](int round) { return draft_money(desk, {"ru", birth_of(round), {2026, 12, 1}, almaty, zone}); });
  row("draft of express_answer", [&](int round) {
    return draft_express_answer(desk,
                                {.category = "job", .accepted = now + hours(round), .place = almaty, .zone = zone});
  });
  auto const election = [&](int round, CivilDate last) {
    return draft_election(desk, {.event = "contract",
                                 .place = almaty,
                                 .zone = zone,
                                 .first_day = {2026, 12, 1},
                                 .last_day = last,
                                 .client = birth_of(round)});
  };
  row("draft of election, a month", [&](int round) { return election(round, {2026, 12, 31}); });
  row("draft of election, a year", [&](int round) { return election(round, {2027, 11, 30}); });
}

}  // namespace kelisim::bench
