#include "claims/archive.h"
#include "export/case_record.h"
#include "files/content.h"
#include "kernel/ensure.h"
#include "platform/json/described.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::claims {
namespace {

constexpr int notices_max = 500;  // of the client's newest, among which those of the case are looked for

std::vector<NoticeLine> notices_of(db::Tx& tx, Parts const& parts, Case const& about) {
  std::vector<NoticeLine> lines;
  for (auto const& one : parts.notifier.account(tx, about.client, std::nullopt, notices_max)) {
    auto const of_booking = about.booking && one.subject == about.booking->view();
    if (of_booking || one.subject == about.id.view()) lines.push_back({one.at, one.title, one.body});
  }
  std::ranges::reverse(lines);
  return lines;
}

CaseRecord record_of(db::Tx& tx, Parts const& parts, Case const& about, bool for_staff, Instant now) {
  auto const open = [&](std::span<db::Bytes const> sealed) {
    std::vector<std::optional<std::string>> texts;
    for (auto const& one : sealed) texts.push_back(parts.vault.open(tx, about.client, case_text, one));
    return texts;
  };
  CaseRecord record{.claim = view_of(tx, parts, about, open, now),
                    .session = std::nullopt,
                    .money = {},
                    .notices = notices_of(tx, parts, about),
                    .made_at = now};
  if (about.booking) {
    auto const booking = scheduling::find_booking(tx, *about.booking);
    ENSURE(booking.has_value());
    record.session = session_of(tx, *booking);
    record.money = money_of(tx, *booking, parts.brand.currency);
    if (!for_staff) std::erase_if(record.money, [](LedgerLine const& line) { return line.kind == "gateway_fee"; });
  }
  return record;
}

/// Nothing when the client's key is destroyed.
std::optional<ArchiveEntry> entry_of(db::Tx& tx, Parts const& parts, Case const& about, CaseFile const& file) {
  auto opened = parts.vault.open(tx, about.client, file_body, sealed_bytes(tx, file));
  if (!opened) return std::nullopt;
  return ArchiveEntry{fmt::format("files/{}{}", file.number, extension(*file.kind)),
                      verified(file, *std::move(opened))};
}

}  // namespace

std::optional<std::string> export_case(db::Tx& tx, Parts const& parts, Case const& about, Export const& how,
                                       Instant now) {
  if (parts.vault.state(tx, about.client) != privacy::KeyState::live) return std::nullopt;
  auto const record = record_of(tx, parts, about, how.for_staff, now);
  std::vector<ArchiveEntry> entries{{"case.pdf", record_pdf(record, parts.brand, how.language, how.wording)},
                                    {"case.json", json::to_text(record, how.wording)}};
  for (auto const& file : store::files_of(tx, about.id)) {
    if (file.state != FileState::kept) continue;
    auto entry = entry_of(tx, parts, about, file);
    if (!entry) return std::nullopt;
    entries.push_back(*std::move(entry));
  }
  return make_archive(entries, parts.seal, now);
}

}  // namespace kelisim::claims
