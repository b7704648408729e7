#include "audit_records.h"

#include "auditor.h"
#include "dice.h"

#include <sodium.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;

// One column of every row is text; what is sealed counts by its length and letters as any other.
constexpr db::Sql decided_sql{
    "auditor.decided",
    "SELECT 'decision ' || id, kind || '|' || subject || '|' || COALESCE(person, '') || '|' || terms_version || '|' "
    "|| "
    "facts || '|' || outcome || '|' || clause || '|' || decided_at_us FROM terms_decisions UNION ALL "
    "SELECT 'ruling ' || case_id || ' ' || number, finding || '|' || ruled_by || '|' || refund_minor || '|' || "
    "damages_minor || '|' || clause || '|' || decision || '|' || ruled_at_us FROM claims_rulings UNION ALL "
    "SELECT 'ruling ' || breach, confirmed || '|' || ruled_by || '|' || clause || '|' || decision || '|' || "
    "ruled_at_us FROM contracts_rulings"};
constexpr db::Sql chain_sql{"auditor.chain",
                            "SELECT seq, at_us, action, actor, subject, object, purpose, sealed, previous_hash, hash "
                            "FROM privacy_audit ORDER BY seq"};
constexpr db::Sql row_of_chain{"auditor.row_of_chain", "SELECT hash FROM privacy_audit WHERE seq = $1"};
constexpr db::Sql last_of_chain{"auditor.last_of_chain",
                                "SELECT seq, hash FROM privacy_audit ORDER BY seq DESC LIMIT 1"};
constexpr db::Sql head_sql{"auditor.head_of_chain", "SELECT seq, hash FROM privacy_audit_head"};

std::string letters(db::Bytes const& bytes) { return {bytes.begin(), bytes.end()}; }

/// The parts of one row, each behind its length in eight bytes, the lowest first; then one keyed BLAKE2b over all.
class RowText {
 public:
  void number(std::int64_t value) {
    auto const bits = static_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) text_ += static_cast<char>((bits >> shift) & 0xFFU);
  }
  void part(std::string_view text) {
    number(static_cast<std::int64_t>(text.size()));
    text_ += text;
  }
  void maybe(std::optional<std::string> const& text) {
    number(text ? 1 : 0);
    if (text) part(*text);
  }
  [[nodiscard]] std::string hash(std::span<std::uint8_t const, 32> key) const {
    std::array<unsigned char, 32> made{};
    auto const* const bytes = reinterpret_cast<unsigned char const*>(text_.data());
    if (crypto_generichash(made.data(), made.size(), bytes, text_.size(), key.data(), key.size()) != 0) return {};
    return {made.begin(), made.end()};
  }

 private:
  std::string text_;
};

std::string hash_of(db::Row const& row, std::span<std::uint8_t const, 32> key) {
  RowText text;
  text.number(row.integer(0));
  text.number(row.integer(1));
  text.part(row.text(2));
  text.maybe(row.maybe_str(3));
  text.maybe(row.maybe_str(4));
  text.part(row.text(5));
  text.maybe(row.maybe_str(6));
  text.part(letters(row.blob(7)));
  text.part(letters(row.blob(8)));
  return text.hash(key);
}

/// A table that is only added to, and one of its columns.
struct InsertOnly {
  char const* table;
  char const* remove;
  char const* rewrite;
};
#define INSERT_ONLY(table, column) \
  InsertOnly { table, "DELETE FROM " table, "UPDATE " table " SET " column " = " column }

constexpr InsertOnly insert_only[] = {
    INSERT_ONLY("ledger_transactions", "clause"),
    INSERT_ONLY("ledger_postings", "amount_minor"),
    INSERT_ONLY("terms_decisions", "outcome"),
    INSERT_ONLY("terms_acceptances", "content_hash"),
    INSERT_ONLY("terms_editions", "content_hash"),
    INSERT_ONLY("terms_calendar_days", "kind"),
    INSERT_ONLY("privacy_audit", "purpose"),
    INSERT_ONLY("claims_messages", "body"),
    INSERT_ONLY("claims_rulings", "finding"),
    INSERT_ONLY("claims_appeals", "reasons"),
    INSERT_ONLY("claims_acceptances", "accepted_at_us"),
    INSERT_ONLY("contracts_breaches", "code"),
    INSERT_ONLY("contracts_evidence", "kind"),
    INSERT_ONLY("contracts_rulings", "confirmed"),
    INSERT_ONLY("contracts_forfeits", "amount_minor"),
    INSERT_ONLY("contracts_demands", "due_at_us"),
    INSERT_ONLY("contracts_demand_ends", "what"),
    INSERT_ONLY("obligations_alarms", "raised_at_us"),
    INSERT_ONLY("obligations_postponements", "at_us"),
    INSERT_ONLY("obligations_promises", "due_at_us"),
};
#undef INSERT_ONLY

bool is_refused(db::Tx& tx, char const* statement) {
  auto const mark = tx.mark();
  auto refused = false;
  std::int64_t changed = 0;
  try {
    changed = tx.execute({"auditor.rewrite", statement});
  } catch (std::exception const&) {
    refused = true;
  }
  tx.undo(mark);
  return refused || changed == 0;
}

}  // namespace

void Records::compare(db::Tx& tx, std::vector<std::string>& findings) {
  std::size_t known = 0;
  each(tx, decided_sql, [&](db::Row const& row) {
    TraceHash hash;
    hash.add(row.text(1));
    auto const [at, fresh] = decided_.try_emplace(row.str(0), hash.value());
    if (fresh) return;
    ++known;
    if (at->second != hash.value()) findings.push_back("I13: " + row.str(0) + " says something else than it did");
  });
  auto const fresh = decided_.size();
  if (known < remembered_) findings.push_back("I13: a decision that was there is gone");
  remembered_ = fresh;
  for (auto const& [seq, hash] : heads_) {
    auto const stands = tx.one(row_of_chain, [](db::Row const& row) { return letters(row.blob(0)); }, seq);
    if (stands != hash) findings.push_back(fmt::format("I14: row {} of the audit chain is another than it was", seq));
  }
  auto const last =
      tx.one(last_of_chain, [](db::Row const& row) { return std::pair(row.integer(0), letters(row.blob(1))); });
  if (last) heads_.insert(*last);
}

Findings Auditor::verify_chain(db::Tx& tx, std::span<std::uint8_t const, 32> key) const {
  Findings findings;
  std::int64_t seq = 0;
  std::string before(32, '\0');
  each(tx, chain_sql, [&](db::Row const& row) {
    ++seq;
    auto const sound =
        row.integer(0) == seq && letters(row.blob(8)) == before && hash_of(row, key) == letters(row.blob(9));
    if (!sound && findings.empty())
      findings.push_back(fmt::format("I14: by own count the chain breaks at row {}", seq));
    seq = row.integer(0);
    before = letters(row.blob(9));
  });
  auto const head =
      tx.one(head_sql, [](db::Row const& row) { return std::pair(row.integer(0), letters(row.blob(1))); });
  if (head != std::pair(seq, before)) findings.push_back("I14: the chain does not end where its head says");
  return findings;
}

Findings Auditor::try_to_rewrite(db::Tx& tx) {
  Findings findings;
  for (auto const& [table, remove, rewrite] : insert_only) {
    if (!is_refused(tx, rewrite)) findings.push_back(fmt::format("I12: {} can be rewritten", table));
    if (!is_refused(tx, remove)) findings.push_back(fmt::format("I12: {} can be emptied", table));
  }
  return findings;
}

}  // namespace kelisim::sim
