#include "store/clock.h"

namespace kelisim::sandbox::store {
namespace {

constexpr db::Sql select_ahead{"sandbox.select_ahead", "SELECT ahead_us FROM sandbox_clock WHERE id = 1"};
constexpr db::Sql upsert_ahead{"sandbox.upsert_ahead", R"(
  INSERT INTO sandbox_clock (id, ahead_us) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET ahead_us = $1)"};

}  // namespace

std::optional<Duration> load_ahead(db::Tx& tx) {
  return tx.one(select_ahead, [](db::Row const& row) { return Duration{row.integer(0)}; });
}

void save_ahead(db::Tx& tx, Duration ahead) { tx.execute(upsert_ahead, ahead.count()); }

}  // namespace kelisim::sandbox::store
