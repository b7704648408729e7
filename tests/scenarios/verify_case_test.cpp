#include "claims/archive.h"
#include "scratch_folder.h"
#include "server/commands.h"
#include "sessions/record_seal.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

namespace kelisim::server {
namespace {

TEST(VerifyCase, tells_a_strange_path_without_obeying_it) {
  test::ScratchFolder const folder;
  sessions::RecordSeal const seal{std::array<std::uint8_t, 32>{}};
  std::string const path = "\x1b[2K\rall is well";
  {
    std::ofstream archive(folder.path() / "case.zip", std::ios::binary);
    archive << claims::make_archive({{path, "one"}, {path, "another"}}, seal, Instant{1'796'616'000'000'000});
  }
  testing::internal::CaptureStdout();
  EXPECT_EQ(verify_case(folder.path() / "case.zip", ""), 1);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "unlisted \"\\x1b[2K\\rall is well\"\n");
}

}  // namespace
}  // namespace kelisim::server
