#include "claims/archive.h"
#include "kernel/fault.h"
#include "server/commands.h"

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace kelisim::server {

int verify_case(std::filesystem::path const& archive, std::string const& key) {
  std::ifstream input(archive, std::ios::binary);
  if (!input) throw Fault(Fault::Retry::no, fmt::format("{} cannot be read", archive.string()));
  std::string const bytes{std::istreambuf_iterator<char>(input), {}};
  auto const asked = key.empty() ? std::nullopt : std::optional<std::string_view>(key);
  auto const verdict = claims::check_archive(bytes, asked);
  for (auto const& found : verdict.findings) {
    // Escaped: whoever made the archive chose the path, and a terminal would obey it.
    fmt::print("{} {:?}\n", boost::describe::enum_to_string(found.flaw, "?"), found.path);
  }
  if (!verdict.findings.empty()) return 1;
  fmt::print("{} files as they were signed; key {}{}\n", verdict.files, verdict.key,
             asked ? "" : ", which was not compared with any other");
  return 0;
}

}  // namespace kelisim::server
