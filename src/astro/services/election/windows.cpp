#include "services/election/windows.h"

#include <map>
#include <span>

namespace kelisim::astro {
namespace {

/// A piece with its score and what vetoes it.
struct Judged {
  ElectionPiece piece;
  ElectionMarks marks;
  double score = 0;
  std::optional<ElectionRule> veto = {};
};

std::optional<ElectionRule> first_veto(std::span<ElectionRule const> vetoes, ElectionMarks marks) {
  for (auto const veto : vetoes)
    if (marks[index_of(veto)]) return veto;
  return std::nullopt;
}

std::vector<Judged> judged(ElectionSky const& sky, EventRules const& event, ElectionRules const& rules,
                           std::optional<Sign> body_sign) {
  std::vector<Judged> all;
  all.reserve(sky.pieces().size());
  for (auto const& piece : sky.pieces()) {
    Judged one{.piece = piece, .marks = sky.marks(piece.segment, event, body_sign)};
    std::optional<double> natal;
    if (sky.has_client()) natal = 0.5 + rules.natal_hit * sky.client_balance(piece.segment);
    if (sky.has_partner()) {
      auto const partner = 0.5 + rules.natal_hit * sky.partner_balance(piece.segment);
      natal = natal ? (*natal + partner) / 2 : partner;
    }
    if (natal) natal = std::clamp(*natal, 0.0, 1.0);
    one.score = whole_score(rules, sky_score(event, one.marks), natal);
    all.push_back(one);
  }
  return all;
}

/// The window around a peak: neighbours on both sides that touch it, have the same veto (or none) and nearly its
/// score.
ElectionWindow grown(std::span<Judged const> all, std::size_t peak, double tolerance) {
  auto const& best = all[peak];
  auto const belongs = [&](std::size_t one, std::size_t beside) {
    auto const& a = all[std::min(one, beside)].piece;
    auto const& b = all[std::max(one, beside)].piece;
    return a.day == b.day && a.to == b.from && all[one].veto == best.veto &&
           all[one].score >= best.score - tolerance && all[one].score <= best.score;
  };
  auto first = peak;
  while (first > 0 && belongs(first - 1, first)) --first;
  auto last = peak;
  while (last + 1 < all.size() && belongs(last + 1, last)) ++last;
  ElectionWindow window{.from = all[first].piece.from,
                        .to = all[last].piece.to,
                        .segment = best.piece.segment,
                        .marks = best.marks,
                        .day = best.piece.day,
                        .veto = best.veto};
  double sum = 0;
  for (auto i = first; i <= last; ++i)
    sum += all[i].score * static_cast<double>((all[i].piece.to - all[i].piece.from).count());
  window.score = sum / static_cast<double>((window.to - window.from).count());
  return window;
}

bool better(ElectionWindow const& a, ElectionWindow const& b) {
  if (a.score != b.score) return a.score > b.score;
  auto const la = a.to - a.from;
  auto const lb = b.to - b.from;
  return la != lb ? la > lb : a.from < b.from;
}

/// The best window of each day among those whose peak passes `want`.
template <class Want>
std::map<std::size_t, ElectionWindow> best_by_day(std::span<Judged const> all, ElectionRules const& rules,
                                                  Want const& want) {
  std::map<std::size_t, ElectionWindow> best;
  for (std::size_t peak = 0; peak < all.size(); ++peak) {
    if (!want(all[peak])) continue;
    auto const window = grown(all, peak, rules.tolerance);
    if (window.to - window.from < std::chrono::minutes(rules.window_minutes)) continue;
    auto const [at, fresh] = best.emplace(window.day, window);
    if (!fresh && better(window, at->second)) at->second = window;
  }
  return best;
}

std::vector<ElectionDay> days_of(std::span<Judged const> all, std::size_t count,
                                 std::map<std::size_t, ElectionWindow> const& best) {
  std::vector<ElectionDay> days(count);
  std::vector<std::map<ElectionRule, Duration>> struck(count);
  for (auto const& one : all) {
    days[one.piece.day].allowed = true;
    if (one.veto) struck[one.piece.day][*one.veto] += one.piece.to - one.piece.from;
  }
  for (std::size_t day = 0; day < count; ++day) {
    if (auto const window = best.find(day); window != best.end()) {
      days[day].has_window = true;
      days[day].score = window->second.score;
      continue;
    }
    auto const longest =
        std::ranges::max_element(struck[day], {}, [](auto const& rule_time) { return rule_time.second; });
    if (longest != struck[day].end()) days[day].veto = longest->first;
  }
  return days;
}

}  // namespace

double sky_score(EventRules const& event, ElectionMarks marks) {
  double sum = 0;
  double least = 0;
  double most = 0;
  for (auto const& [rule, weight] : event.weight) {
    if (marks[index_of(rule)]) sum += weight;
    (weight > 0 ? most : least) += weight;
  }
  return most > least ? (sum - least) / (most - least) : 0.5;
}

double whole_score(ElectionRules const& rules, double sky, std::optional<double> natal) {
  return natal ? rules.sky_share * sky + (1 - rules.sky_share) * *natal : sky;
}

ElectionFound find_windows(ElectionSky const& sky, EventRules const& event, ElectionRules const& rules,
                           std::optional<Sign> body_sign) {
  auto all = judged(sky, event, rules, body_sign);
  auto vetoes = event.vetoes;
  ElectionFound found;
  std::map<std::size_t, ElectionWindow> best;
  for (std::size_t given_up = 0;; ++given_up) {
    for (auto& one : all) one.veto = first_veto(vetoes, one.marks);
    best = best_by_day(all, rules, [](Judged const& one) { return !one.veto; });
    if (!best.empty() || given_up == event.relax.size()) break;
    found.relaxed.push_back(event.relax[given_up]);
    std::erase(vetoes, event.relax[given_up]);
  }
  for (auto const& [day, window] : best) found.best.push_back(window);
  std::ranges::sort(found.best, better);
  if (found.best.size() > static_cast<std::size_t>(rules.best))
    found.best.resize(static_cast<std::size_t>(rules.best));
  for (auto const& [day, window] : best_by_day(all, rules, [](Judged const& one) { return one.veto.has_value(); }))
    if (!found.rejected || better(window, *found.rejected)) found.rejected = window;
  found.days = days_of(all, sky.days(), best);
  return found;
}

}  // namespace kelisim::astro
