#include "terms/what_if.h"

#include "commands/opened.h"
#include "server/commands.h"

#include <fmt/format.h>

namespace kelisim::server {
namespace {

Instant first_instant(Zone const& zone, std::string const& day, int days_later) {
  auto const date = parse_civil_date(day);
  if (!date) throw Fault(Fault::Retry::no, fmt::format("'{}' is no day; write it as 2026-12-01", day));
  return zone.instant({add_days(*date, days_later), civil_time(0)});
}

std::string amount(std::optional<Money> const& money) { return money ? to_decimal(*money) : "-"; }

void print_changed(terms::ChangedDecision const& changed) {
  auto const& decision = changed.stored;
  fmt::print("{} {} {} under {}: refund {} -> {}\n", to_rfc3339(decision.decided_at), decision.kind,
             decision.id.view(), decision.terms_version, amount(changed.refund_then), amount(changed.refund_now));
}

void print_sum(terms::WhatIfSum const& sum) {
  fmt::print("\nmonth    decisions  changed      refunds then       refunds now\n");
  for (auto const& month : sum.months) {
    fmt::print("{}  {:>9}  {:>7}  {:>16}  {:>16}\n", month.month, month.decisions, month.changed,
               to_decimal(month.refunds_then), to_decimal(month.refunds_now));
  }
  fmt::print("all      {:>9}  {:>7}  {:>16}  {:>16}\n", sum.decisions, sum.changed, to_decimal(sum.refunds_then),
             to_decimal(sum.refunds_now));
  fmt::print("{} people would have got back more, {} less; {} decisions of kinds that are not decided again\n",
             sum.people_better, sum.people_worse, sum.not_replayable);
}

int print_refused(terms::WhatIfRefused const& refused) {
  switch (refused.why) {
    case terms::WhatIfRefusal::nothing_to_ask:
      throw Fault(Fault::Retry::no, "the last day is before the first");
    case terms::WhatIfRefusal::other_brand:
      fmt::print("these are not the terms of this brand's offer\n");
      return 1;
    case terms::WhatIfRefusal::lacks_section:
      fmt::print("these terms have no section [{}], and decision {} rests on it\n", refused.section,
                 refused.decision);
      return 1;
    case terms::WhatIfRefusal::too_many_people:
      fmt::print("more than {} people are touched: ask for fewer days\n", terms::what_if_people_max);
      return 1;
  }
  return 1;
}

}  // namespace

int what_if(WhatIfOptions const& options) {
  auto const other = terms::read_draft_terms(options.terms);
  OpenedBusiness business(options.place);
  auto const& brand = business->brand();
  terms::WhatIfAsk const ask{other, first_instant(brand.zone, options.from, 0),
                             first_instant(brand.zone, options.to, 1)};
  auto const sum = business->database().read_now(
      [&](db::Tx& tx) { return terms::what_if(tx, business->replayer(), brand, ask, print_changed); });
  if (!sum) return print_refused(sum.error());
  print_sum(*sum);
  return 0;
}

}  // namespace kelisim::server
