#include "kernel/fault.h"
#include "server/commands.h"
#include "sessions/sealed_record.h"

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace kelisim::server {

int verify_record(std::filesystem::path const& file, std::string const& key) {
  std::ifstream input(file, std::ios::binary);
  if (!input) throw Fault(Fault::Retry::no, fmt::format("{} cannot be read", file.string()));
  std::string const text{std::istreambuf_iterator<char>(input), {}};
  auto const asked = key.empty() ? std::nullopt : std::optional<std::string_view>(key);
  auto const verdict = sessions::check_record_file(text, asked);
  if (verdict.flaw) {
    fmt::print("{}\n", boost::describe::enum_to_string(*verdict.flaw, "?"));
    return 1;
  }
  auto const& found = *verdict.findings;
  fmt::print("booking {}: {} by {}, signed {}; key {}{}\n", found.booking,
             boost::describe::enum_to_string(found.attendance, "?"), found.clause, to_rfc3339(found.signed_at),
             verdict.key, asked ? "" : ", which was not compared with any other");
  return 0;
}

}  // namespace kelisim::server
