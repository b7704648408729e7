#pragma once

#include <CLI/CLI.hpp>

namespace kelisim::server {

/// Adds `chart`, `draft` and `astro` to the program; the command that runs puts its exit code into `code`, which
/// outlives the parsing.
void add_astro_commands(CLI::App& app, int& code);

}  // namespace kelisim::server
