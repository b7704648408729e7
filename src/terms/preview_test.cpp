#include "terms/preview.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kelisim::terms {
namespace {

PersonId person(char last) {
  auto text = std::string(26, '0');
  text.back() = last;
  return *PersonId::parse(text);
}

class Preview : public ::testing::Test {
 protected:
  std::string sign() const { return signer.sign({"scheduling.cancel", "booking", person('1'), shown, outcome}); }
  auto verify(std::string_view token, Instant now) const {
    return signer.verify(token, "scheduling.cancel", "booking", person('1'), now);
  }

  PreviewSigner::Key const key{7};
  PreviewSigner const signer{key, std::chrono::minutes(10)};
  Instant const shown{1'765'000'000'123'456};
  std::string const outcome = R"({"refund":15000})";
};

TEST_F(Preview, gives_back_the_instant_and_the_outcome_that_were_promised) {
  auto const honoured = verify(sign(), shown);
  ASSERT_TRUE(honoured.has_value());
  EXPECT_EQ(honoured->decided_at, shown);
  EXPECT_TRUE(honoured->promises(outcome));
  EXPECT_FALSE(honoured->promises(R"({"refund":0})"));
}

TEST_F(Preview, is_honoured_through_the_last_microsecond_of_its_life) {
  auto const last = shown + std::chrono::minutes(10);
  EXPECT_EQ(signer.expires_at(shown), last);
  EXPECT_TRUE(verify(sign(), last - Duration(1)).has_value());
  EXPECT_TRUE(verify(sign(), last).has_value());
  EXPECT_EQ(verify(sign(), last + Duration(1)).error(), PreviewRefusal::expired);
}

TEST_F(Preview, is_worth_nothing_for_another_kind_subject_or_person) {
  auto const token = sign();
  EXPECT_EQ(signer.verify(token, "scheduling.move", "booking", person('1'), shown).error(),
            PreviewRefusal::other_purpose);
  EXPECT_EQ(signer.verify(token, "scheduling.cancel", "bookin", person('1'), shown).error(),
            PreviewRefusal::other_purpose);
  EXPECT_EQ(signer.verify(token, "scheduling.cancel", "booking", person('2'), shown).error(),
            PreviewRefusal::other_purpose);
}

TEST_F(Preview, is_refused_with_any_letter_changed) {
  auto const token = sign();
  for (std::size_t at = 0; at < token.size(); ++at) {
    auto changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(verify(changed, shown).has_value()) << "letter " << at;
  }
}

TEST_F(Preview, of_another_key_is_forged) {
  PreviewSigner::Key const other_key{8};
  PreviewSigner const other(other_key, std::chrono::minutes(10));
  EXPECT_EQ(other.verify(sign(), "scheduling.cancel", "booking", person('1'), shown).error(), PreviewRefusal::forged);
}

TEST_F(Preview, that_is_no_token_at_all_is_malformed) {
  for (std::string_view const text : {"", "A", "....", "AAAA", "=", "\n"}) {
    EXPECT_EQ(verify(text, shown).error(), PreviewRefusal::malformed) << text;
  }
  EXPECT_EQ(verify(sign() + "A", shown).error(), PreviewRefusal::malformed);
  EXPECT_EQ(verify(std::string(100'000, 'A'), shown).error(), PreviewRefusal::malformed);
}

TEST_F(Preview, holds_no_word_of_what_it_binds) {
  auto const token = sign();
  EXPECT_LE(token.size(), 600U);
  EXPECT_EQ(token.find("booking"), std::string::npos);
}

}  // namespace
}  // namespace kelisim::terms
