#include "astro_drafts.h"

#include "astro/document.h"
#include "astro/places.h"

#include <algorithm>
#include <array>
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

Words words_of(Content const& content) {
  return [&texts = content.fragments("ru")](std::string_view group, std::string_view subject, std::string_view key) {
    return texts.get(group, subject, key);
  };
}

std::string shown(Times const& times) { return fmt::format("{:.1f} / {:.1f} ms", times.middle, times.slowest); }

constexpr std::string_view middle_slowest = "middle / slowest of 10";

using Drafting = std::function<DraftResult(int)>;

void bench_draft(Table& table, std::string_view what, Drafting const& draft) {
  std::size_t bytes = 0;
  auto const times = timed([&](int round) { bytes = to_json(draft(round).value().draft).size(); });
  table.row(what, shown(times), "300 ms", fmt::format("{}; {} KiB of JSON", middle_slowest, bytes / 1024));
}

void bench_documents(Table& table, Content const& content, Drafting const& draft) {
  auto const words = words_of(content);
  auto const made = draft(0).value();
  std::size_t bytes = 0;
  auto times = timed([&](int round) {
    DocumentOptions options;
    options.lines = {fmt::format("{}", round)};
    bytes = document_pdf(made.draft, made.chart, options, words).size();
  });
  table.row("a finished PDF of natal_base", shown(times), "500 ms",
            fmt::format("{}; {} KiB", middle_slowest, bytes / 1024));
  times = timed([&](int) { bytes = wheel_svg(made.chart, {}, words).size(); });
  table.row("a wheel as SVG", shown(times), "—", fmt::format("{}; {} KiB", middle_slowest, bytes / 1024));
}

void bench_places(Table& table) {
  auto const atlas = Atlas::load(built_atlas_file);
  constexpr std::array typed = {"а", "ал", "Целин", "san", "Усть", "Semip", "new york", "Киров, Калуж"};
  constexpr int searches = 1000;
  std::size_t found = 0;
  auto const times = timed([&](int) {
    for (int i = 0; i < searches; ++i)
      found += atlas.search(typed.at(static_cast<std::size_t>(i) % typed.size()), Language::ru, 12).size();
  });
  table.row("a place found by the beginning of its name", fmt::format("{:.3f} ms", times.middle / searches), "—",
            fmt::format("one of {} places, {} found", atlas.size(), found / rounds));
}

}  // namespace

void bench_drafts(Table& table) {
  auto const content = Content::load("brands/astars");
  auto const ephemeris = open_swiss();
  Desk const desk{*ephemeris, content, "bench"};
  auto const now = *parse_rfc3339("2026-11-21T05:00:00Z");
  auto const zone = *Zone::load("Asia/Almaty");
  astro::Place const almaty{.latitude = 43.25, .longitude = 76.95};
  Drafting const natal = [&](int round) { return draft_natal_base(desk, {"ru", birth_of(round), now}); };
  bench_draft(table, "draft of natal_base", natal);
  bench_draft(table, "draft of sun_actions", [&](int round) {
    return draft_sun_actions(desk, {"ru", birth_of(round), now, almaty, zone, {"work"}, {}});
  });
  bench_draft(table, "draft of money",
              [&](int round) { return draft_money(desk, {"ru", birth_of(round), {2026, 12, 1}, almaty, zone}); });
  bench_draft(table, "draft of express_answer", [&](int round) {
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
  bench_draft(table, "draft of election, a month", [&](int round) { return election(round, {2026, 12, 31}); });
  bench_draft(table, "draft of election, a year", [&](int round) { return election(round, {2027, 11, 30}); });
  bench_documents(table, content, natal);
  bench_places(table);
}

}  // namespace kelisim::bench
