// simulate SEED [--ops N] [--days N] [--postgres CONNINFO] [--keep FOLDER] [--calm] [--clients N]: one world from one
// seed. Exit 1 when the auditor found anything; every finding names seed and operation, and the last line names the
// commit to repeat it at.
#include "kernel/digits.h"
#include "world.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <string_view>
#include <vector>

namespace {

using kelisim::sim::Report;
using kelisim::sim::Scale;

std::optional<Scale> scale_of(std::vector<std::string_view> const& words) {
  Scale scale;
  auto counts_operations = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const number = [&] { return i + 1 < words.size() ? kelisim::parse_digits(words[++i]) : std::nullopt; };
    if (words[i] == "--ops") {
      auto const given = number();
      if (!given) return std::nullopt;
      scale.operations = *given;
      counts_operations = true;
    } else if (words[i] == "--days") {
      auto const given = number();
      if (!given) return std::nullopt;
      scale.days = *given;
    } else if (words[i] == "--clients") {
      auto const given = number();
      if (!given) return std::nullopt;
      scale.clients_max = static_cast<std::size_t>(*given);
    } else if (words[i] == "--postgres" && i + 1 < words.size()) {
      scale.postgres = words[++i];
    } else if (words[i] == "--keep" && i + 1 < words.size()) {
      scale.folder = words[++i];
    } else if (words[i] == "--calm") {
      scale.faults = false;
    } else if (auto const seed = kelisim::parse_digits(words[i])) {
      scale.seed = static_cast<std::uint64_t>(*seed);
    } else {
      return std::nullopt;
    }
  }
  if (scale.days > 0 && !counts_operations) scale.operations = 0;
  return scale;
}

void print(Report const& report, double seconds) {
  for (auto const& [action, times] : report.actions) fmt::print("  {:<44} {:>8}\n", action, times);
  for (auto const& [mishap, times] : report.mishaps) fmt::print("  mishap {:<37} {:>8}\n", mishap, times);
  fmt::print("  {} people, {} promises, {} cases\n", report.people, report.promises, report.cases);
  fmt::print("  {} operations, {} jobs, {} restarts, {} decisions replayed, {} days, {:.0f} s, {:.0f} operations/s\n",
             report.operations, report.jobs, report.restarts, report.decisions, report.days, seconds,
             static_cast<double>(report.operations) / seconds);
  fmt::print("  trace {:016x}\n", report.trace);
  for (auto const& found : report.findings) fmt::print("FOUND {}\n", found);
}

}  // namespace

int main(int argc, char** argv) {
  auto const scale = scale_of({argv + 1, argv + argc});
  if (!scale) {
    fmt::print(
        stderr,
        "usage: simulate SEED [--ops N] [--days N] [--clients N] [--postgres CONNINFO] [--keep FOLDER] [--calm]\n");
    return 2;
  }
  try {
    auto const began = std::chrono::steady_clock::now();
    auto const seconds = [&] {
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    auto told = *scale;
    told.progress = [&](Report const& report) {
      fmt::print(stderr, "{} operations, {} jobs, {} restarts, {} days, {:.0f} s\n", report.operations, report.jobs,
                 report.restarts, report.days, seconds());
    };
    auto const report = kelisim::sim::World(told).run();
    print(report, seconds());
    fmt::print("seed {} at commit {}: {}\n", scale->seed, kelisim::sim::built_from(),
               report.findings.empty() ? "nothing found" : fmt::format("{} findings", report.findings.size()));
    return report.findings.empty() ? 0 : 1;
  } catch (std::exception const& broken) {
    fmt::print(stderr, "seed {} at commit {}: {}\n", scale->seed, kelisim::sim::built_from(), broken.what());
    return 1;
  }
}
