#include "privacy/changes.h"

#include "platform/http/acting.h"
#include "store/change_rows.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace kelisim::privacy {
namespace {

constexpr std::string_view action_sealed = "privacy.changes_sealed";
constexpr Duration period = std::chrono::minutes(1);
/// What a transaction noted at its instant is there so long after it, or never.
constexpr Duration settled_after = std::chrono::minutes(1);
constexpr std::int64_t sealed_at_once = 10'000;  // rows; more are taken by the next run

/// The row of a change of which the values are still to be filled in.
ChangeOnRecord row_of(Changed const& changed, std::string_view field) {
  return {.number = 0,
          .kind = std::string(changed.kind),
          .object = std::string(changed.object),
          .field = std::string(field),
          .actor = http::acting_person(),
          .at = changed.at,
          .before = std::nullopt,
          .after = std::nullopt,
          .sealed_before = {},
          .sealed_after = {}};
}

/// BLAKE2b-256 over every column of every row; each value after its length, so that no two lists of rows read alike.
class Digest {
 public:
  Digest() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }

  void take(ChangeOnRecord const& row) {
    text(std::to_string(row.number));
    for (auto const* one : {&row.kind, &row.object, &row.field}) text(*one);
    text(row.actor ? row.actor->view() : std::string_view());
    text(std::to_string(row.at.micros));
    for (auto const* one : {&row.before, &row.after}) {
      text(*one ? "1" : "0");
      text(one->value_or(""));
    }
    for (auto const* one : {&row.sealed_before, &row.sealed_after}) {
      text({reinterpret_cast<char const*>(one->data()), one->size()});
    }
  }
  [[nodiscard]] std::string hex() {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    return fmt::format("{:02x}", fmt::join(hash, ""));
  }

 private:
  void text(std::string_view part) {
    auto const head = fmt::format("{}:", part.size());
    for (auto const piece : {std::string_view(head), part}) {
      crypto_generichash_update(&state_, reinterpret_cast<unsigned char const*>(piece.data()), piece.size());
    }
  }
  crypto_generichash_state state_{};
};

struct Hashed {
  std::int64_t rows;
  std::string text;  ///< as it stands in the audit chain
};
Hashed hash_of(db::Tx& tx, std::int64_t after, std::int64_t upto) {
  Digest digest;
  std::int64_t rows = 0;
  for (auto const& row : store::changes_between(tx, after, upto)) {
    digest.take(row);
    ++rows;
  }
  return {rows, fmt::format("{}-{}:{}:{}", after + 1, upto, rows, digest.hex())};
}

}  // namespace

void note_value(db::Tx& tx, Changed const& changed, std::string_view field, std::string_view value) {
  auto const before = store::last_value(tx, changed.object, field);
  if (before == value) return;
  auto row = row_of(changed, field);
  row.before = before;
  row.after = std::string(value);
  store::insert_change(tx, row);
}

void note_change(db::Tx& tx, Changed const& changed, std::string_view field, std::string_view before,
                 std::string_view after) {
  if (before == after) return;
  auto row = row_of(changed, field);
  row.before = std::string(before);
  row.after = std::string(after);
  store::insert_change(tx, row);
}

void note_sealed(db::Tx& tx, Changed const& changed, Field field, std::span<std::uint8_t const> before,
                 std::span<std::uint8_t const> after) {
  if (before.empty() && after.empty()) return;
  auto row = row_of(changed, field.name);
  row.sealed_before.assign(before.begin(), before.end());
  row.sealed_after.assign(after.begin(), after.end());
  store::insert_change(tx, row);
}

std::vector<ChangeOnRecord> changes_of(db::Tx& tx, std::string_view object, int limit) {
  return store::changes_of(tx, object, limit);
}

void seal_changes(db::Tx& tx, Audit const& audit, Instant now) {
  auto const sealed = store::last_sealed(tx);
  auto const upto = std::min(store::last_change_before(tx, now - settled_after), sealed + sealed_at_once);
  if (upto <= sealed) return;
  auto const hashed = hash_of(tx, sealed, upto);
  store::insert_seal(tx, upto, audit.append(tx, now, {.action = action_sealed, .object = hashed.text}));
}

ChangesVerdict verify_changes(db::Tx& tx) {
  ChangesVerdict verdict;
  std::int64_t after = 0;
  for (auto const& seal : store::seals(tx)) {
    auto const hashed = hash_of(tx, after, seal.upto);
    if (seal.text != hashed.text || seal.action != action_sealed) {
      verdict.first_bad = after + 1;
      return verdict;
    }
    verdict.sealed += hashed.rows;
    after = seal.upto;
  }
  return verdict;
}

void add_change_jobs(jobs::JobRunner& runner, Audit const& audit) {
  runner.every("privacy.seal_changes", period, [&audit](jobs::JobContext& context) {
    context.database().write_now([&](db::Tx& tx) {
      seal_changes(tx, audit, context.now());
      context.finish(tx);
    });
    return jobs::JobResult::done();
  });
}

}  // namespace kelisim::privacy
