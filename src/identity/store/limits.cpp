#include "store/limits.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql use{"identity.count_use",
                      "INSERT INTO identity_throttles (bucket, window_at_us, used) VALUES ($1, $2, 1)"
                      " ON CONFLICT (bucket, window_at_us) DO UPDATE SET used = identity_throttles.used + 1"
                      " RETURNING used"};
constexpr db::Sql sweep{"identity.sweep_throttles", "DELETE FROM identity_throttles WHERE window_at_us <= $1"};
constexpr db::Sql sent{"identity.sms_sent_on", "SELECT sent FROM identity_sms_days WHERE day = $1"};
constexpr db::Sql first{"identity.first_sms_of_day",
                        "INSERT INTO identity_sms_days (day, sent) VALUES ($1, 0) ON CONFLICT DO NOTHING"};
constexpr db::Sql count{"identity.count_sms",
                        "UPDATE identity_sms_days SET sent = sent + 1 WHERE day = $1 AND sent < $2"};

}  // namespace

std::int64_t count_use(db::Tx& tx, db::Bytes const& bucket, Instant window_at) {
  auto const used = tx.one(use, [](db::Row const& row) { return row.integer(0); }, bucket, window_at);
  ENSURE(used.has_value());
  return *used;
}

void sweep_throttles(db::Tx& tx, Instant before) { tx.execute(sweep, before); }

std::int64_t sms_sent_on(db::Tx& tx, CivilDate day) {
  return tx.one(sent, [](db::Row const& row) { return row.integer(0); }, to_string(day)).value_or(0);
}

bool count_sms(db::Tx& tx, CivilDate day, std::int64_t most) {
  auto const text = to_string(day);
  tx.execute(first, text);
  return tx.execute(count, text, most) == 1;
}

}  // namespace kelisim::identity::store
