#include "store/connections.h"

#include "store/presences.h"

namespace kelisim::sessions::store {
namespace {

constexpr db::Sql lengthen{"sessions.lengthen_hearing", R"(
  UPDATE sessions_hearings SET until_us = $2 WHERE id = $1 AND until_us < $2)"};
constexpr db::Sql known{"sessions.count_hearing", R"(SELECT count(*) FROM sessions_hearings WHERE id = $1)"};
constexpr db::Sql count_hearings{"sessions.count_hearings", R"(
  SELECT count(*) FROM sessions_hearings WHERE booking = $1 AND witness = $2)"};
constexpr db::Sql insert_hearing{"sessions.insert_hearing", R"(
  INSERT INTO sessions_hearings (id, booking, witness, hears, from_us, until_us) VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr db::Sql list_hearings{"sessions.list_hearings", R"(
  SELECT witness, hears, from_us, until_us FROM sessions_hearings WHERE booking = $1 ORDER BY from_us, id)"};
constexpr db::Sql lengthen_span{"sessions.lengthen_relay_span", R"(
  UPDATE sessions_relay_spans SET until_us = $2 WHERE id = $1 AND until_us < $2)"};
constexpr db::Sql known_span{"sessions.count_relay_span", R"(
  SELECT count(*) FROM sessions_relay_spans WHERE id = $1)"};
constexpr db::Sql count_spans{"sessions.count_relay_spans", R"(
  SELECT count(*) FROM sessions_relay_spans WHERE booking = $1 AND saw = $2 AND COALESCE(side, 0) = $3)"};
constexpr db::Sql insert_span{"sessions.insert_relay_span", R"(
  INSERT INTO sessions_relay_spans (id, booking, saw, side, from_us, until_us) VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr db::Sql list_spans{"sessions.list_relay_spans", R"(
  SELECT saw, side, from_us, until_us FROM sessions_relay_spans WHERE booking = $1 ORDER BY from_us, id)"};
constexpr db::Sql insert_row{"sessions.insert_record", R"(
  INSERT INTO sessions_records (booking, body, signature, signed_at_us) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING)"};
constexpr db::Sql find_row{"sessions.find_record", R"(
  SELECT body, signature, signed_at_us FROM sessions_records WHERE booking = $1)"};

std::int64_t first_number(db::Row const& row) { return row.integer(0); }

}  // namespace

void keep_hearing(db::Tx& tx, HearingId id, scheduling::BookingId booking, Hearing const& hearing) {
  if (tx.one(known, first_number, id).value_or(0) > 0) {
    tx.execute(lengthen, id, hearing.until);
    return;
  }
  auto const witness = static_cast<int>(hearing.witness);
  if (tx.one(count_hearings, first_number, booking, witness).value_or(0) >= hearings_max) return;
  tx.execute(insert_hearing, id, booking, witness, hearing.hears, hearing.from, hearing.until);
}

std::vector<Hearing> hearings_of(db::Tx& tx, scheduling::BookingId booking) {
  return tx.all(
      list_hearings,
      [](db::Row const& row) {
        return Hearing{static_cast<scheduling::Party>(row.integer(0)), row.flag(1), row.instant(2), row.instant(3)};
      },
      booking);
}

void keep_relay_span(db::Tx& tx, RelaySpanId id, scheduling::BookingId booking, RelaySpan const& span) {
  if (tx.one(known_span, first_number, id).value_or(0) > 0) {
    tx.execute(lengthen_span, id, span.until);
    return;
  }
  auto const saw = static_cast<int>(span.saw);
  std::optional<std::int64_t> side;
  if (span.side) side = static_cast<std::int64_t>(*span.side);
  if (tx.one(count_spans, first_number, booking, saw, side.value_or(0)).value_or(0) >= relay_spans_max) return;
  tx.execute(insert_span, id, booking, saw, side, span.from, span.until);
}

std::optional<RelayView> relay_view_of(db::Tx& tx, scheduling::BookingId booking) {
  auto const spans = tx.all(
      list_spans,
      [](db::Row const& row) {
        auto const side = static_cast<scheduling::Party>(row.maybe_integer(1).value_or(1));
        return std::pair(static_cast<RelaySaw>(row.integer(0)), Carriage{side, row.instant(2), row.instant(3)});
      },
      booking);
  if (spans.empty()) return std::nullopt;
  RelayView view;
  for (auto const& [saw, span] : spans) {
    if (saw == RelaySaw::itself) {
      view.watched.push_back({span.from, span.until});
    } else {
      (saw == RelaySaw::took ? view.took : view.gave).push_back(span);
    }
  }
  return view;
}

std::vector<Loss> losses_of(db::Tx& tx, scheduling::BookingId booking, Instant door_opens_at) {
  std::vector<Loss> losses;
  for (auto const& stay : record_of(tx, booking)) {
    if (stay.reason == "lost" && *stay.left_at >= door_opens_at) losses.push_back({stay.side, *stay.left_at});
  }
  return losses;
}

void insert_record(db::Tx& tx, scheduling::BookingId booking, SealedRecord const& record) {
  tx.execute(insert_row, booking, record.body, record.signature, record.signed_at);
}

std::optional<SealedRecord> record_of_session(db::Tx& tx, scheduling::BookingId booking) {
  return tx.one(
      find_row, [](db::Row const& row) { return SealedRecord{row.str(0), row.str(1), row.instant(2)}; }, booking);
}

}  // namespace kelisim::sessions::store
