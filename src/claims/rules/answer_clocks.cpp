#include "claims/rules/answer_clocks.h"

namespace kelisim::claims {

AnswerClocks answer_clocks(Instant received_at, terms::ClaimSettings const& settings, Zone const& zone,
                           terms::WorkCalendar const& calendar) {
  AnswerClocks clocks{.by_law = terms::calendar_days_after(received_at, settings.law_answer_calendar_days, zone),
                      .by_business = terms::working_days_after(received_at, settings.answer_working_days, zone,
                                                               calendar, received_at),
                      .leads = Leads::law};
  if (clocks.by_business.at < clocks.by_law.at) clocks.leads = Leads::business;
  return clocks;
}

Instant appeal_until(Instant ruled_at, terms::ClaimSettings const& settings, Zone const& zone) {
  return terms::calendar_days_after(ruled_at, settings.appeal_calendar_days, zone).at;
}

}  // namespace kelisim::claims
