#include "report/spread.h"

#include "kernel/ensure.h"

#include <cmath>
#include <numeric>
#include <optional>

namespace kelisim::astro::report {
namespace {

constexpr double turn = 360;

double on_turn(double degrees) {
  double const left = std::fmod(degrees, turn);
  double const positive = left < 0 ? left + turn : left;
  return positive < turn ? positive : 0;
}

/// Least squares under "never falling": values in a pool share their mean.
std::vector<double> isotonic(std::vector<double> const& values) {
  struct Pool {
    double sum;
    std::size_t size;
    [[nodiscard]] double mean() const { return sum / static_cast<double>(size); }
  };
  std::vector<Pool> pools;
  for (double const value : values) {
    pools.push_back({value, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      auto const last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().size += last.size;
    }
  }
  std::vector<double> fitted;
  for (auto const& pool : pools) fitted.insert(fitted.end(), pool.size, pool.mean());
  return fitted;
}

/// A stretch of the circle with the glyphs in it, in order; `low` … `high` is where they may stand.
std::vector<double> spread_line(std::vector<double> wanted, double gap, double low, double high) {
  for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] -= gap * static_cast<double>(i);
  auto placed = isotonic(wanted);
  double const last_start = high - gap * static_cast<double>(wanted.size() - 1);
  for (std::size_t i = 0; i < placed.size(); ++i)
    placed[i] = std::max(low, std::min(placed[i], last_start)) + gap * static_cast<double>(i);
  return placed;
}

/// The whole circle, without obstacles.
std::vector<double> spread_circle(std::vector<double> const& sorted, double gap) {
  auto const count = sorted.size();
  std::vector<std::size_t> cuts(count);
  std::iota(cuts.begin(), cuts.end(), std::size_t{0});
  auto const gap_before = [&](std::size_t i) {
    return i == 0 ? sorted.front() + turn - sorted.back() : sorted[i] - sorted[i - 1];
  };
  std::ranges::sort(cuts, {}, [&](std::size_t i) { return std::pair{-gap_before(i), i}; });
  for (auto const cut : cuts) {
    std::vector<double> line;
    for (std::size_t i = 0; i < count; ++i) line.push_back(sorted[(cut + i) % count] + (cut + i >= count ? turn : 0));
    auto placed = spread_line(std::move(line), gap, -turn * 2, turn * 3);
    // Without the constraint at the cut this is the best there is; where it holds by itself, it is the best with it.
    if (placed.back() - placed.front() > turn - gap + 1e-9) continue;
    std::ranges::rotate(placed, placed.end() - static_cast<std::ptrdiff_t>(cut));
    return placed;
  }
  // Every gap is as small as it may be: evenly around, from the mean.
  ENSURE(static_cast<double>(count) * gap <= turn);
  double shift = 0;
  double const step = turn / static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i)
    shift += (sorted[i] - step * static_cast<double>(i)) / static_cast<double>(count);
  std::vector<double> even(count);
  for (std::size_t i = 0; i < count; ++i) even[i] = shift + step * static_cast<double>(i);
  return even;
}

/// The glyphs between one obstacle and the next.
struct Part {
  std::vector<std::size_t> members;  ///< indices of the sorted glyphs
  double width = 0;
  double low = 0;   ///< degrees after the obstacle
  double high = 0;  ///< degrees after the obstacle
  [[nodiscard]] double slack(double gap) const {
    return members.empty() ? high - low : high - low - gap * static_cast<double>(members.size() - 1);
  }
};

std::vector<Part> parts_of(std::vector<double> const& sorted, std::vector<Obstacle> const& obstacles) {
  std::vector<Part> parts;
  for (std::size_t k = 0; k < obstacles.size(); ++k) {
    auto const& from = obstacles[k];
    auto const& to = obstacles[(k + 1) % obstacles.size()];
    Part part;
    part.width = k + 1 < obstacles.size() ? to.at - from.at : to.at + turn - from.at;
    part.low = from.margin;
    part.high = part.width - to.margin;
    for (std::size_t i = 0; i < sorted.size(); ++i)
      if (on_turn(sorted[i] - from.at) < part.width) part.members.push_back(i);
    // From the obstacle onwards: the first members may stand at the end of the list.
    std::ranges::sort(part.members, {}, [&](std::size_t i) { return std::pair{on_turn(sorted[i] - from.at), i}; });
    parts.push_back(std::move(part));
  }
  return parts;
}

/// The obstacle to give up for the tightest part, or nothing when every part has room.
std::optional<std::size_t> too_much(std::vector<Part> const& parts, std::vector<Obstacle> const& obstacles,
                                    double gap) {
  auto const slack = [gap](Part const& part) { return part.members.empty() ? 0.0 : part.slack(gap); };
  auto const tightest = std::ranges::min_element(parts, {}, slack);
  if (slack(*tightest) >= -1e-9) return std::nullopt;
  auto const count = parts.size();
  auto const here = static_cast<std::size_t>(tightest - parts.begin());
  auto const next = (here + 1) % count;
  if (obstacles[here].axis != obstacles[next].axis) return obstacles[here].axis ? next : here;
  return parts[(here + count - 1) % count].slack(gap) >= parts[next].slack(gap) ? here : next;
}

std::vector<double> spread_sorted(std::vector<double> const& sorted, double gap, std::vector<Obstacle> obstacles) {
  std::ranges::sort(obstacles, {}, [](Obstacle const& one) { return std::pair{one.at, one.axis}; });
  while (!obstacles.empty()) {
    auto const parts = parts_of(sorted, obstacles);
    if (auto const drop = too_much(parts, obstacles, gap)) {
      obstacles.erase(obstacles.begin() + static_cast<std::ptrdiff_t>(*drop));
      continue;
    }
    std::vector<double> placed(sorted.size());
    for (std::size_t k = 0; k < parts.size(); ++k) {
      auto const& part = parts[k];
      if (part.members.empty()) continue;
      double const from = obstacles[k].at;
      std::vector<double> line;
      for (auto const i : part.members) line.push_back(on_turn(sorted[i] - from));
      auto const fitted = spread_line(std::move(line), gap, part.low, part.high);
      for (std::size_t i = 0; i < fitted.size(); ++i) placed[part.members[i]] = from + fitted[i];
    }
    return placed;
  }
  return spread_circle(sorted, gap);
}

}  // namespace

std::vector<double> spread(std::span<double const> wanted, double gap, std::span<Obstacle const> obstacles) {
  if (wanted.empty()) return {};
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{on_turn(wanted[i]), i}; });
  std::vector<double> sorted;
  for (auto const i : order) sorted.push_back(on_turn(wanted[i]));
  std::vector<Obstacle> lines(obstacles.begin(), obstacles.end());
  for (auto& line : lines) line.at = on_turn(line.at);
  auto const placed = spread_sorted(sorted, gap, std::move(lines));
  std::vector<double> answer(wanted.size());
  for (std::size_t i = 0; i < order.size(); ++i) answer[order[i]] = on_turn(placed[i]);
  return answer;
}

}  // namespace kelisim::astro::report
