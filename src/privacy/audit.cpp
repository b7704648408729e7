#include "privacy/audit.h"

#include "kernel/ensure.h"
#include "store/audit_rows.h"

#include <sodium.h>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace kelisim::privacy {
namespace {

constexpr std::size_t name_max = 128;
constexpr int page_max = 200;
constexpr int verify_batch = 500;

// Names of actions and objects are words of the code and ids: nothing that a person typed fits here.
bool is_name(std::string_view text) {
  return text.size() <= name_max && std::ranges::all_of(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                  c == '.' || c == ',' || c == '-' || c == ':';
         });
}

// Each part is hashed with its length before it, so that moving a byte from one column to the next changes the hash.
class ChainHash {
 public:
  explicit ChainHash(KeyView key) {
    auto const failed = crypto_generichash_init(&state_, key.data(), key.size(), crypto_generichash_BYTES);
    ENSURE(failed == 0);
  }

  void add(std::int64_t number) {
    std::array<std::uint8_t, 8> little{};
    auto bits = static_cast<std::uint64_t>(number);
    for (auto& byte : little) {
      byte = static_cast<std::uint8_t>(bits & 0xff);
      bits >>= 8;
    }
    take(little);
  }
  void add(std::span<std::uint8_t const> bytes) {
    add(std::ssize(bytes));
    take(bytes);
  }
  void add(std::string_view text) { add(std::span(reinterpret_cast<std::uint8_t const*>(text.data()), text.size())); }
  void add(std::optional<std::string> const& text) {
    add(std::int64_t{text ? 1 : 0});
    if (text) add(std::string_view(*text));
  }

  [[nodiscard]] db::Bytes finish() {
    db::Bytes hash(crypto_generichash_BYTES);
    ENSURE(crypto_generichash_final(&state_, hash.data(), hash.size()) == 0);
    return hash;
  }

 private:
  void take(std::span<std::uint8_t const> bytes) {
    ENSURE(crypto_generichash_update(&state_, bytes.data(), bytes.size()) == 0);
  }

  crypto_generichash_state state_;
};

db::Bytes hash_of(KeyView key, AuditRow const& row) {
  ChainHash hash(key);
  hash.add(row.seq);
  hash.add(row.at.micros);
  hash.add(std::string_view(row.action));
  hash.add(row.actor);
  hash.add(row.subject);
  hash.add(std::string_view(row.object));
  hash.add(row.purpose);
  hash.add(std::span<std::uint8_t const>(row.sealed));
  hash.add(std::span<std::uint8_t const>(row.previous_hash));
  return hash.finish();
}

std::optional<std::string> text_of(std::optional<PersonId> const& person) {
  return person ? std::optional(person->str()) : std::nullopt;
}

}  // namespace

std::int64_t Audit::append(db::Tx& tx, Instant now, AuditEvent const& event) const {
  ENSURE(!event.action.empty() && is_name(event.action) && is_name(event.object));
  auto head = store::advance_audit_head(tx);
  AuditRow row{.seq = head.seq,
               .at = now,
               .action = std::string(event.action),
               .actor = text_of(event.actor),
               .subject = text_of(event.subject),
               .object = std::string(event.object),
               .purpose = event.purpose ? std::optional(std::string(to_string(*event.purpose))) : std::nullopt,
               .sealed = {event.sealed.begin(), event.sealed.end()},
               .previous_hash = std::move(head.hash),
               .hash = {}};
  row.hash = hash_of(keys_.key(KeyUse::chain_audit), row);
  store::insert_audit_row(tx, row);
  store::set_audit_head(tx, row.hash);
  return row.seq;
}

AuditAnchor Audit::head(db::Tx& tx) const {
  auto head = store::read_audit_head(tx);
  ENSURE(head.has_value());
  return {head->seq, std::move(head->hash)};
}

Audit::Verdict Audit::verify(db::Tx& tx, std::span<AuditAnchor const> anchors) const {
  std::map<std::int64_t, db::Bytes const*> anchored;
  for (auto const& anchor : anchors) anchored[anchor.seq] = &anchor.hash;
  Verdict verdict{.head = db::Bytes(crypto_generichash_BYTES)};
  auto after = std::numeric_limits<std::int64_t>::min();
  for (;;) {
    auto const rows = store::audit_rows_after(tx, after, verify_batch);
    for (auto const& row : rows) {
      auto const expected = verdict.rows + 1;
      auto const anchor = anchored.find(row.seq);
      if (row.seq != expected || row.previous_hash != verdict.head ||
          row.hash != hash_of(keys_.key(KeyUse::chain_audit), row) ||
          (anchor != anchored.end() && row.hash != *anchor->second)) {
        verdict.first_bad = expected;
        return verdict;
      }
      verdict.rows = row.seq;
      verdict.head = row.hash;
    }
    after = verdict.rows;
    if (std::ssize(rows) < verify_batch) break;
  }
  // Rows cut off at the end leave a head, or an anchor, that says otherwise.
  auto const last = store::read_audit_head(tx);
  auto const cut = !last || last->seq != verdict.rows || last->hash != verdict.head ||
                   (!anchored.empty() && anchored.rbegin()->first > verdict.rows);
  if (cut) verdict.first_bad = verdict.rows + 1;
  return verdict;
}

std::vector<AuditRow> Audit::list(db::Tx& tx, Page const& page) const {
  auto bounded = page;
  bounded.limit = std::clamp(page.limit, 1, page_max);
  return store::newest_audit_rows(tx, bounded);
}

}  // namespace kelisim::privacy
