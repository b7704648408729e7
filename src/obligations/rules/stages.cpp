#include "obligations/rules/stages.h"

#include <algorithm>

namespace kelisim::obligations {
namespace {

constexpr Duration day = std::chrono::hours(24);
constexpr Duration own_time = std::chrono::minutes(15);
constexpr Duration tick{1};
constexpr Stage stages[] = {Stage::due_soon, Stage::overdue, Stage::escalated};

}  // namespace

std::optional<Instant> stage_begins(Stage stage, StageFacts const& facts) {
  auto const late = facts.due_at + tick + (facts.owner == Owner::system ? own_time : Duration{0});
  switch (stage) {
    case Stage::due_soon:
      if (facts.owner == Owner::system || facts.due_at <= facts.arose_at) return std::nullopt;
      return facts.due_at - std::min(day, (facts.due_at - facts.arose_at) / 2);
    case Stage::overdue:
      return late;
    case Stage::escalated:
      return late + day;
  }
  return std::nullopt;
}

std::optional<Stage> stage_reached(StageFacts const& facts, Instant now) {
  std::optional<Stage> reached;
  for (auto const stage : stages) {
    auto const begins = stage_begins(stage, facts);
    if (begins && *begins <= now) reached = stage;
  }
  return reached;
}

std::optional<Instant> next_look(StageFacts const& facts, std::optional<Stage> reached) {
  for (auto const stage : stages) {
    if (reached && stage <= *reached) continue;
    if (auto const begins = stage_begins(stage, facts)) return begins;
  }
  return std::nullopt;
}

}  // namespace kelisim::obligations
