#include "privacy/rules/disclose.h"

#include "clause_mark.h"

#include <gtest/gtest.h>

namespace kelisim::privacy {
namespace {

std::optional<DisclosureRefusal> refusal(DisclosureFacts const& facts) {
  auto const allowed = may_disclose(facts);
  return allowed ? std::nullopt : std::optional(allowed.error().why);
}

TEST(Disclose, ByConsentOnlyWhereItWasGiven) {
  CLAUSE("HAR-4.1.4a");
  DisclosureFacts facts{.ground = Ground::consent, .has_basis = false, .consent = Consent::none, .executed = false};
  EXPECT_EQ(refusal(facts), DisclosureRefusal::consent_missing);
  facts.consent = Consent::refused;
  EXPECT_EQ(refusal(facts), DisclosureRefusal::consent_refused);
  facts.consent = Consent::given;
  EXPECT_EQ(refusal(facts), std::nullopt);
  EXPECT_EQ(may_disclose(facts)->id, "HAR-4.1.4a");
}

TEST(Disclose, ByLawOnlyWhereTheBasisIsNamed) {
  CLAUSE("HAR-4.1.4a");
  DisclosureFacts facts{.ground = Ground::law, .has_basis = false, .consent = Consent::none, .executed = false};
  EXPECT_EQ(refusal(facts), DisclosureRefusal::basis_missing);
  facts.has_basis = true;
  EXPECT_EQ(refusal(facts), std::nullopt);
  facts.consent = Consent::refused;
  EXPECT_EQ(refusal(facts), std::nullopt) << "a law does not ask";
}

TEST(Disclose, RefusesInItsOrder) {
  DisclosureFacts facts{.ground = Ground::law, .has_basis = false, .consent = Consent::none, .executed = true};
  EXPECT_EQ(refusal(facts), DisclosureRefusal::executed);
  facts.ground = Ground::consent;
  EXPECT_EQ(refusal(facts), DisclosureRefusal::executed);
}

}  // namespace
}  // namespace kelisim::privacy
