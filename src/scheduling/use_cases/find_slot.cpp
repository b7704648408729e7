#include "use_cases/find_slot.h"

#include "kernel/ensure.h"
#include "store/occupations.h"
#include "store/outages.h"
#include "store/practices.h"
#include "terms/rules/notice.h"

#include <algorithm>

namespace kelisim::scheduling {

namespace {

constexpr Duration margin = std::chrono::days(3);

std::int64_t seconds(Duration duration) { return std::chrono::duration_cast<std::chrono::seconds>(duration).count(); }

/// Cuts a window to what the brand sells at `now`: [now + lead, now + horizon].
Interval sellable(Interval window, terms::SchedulingSettings const& settings, Instant now) {
  return {std::max(window.starts_at, now + settings.min_lead),
          std::min(window.ends_at, now + std::chrono::days(settings.booking_horizon_days) + Duration(1))};
}

/// The first of the slots, which are in order, whose cancellation would still be refunded.
std::vector<Interval>::const_iterator first_refundable(std::vector<Interval> const& slots, terms::Terms const& terms,
                                                       Instant now) {
  if (!terms.cancellation) return slots.end();
  return std::ranges::partition_point(slots, [&](Interval const& slot) {
    return terms::refund_deadline(slot.starts_at, *terms.cancellation).at < now;
  });
}

}  // namespace

Interval with_margin(Interval window) { return {window.starts_at - margin, window.ends_at + margin}; }

Result<Interval, SlotRefused> find_slot(db::Tx& tx, Parts const& parts, WantedTime const& wanted,
                                        terms::Terms const& terms, Instant now) {
  auto const& settings = parts.brand.scheduling;
  auto const practice =
      store::find_practice(tx, wanted.specialist, with_margin({wanted.starts_at, wanted.starts_at + Duration(1)}));
  auto const length =
      wanted.length.value_or(practice ? Duration(practice->duration) : Duration(std::chrono::hours(1)));
  Interval const slot{wanted.starts_at, wanted.starts_at + length};
  SlotFacts const facts{
      .slot = slot,
      .within_hours = practice && (wanted.any_hour ? store::closed_times(tx, slot).empty()
                                                   : offers_slot(*practice, slot, settings.slot_step)),
      .taken = store::taken(tx, wanted.specialist, {slot.starts_at - settings.buffer, slot.ends_at + settings.buffer},
                            now, wanted.except),
      .now = now,
      .buffer_seconds = seconds(settings.buffer),
      .min_lead_seconds = seconds(settings.min_lead),
      .horizon_days = settings.booking_horizon_days};
  auto const admitted = admit_slot(facts, terms);
  if (!admitted) return Failure<SlotRefused>(admitted.error());
  return slot;
}

std::vector<FreeSlot> free_slots(db::Tx& tx, Parts const& parts, PersonId specialist, Interval starts_within,
                                 terms::Terms const& terms, Instant now, std::size_t limit,
                                 std::optional<Duration> length) {
  auto const& settings = parts.brand.scheduling;
  auto const window = sellable(starts_within, settings, now);
  if (window.ends_at <= window.starts_at) return {};
  auto const practice = store::find_practice(tx, specialist, with_margin(window));
  if (!practice) return {};
  auto const slot_length = length.value_or(practice->duration);
  auto const taken = store::taken(
      tx, specialist, {window.starts_at - settings.buffer, window.ends_at + slot_length + settings.buffer}, now);
  auto const offered = offered_slots(*practice, slot_length, settings.slot_step, window);

  auto const refundable_from = first_refundable(offered, terms, now);
  std::vector<FreeSlot> free;
  auto next_taken = taken.begin();
  for (auto slot = offered.begin(); slot != offered.end() && free.size() < limit; ++slot) {
    while (next_taken != taken.end() && next_taken->ends_at + settings.buffer <= slot->starts_at) ++next_taken;
    auto const beyond = std::find_if(next_taken, taken.end(), [&](Interval const& time) {
      return time.starts_at >= slot->ends_at + settings.buffer;
    });
    if (is_free(*slot, std::span(next_taken, beyond), settings.buffer))
      free.push_back({*slot, slot >= refundable_from});
  }
  return free;
}

}  // namespace kelisim::scheduling
