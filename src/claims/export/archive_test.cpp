// An archive that proves itself, and every way in which it may fail to.
#include "claims/archive.h"
#include "export/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <utility>

namespace kelisim::claims {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

std::array<std::uint8_t, 32> seed(std::uint8_t with) {
  std::array<std::uint8_t, 32> bytes{};
  bytes.fill(with);
  return bytes;
}

class CaseArchive : public ::testing::Test {
 protected:
  sessions::RecordSeal seal{seed(1)};
  sessions::RecordSeal other{seed(2)};
  Instant const at{1'796'616'000'000'000};
  std::vector<ArchiveEntry> const entries{
      {"case.json", "{\"number\":1}"}, {"files/1.png", std::string(100'000, 'p')}, {"empty", ""}};
  std::string const zip = make_archive(entries, seal, at);

  static std::vector<std::pair<ArchiveFlaw, std::string>> findings(std::string_view bytes,
                                                                   std::optional<std::string_view> key = {}) {
    std::vector<std::pair<ArchiveFlaw, std::string>> found;
    for (auto const& one : check_archive(bytes, key).findings) found.emplace_back(one.flaw, one.path);
    return found;
  }
};

TEST_F(CaseArchive, what_was_made_is_as_it_was_signed) {
  auto const verdict = check_archive(zip, seal.public_key());
  EXPECT_TRUE(verdict.findings.empty());
  EXPECT_EQ(verdict.key, seal.public_key());
  EXPECT_EQ(verdict.files, 3);
  EXPECT_EQ(make_archive(entries, seal, at), zip) << "the same bytes";
}

TEST_F(CaseArchive, somebody_elses_key_is_told) {
  EXPECT_THAT(findings(zip, other.public_key()), ElementsAre(Pair(ArchiveFlaw::other_key, "")));
  EXPECT_TRUE(findings(make_archive(entries, other, at)).empty()) << "without a key to ask for, it is its own";
}

TEST_F(CaseArchive, a_path_that_comes_twice_is_told) {
  auto twice = entries;
  twice.push_back({"case.json", "{\"number\":2}"});
  EXPECT_THAT(findings(make_archive(twice, seal, at)), ::testing::Contains(Pair(ArchiveFlaw::unlisted, "case.json")));
}

TEST_F(CaseArchive, what_was_changed_taken_out_or_put_in_is_told_by_its_path) {
  auto parts = *read_zip(zip);
  parts[0].bytes = "{\"number\":2}";
  EXPECT_THAT(findings(write_zip(parts, at)), ElementsAre(Pair(ArchiveFlaw::changed, "case.json")));
  parts.erase(parts.begin());
  EXPECT_THAT(findings(write_zip(parts, at)), ElementsAre(Pair(ArchiveFlaw::missing, "case.json")));
  parts = *read_zip(zip);
  parts.push_back({"files/2.png", "q"});
  EXPECT_THAT(findings(write_zip(parts, at)), ElementsAre(Pair(ArchiveFlaw::unlisted, "files/2.png")));
}

TEST_F(CaseArchive, a_list_that_was_not_signed_proves_nothing) {
  for (auto const at_index : {std::size_t{3}, std::size_t{4}, std::size_t{5}}) {  // signature, key, list
    auto parts = *read_zip(zip);
    ASSERT_EQ(parts.size(), 6U);
    parts[at_index].bytes[0] = static_cast<char>(parts[at_index].bytes[0] ^ 1);
    EXPECT_THAT(findings(write_zip(parts, at)), ElementsAre(Pair(ArchiveFlaw::unsigned_list, "")))
        << parts[at_index].path;
    parts = *read_zip(zip);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at_index));
    EXPECT_THAT(findings(write_zip(parts, at)), ElementsAre(Pair(ArchiveFlaw::unsigned_list, "")));
  }
}

TEST_F(CaseArchive, a_signature_of_something_else_does_not_do) {
  auto parts = *read_zip(zip);
  parts[3].bytes = seal.sign(parts[5].bytes) + "\n";  // of the list, but not as a list
  EXPECT_THAT(findings(write_zip(parts, at)), ElementsAre(Pair(ArchiveFlaw::unsigned_list, "")));
}

TEST_F(CaseArchive, a_torn_file_is_unreadable_or_unsigned) {
  for (auto const size : {std::size_t{0}, std::size_t{10}, zip.size() / 2}) {
    EXPECT_FALSE(findings(zip.substr(0, size)).empty()) << size;
  }
  EXPECT_THAT(findings("no archive at all"), ElementsAre(Pair(ArchiveFlaw::unreadable, "")));
}

}  // namespace
}  // namespace kelisim::claims
