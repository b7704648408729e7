#include "terms/what_if.h"

#include "kernel/ensure.h"
#include "platform/json/parse.h"

#include <boost/json.hpp>

#include <map>
#include <set>

namespace kelisim::terms {
namespace {

constexpr int page = 500;

std::string month_of(Instant at, Zone const& zone) { return to_string(zone.local(at).date).substr(0, 7); }

/// What is added up while the decisions go by.
class Sums {
 public:
  Sums(Brand const& brand, WhatIfSum& sum) : brand_(brand), sum_(sum) {}

  WhatIfMonth& month(Instant at) {
    auto const name = month_of(at, brand_.zone);
    auto const none = Money::zero(brand_.currency);
    return months_.try_emplace(name, WhatIfMonth{.month = name, .refunds_then = none, .refunds_now = none})
        .first->second;
  }

  void count(Decision const& decision, Money then, Money now, bool changed) {
    auto& of_month = month(decision.decided_at);
    ++of_month.decisions;
    ++sum_.decisions;
    of_month.changed += changed ? 1 : 0;
    sum_.changed += changed ? 1 : 0;
    of_month.refunds_then = of_month.refunds_then + then;
    of_month.refunds_now = of_month.refunds_now + now;
    sum_.refunds_then = sum_.refunds_then + then;
    sum_.refunds_now = sum_.refunds_now + now;
    if (then != now && decision.person) people_[decision.person->str()] += now.minor() - then.minor();
  }

  [[nodiscard]] bool too_many() const { return std::ssize(people_) > what_if_people_max; }

  void finish() {
    for (auto const& [person, difference] : people_) {
      sum_.people_better += difference > 0 ? 1 : 0;
      sum_.people_worse += difference < 0 ? 1 : 0;
    }
    for (auto const& [name, month] : months_) sum_.months.push_back(month);
  }

 private:
  Brand const& brand_;
  WhatIfSum& sum_;
  std::map<std::string, WhatIfMonth, std::less<>> months_;
  std::map<std::string, std::int64_t, std::less<>> people_;
};

/// A section of the terms that decided which the other terms do not have.
std::optional<std::string> lacking(Terms const& decided, Terms const& other) {
  for (auto const& [key, leaf] : decided.stated) {
    auto const section = key.substr(0, key.find('.'));
    if (!other.states(section)) return section;
  }
  return std::nullopt;
}

class WhatIf {
 public:
  WhatIf(Replayer const& replayer, Brand const& brand, WhatIfAsk const& ask,
         std::function<void(ChangedDecision const&)> const& each)
      : replayer_(replayer), brand_(brand), ask_(ask), each_(each), sums_(brand, sum_) {}

  std::optional<WhatIfRefused> take(Decision const& decision) {
    if (auto const section = lacks(decision.terms_version)) {
      return WhatIfRefused{WhatIfRefusal::lacks_section, *section, decision.id.str()};
    }
    auto const none = Money::zero(brand_.currency);
    if (!replayer_.knows(decision.kind)) {
      ++sum_.not_replayable;
      sums_.count(decision, none, none, false);
      return std::nullopt;
    }
    auto now = replayer_.replay_under(decision, ask_.other);
    auto const then_back = refund_of(decision.outcome);
    auto const now_back = refund_of(now);
    auto const changed = now != decision.outcome;
    sums_.count(decision, then_back.value_or(none), now_back.value_or(none), changed);
    if (changed) each_({decision, std::move(now), then_back, now_back});
    if (sums_.too_many()) return WhatIfRefused{WhatIfRefusal::too_many_people};
    return std::nullopt;
  }

  WhatIfSum finish() {
    sums_.finish();
    return std::move(sum_);
  }

 private:
  std::optional<std::string> lacks(std::string const& version) {
    if (whole_.contains(version)) return std::nullopt;
    auto const section = lacking(brand_.terms.at(version), ask_.other);
    if (!section) whole_.insert(version);
    return section;
  }

  Replayer const& replayer_;
  Brand const& brand_;
  WhatIfAsk const& ask_;
  std::function<void(ChangedDecision const&)> const& each_;
  WhatIfSum sum_{.refunds_then = Money::zero(brand_.currency), .refunds_now = Money::zero(brand_.currency)};
  Sums sums_;
  std::set<std::string, std::less<>> whole_;  ///< editions of which the other terms have every section
};

}  // namespace

std::optional<Money> refund_of(std::string_view outcome) {
  auto const parsed = json::parse(outcome, json::stored_limits);
  ENSURE(parsed.has_value());
  auto const* const object = parsed->if_object();
  auto const* const refund = object == nullptr ? nullptr : object->if_contains("refund");
  if (refund == nullptr || !refund->is_object()) return std::nullopt;
  auto const currency = parse_currency(std::string_view(refund->at("currency").as_string()));
  ENSURE(currency.has_value());
  return Money(refund->at("minor").to_number<std::int64_t>(), *currency);
}

Result<WhatIfSum, WhatIfRefused> what_if(db::Tx& tx, Replayer const& replayer, Brand const& brand,
                                         WhatIfAsk const& ask,
                                         std::function<void(ChangedDecision const&)> const& each) {
  using Refused = Failure<WhatIfRefused>;
  if (ask.from >= ask.to) return Refused({WhatIfRefusal::nothing_to_ask});
  if (ask.other.brand != brand.id || ask.other.document != "offer") return Refused({WhatIfRefusal::other_brand});
  WhatIf work(replayer, brand, ask, each);
  std::string after;
  while (true) {
    auto const decisions = decisions_between(tx, after, ask.from, ask.to, page);
    for (auto const& decision : decisions) {
      if (auto refused = work.take(decision)) return Refused(std::move(*refused));
    }
    if (std::ssize(decisions) < page) return work.finish();
    after = decisions.back().id.str();
  }
}

}  // namespace kelisim::terms
