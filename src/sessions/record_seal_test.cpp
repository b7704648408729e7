#include "sessions/record_seal.h"

#include <gtest/gtest.h>

namespace kelisim::sessions {
namespace {

constexpr std::array<std::uint8_t, 32> seed{1, 2, 3};
constexpr std::array<std::uint8_t, 32> other_seed{1, 2, 4};

TEST(RecordSeal, IsKnownByItsPublicKeyAlone) {
  RecordSeal const seal(seed);
  auto const signature = seal.sign("a record");
  EXPECT_TRUE(is_sealed("a record", signature, seal.public_key()));
  EXPECT_EQ(seal.public_key(), RecordSeal(seed).public_key());
  EXPECT_FALSE(is_sealed("a recorD", signature, seal.public_key()));
  EXPECT_FALSE(is_sealed("a record", signature, RecordSeal(other_seed).public_key()));
}

TEST(RecordSeal, RefusesWhatIsNoSignature) {
  RecordSeal const seal(seed);
  auto signature = seal.sign("a record");
  EXPECT_FALSE(is_sealed("a record", "", seal.public_key()));
  EXPECT_FALSE(is_sealed("a record", signature + "AA", seal.public_key()));
  EXPECT_FALSE(is_sealed("a record", signature, "not a key!"));
  signature[10] = signature[10] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(is_sealed("a record", signature, seal.public_key()));
}

}  // namespace
}  // namespace kelisim::sessions
