#include "store/business.h"

#include "kernel/ensure.h"

namespace kelisim::server::store {
namespace {

constexpr db::Sql insert_owner{"server.insert_owner", R"(
  INSERT INTO server_business (id, brand, sandbox) VALUES (1, $1, $2) ON CONFLICT DO NOTHING)"};
constexpr db::Sql select_owner{"server.select_owner", "SELECT brand, sandbox FROM server_business WHERE id = 1"};

}  // namespace

Owner claim(db::Tx& tx, Owner const& owner) {
  tx.execute(insert_owner, owner.brand, owner.sandbox);
  auto const found = tx.one(select_owner, [](db::Row const& row) { return Owner{row.str(0), row.flag(1)}; });
  ENSURE(found.has_value());
  return *found;
}

}  // namespace kelisim::server::store
