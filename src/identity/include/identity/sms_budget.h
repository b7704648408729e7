#pragma once

#include "identity/settings.h"
#include "kernel/instant.h"
#include "kernel/phone_number.h"
#include "platform/db/tx.h"

#include <optional>

namespace kelisim::identity {

/// SMS of all kinds share one hard budget for each day of the business's zone (I35). Counted in the transaction that
/// decides to send.
[[nodiscard]] bool sms_budget_left(db::Tx& tx, Settings const& settings, Instant now);
/// Takes one from it; false, and nothing taken, when the day's budget is used up.
[[nodiscard]] bool take_sms(db::Tx& tx, Settings const& settings, Instant now);

/// Takes one from the budget of the first day that has any left, today's or a later one's: the instant from which the
/// message may be sent. Nothing, and nothing taken, when the next seven days are used up too.
[[nodiscard]] std::optional<Instant> reserve_sms(db::Tx& tx, Settings const& settings, Instant now);

/// Less than half of the day's budget is used: news may have the rest of that half, never what codes need.
[[nodiscard]] bool sms_budget_left_for_news(db::Tx& tx, Settings const& settings, Instant now);

/// Nothing is ever sent to a number outside the brand's countries.
[[nodiscard]] bool sms_allowed_to(PhoneNumber const& phone, Settings const& settings);

}  // namespace kelisim::identity
