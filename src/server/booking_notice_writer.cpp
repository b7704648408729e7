#include "booking_notice_writer.h"

#include "catalogue/specialist.h"
#include "kernel/digits.h"
#include "kernel/ensure.h"

#include <fmt/format.h>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::server {
namespace {

using scheduling::BookingNotice;
using scheduling::BookingNoticeKind;

std::string_view name_of(BookingNoticeKind kind) {
  auto const* name = boost::describe::enum_to_string(kind, nullptr);
  ENSURE(name != nullptr);
  return name;
}

bool holds(db::Tx& tx, jobs::Payload const& about, Instant now) {
  BookingNoticeKind kind{};
  ENSURE(boost::describe::enum_from_string(about.at("kind").c_str(), kind));
  auto const booking = scheduling::BookingId::parse(about.at("booking"));
  auto const starts_at = parse_digits(about.at("starts_at_us"));
  ENSURE(booking && starts_at);
  return scheduling::still_holds(tx, kind, *booking, {*starts_at}, now);
}

template <class T>
void put(notify::Values& values, std::string name, std::optional<T> const& value) {
  if (value) values.emplace(std::move(name), *value);
}

}  // namespace

BookingNoticeWriter::BookingNoticeWriter(notify::Notifier& notifier, identity::People const& people,
                                         terms::Brand const& brand)
    : notifier_(notifier), people_(people), brand_(brand) {
  notifier.on_condition("booking", holds);
}

notify::Values BookingNoticeWriter::values(db::Tx& tx, BookingNotice const& notice,
                                           scheduling::Booking const& booking, std::string const& language) const {
  notify::Values values{{"starts_at", notice.starts_at}, {"order", booking.order.str()}};
  put(values, "other_starts_at", notice.other_starts_at);
  put(values, "price", notice.price);
  put(values, "refund", notice.refund);
  put(values, "clause", notice.clause);
  put(values, "received_at", notice.received_at);
  put(values, "effective_at", notice.effective_at);
  put(values, "refund_deadline", notice.refund_deadline);
  put(values, "until", notice.until);
  if (notice.minutes) values.emplace("minutes", std::to_string(*notice.minutes));
  auto const to_client = notice.to == booking.client;
  auto const other = to_client ? catalogue::specialist_name(tx, booking.specialist, language)
                               : people_.display_name_for_specialist(tx, booking.client);
  values.emplace("with", other.value_or("—"));
  if (notice.accepted) {
    auto const words = brand_.notice("words", *notice.accepted ? "move_accepted" : "move_declined", language);
    values.emplace("answer", std::string(words.value_or("")));
  }
  return values;
}

void BookingNoticeWriter::request(db::Tx& tx, Instant now, BookingNotice const& notice) {
  auto const booking = scheduling::find_booking(tx, notice.booking);
  auto const reader = people_.find(tx, notice.to);
  ENSURE(booking && reader);
  auto const name = name_of(notice.kind);
  auto const starts_at = std::to_string(notice.starts_at.micros);
  // A booking may be moved there and back: each time it is told anew, so the instant is a part of the name.
  auto const dedupe = fmt::format("{}:{}:{}:{}", name, notice.booking.view(), starts_at, now.micros);
  notifier_.request(
      tx, now,
      {std::string(name),
       notice.to,
       notice.booking.str(),
       dedupe,
       fmt::format("/bookings/{}", notice.booking.view()),
       values(tx, notice, *booking, brand_.spoken(reader->language)),
       {"booking", {{"kind", std::string(name)}, {"booking", notice.booking.str()}, {"starts_at_us", starts_at}}},
       now});
}

}  // namespace kelisim::server
