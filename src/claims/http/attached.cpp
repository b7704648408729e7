#include "http/attached.h"

#include "ledger/ledger.h"

namespace kelisim::claims {
namespace {

std::optional<EquipmentView> equipment(std::optional<scheduling::EquipmentOnRecord> const& check) {
  if (!check) return std::nullopt;
  return EquipmentView{check->passed, check->bandwidth_kbps, check->checked_at};
}

}  // namespace

SessionView session_of(db::Tx& tx, scheduling::Booking const& booking) {
  auto const record = sessions::session_on_record(tx, booking.id);
  SessionView view{.starts_at = booking.starts_at,
                   .ends_at = booking.ends_at,
                   .ended_at = record.ended_at,
                   .attendance = record.attendance,
                   .stays = {},
                   .client_equipment = equipment(record.client_equipment),
                   .specialist_equipment = equipment(record.specialist_equipment),
                   .connection = std::nullopt};
  if (auto const& found = record.connection) {
    view.connection = ConnectionView{found->side, found->service_seconds, found->specialist_seconds,
                                     found->client_seconds, found->disputed_seconds};
  }
  for (auto const& stay : record.stays) view.stays.push_back({stay.who, stay.joined_at, stay.left_at, stay.reason});
  return view;
}

std::vector<LedgerLine> money_of(db::Tx& tx, scheduling::Booking const& booking, Currency currency) {
  std::vector<LedgerLine> lines;
  for (auto const& entry : ledger::entries(tx, {.order = booking.order.str()})) {
    auto moved = Money::zero(currency);
    for (auto const& posting : entry.postings) {
      if (posting.amount.is_positive()) moved = moved + posting.amount;
    }
    lines.push_back({std::string(ledger::to_text(entry.kind)), entry.at, moved, entry.clause});
  }
  return lines;
}

}  // namespace kelisim::claims
