#include "identity/rules/otp.h"

#include "kernel/ensure.h"

namespace kelisim::identity {
namespace {

CodeVerdict verdict_of(CodeFacts const& facts, bool single_use) {
  if (facts.failures_today >= facts.failures_today_max) return CodeVerdict::too_many_today;
  if (single_use && facts.used) return CodeVerdict::already_used;
  if (facts.replaced) return CodeVerdict::replaced;
  if (facts.now > facts.issued_at + std::chrono::seconds(facts.lifetime_seconds)) return CodeVerdict::expired;
  if (facts.attempts_before >= facts.attempts_max) return CodeVerdict::too_many_attempts;
  return facts.matches ? CodeVerdict::accepted : CodeVerdict::wrong;
}

}  // namespace

CodeJudged judge_code(CodeFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.account.has_value());
  auto const& single_use = terms.account->password_single_use;
  return {verdict_of(facts, single_use.value), single_use.clause};
}

CodeJudged judge_email_code(CodeFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.email.has_value());
  return {verdict_of(facts, true), terms.email->registered.clause};
}

SendVerdict may_send_code(SendFacts const& facts) {
  if (!facts.country_allowed) return SendVerdict::country_not_served;
  if (facts.last_sent_at && facts.now < *facts.last_sent_at + std::chrono::seconds(facts.resend_seconds)) {
    return SendVerdict::too_soon;
  }
  if (facts.sent_today >= facts.per_number_per_day) return SendVerdict::too_many_today;
  if (!facts.budget_left) return SendVerdict::budget_spent;
  return SendVerdict::send;
}

}  // namespace kelisim::identity
