#include "privacy/anchors.h"

#include "kernel/fault.h"

#include <fmt/format.h>
#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <charconv>
#include <fstream>

namespace kelisim::privacy {
namespace {

constexpr Duration period = std::chrono::hours(1);

std::optional<AuditAnchor> parse(std::string_view line) {
  AuditAnchor anchor{.seq = 0, .hash = db::Bytes(crypto_generichash_BYTES)};
  auto const [end, failed] = std::from_chars(line.data(), line.data() + line.size(), anchor.seq);
  if (failed != std::errc{} || end == line.data() + line.size() || *end != ' ') return std::nullopt;
  auto const hex = line.substr(static_cast<std::size_t>(end - line.data()) + 1);
  std::size_t read = 0;
  auto const bad =
      sodium_hex2bin(anchor.hash.data(), anchor.hash.size(), hex.data(), hex.size(), nullptr, &read, nullptr);
  if (bad != 0 || hex.size() != 2 * anchor.hash.size()) return std::nullopt;
  return anchor;
}

}  // namespace

std::vector<AuditAnchor> AnchorFile::read() const {
  std::vector<AuditAnchor> anchors;
  std::ifstream in(file_);
  for (std::string line; std::getline(in, line);) {
    if (auto anchor = parse(line)) anchors.push_back(std::move(*anchor));
  }
  return anchors;
}

void AnchorFile::append(AuditAnchor const& anchor) const {
  auto const known = read();
  if (!known.empty() && known.back() == anchor) return;
  std::filesystem::create_directories(file_.parent_path());
  auto const descriptor = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) throw Fault(Fault::Retry::yes, "the file of audit anchors cannot be opened");
  // The line break comes first, too: what a crash left of the line before stays a line of its own.
  auto const line = fmt::format("\n{} {:02x}\n", anchor.seq, fmt::join(anchor.hash, ""));
  auto const whole = ::write(descriptor, line.data(), line.size()) == std::ssize(line) && ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!whole) throw Fault(Fault::Retry::yes, "the file of audit anchors cannot be written");
}

void add_jobs(jobs::JobRunner& runner, Audit const& audit, AnchorFile const& anchors) {
  runner.every("privacy.anchor_audit", period, [&audit, &anchors](jobs::JobContext& context) {
    auto const head = context.database().read_now([&](db::Tx& tx) { return audit.head(tx); });
    if (head.seq > 0) anchors.append(head);
    return jobs::JobResult::done();
  });
}

}  // namespace kelisim::privacy
