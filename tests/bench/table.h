#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace kelisim::bench {

/// Rows of Markdown, printed as they are measured.
struct Table {
  void row(std::string_view what, std::string const& figure, std::string const& limit, std::string const& note) {
    fmt::print("| {} | {} | {} | {} |\n", what, figure, limit, note);
    std::fflush(stdout);
  }
};

}  // namespace kelisim::bench
