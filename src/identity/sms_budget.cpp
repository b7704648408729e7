#include "identity/sms_budget.h"

#include "store/limits.h"

namespace kelisim::identity {
namespace {

CivilDate day_of(Settings const& settings, Instant now) { return settings.zone.local(now).date; }

}  // namespace

bool sms_budget_left(db::Tx& tx, Settings const& settings, Instant now) {
  return store::sms_sent_on(tx, day_of(settings, now)) < settings.sms_per_day;
}

bool take_sms(db::Tx& tx, Settings const& settings, Instant now) {
  return store::count_sms(tx, day_of(settings, now), settings.sms_per_day);
}

std::optional<Instant> reserve_sms(db::Tx& tx, Settings const& settings, Instant now) {
  static constexpr int days_ahead = 7;
  if (take_sms(tx, settings, now)) return now;
  auto const today = day_of(settings, now);
  for (int ahead = 1; ahead <= days_ahead; ++ahead) {
    auto const day = add_days(today, ahead);
    if (store::count_sms(tx, day, settings.sms_per_day)) return settings.zone.instant({day, civil_time(0)});
  }
  return std::nullopt;
}

bool sms_budget_left_for_news(db::Tx& tx, Settings const& settings, Instant now) {
  return store::sms_sent_on(tx, day_of(settings, now)) < settings.sms_per_day / 2;
}

bool sms_allowed_to(PhoneNumber const& phone, Settings const& settings) {
  return (settings.sms_to_kazakhstan && phone.in_kazakhstan()) || (settings.sms_to_russia && phone.in_russia());
}

}  // namespace kelisim::identity
