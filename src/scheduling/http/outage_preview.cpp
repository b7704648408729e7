// What a new outage would do, before it is made: the sessions that it touches and what their two would be told.
#include "catalogue/specialist.h"
#include "http/routes.h"
#include "notify/rendering.h"
#include "terms/clauses.h"
#include "use_cases/outages.h"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>

namespace kelisim::scheduling {

struct TouchedView {
  BookingId booking;
  SpecialistName specialist;
  PersonId client_id;
  Instant starts_at;
  Instant ends_at;
  bool called_off;  ///< else its two are told, and attendance decides what it was worth
  std::optional<Money> refund;
  std::optional<Clause> clause;
};
BOOST_DESCRIBE_STRUCT(TouchedView, (),
                      (booking, specialist, client_id, starts_at, ends_at, called_off, refund, clause))

/// A notice as its reader would find it in the account, filled in for the first session that it is about.
struct ToldView {
  Party to;
  std::string title;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(ToldView, (), (to, title, body))

struct OutagePreviewView {
  std::vector<TouchedView> items;
  std::int64_t called_off;
  std::int64_t told;
  Money refund;  ///< of the items, if every client chooses the money
  bool more;     ///< the outage touches more sessions than stand here
  std::vector<ToldView> notices;
};
BOOST_DESCRIBE_STRUCT(OutagePreviewView, (), (items, called_off, told, refund, more, notices))

namespace {

using http::Call;
using http::Refused;
using http::Reply;

constexpr int touched_shown = 100;

Result<NewOutage, http::Problem> asked(Call const& call) {
  NewOutage wanted{.kind = OutageKind::maintenance, .from = {}, .until = std::nullopt, .by = call.person()};
  auto const kind = call.query("kind");
  if (!kind || !boost::describe::enum_from_string(std::string(*kind).c_str(), wanted.kind))
    return Failure(http::wrong_query("kind", "unknown_value"));
  auto const from = instant_query(call, "from");
  if (!from) return Failure(from.error());
  if (!*from) return Failure(http::wrong_query("from", "missing"));
  wanted.from = **from;
  auto const until = instant_query(call, "until");
  if (!until) return Failure(until.error());
  wanted.until = *until;
  return wanted;
}

TouchedView view_of(Call& call, Touched const& touched) {
  auto const& booking = touched.booking;
  TouchedView view{
      .booking = booking.id,
      .specialist = {booking.specialist,
                     catalogue::specialist_name(call.tx, booking.specialist, call.language).value_or("")},
      .client_id = booking.client,
      .starts_at = booking.starts_at,
      .ends_at = booking.ends_at,
      .called_off = touched.called_off.has_value(),
      .refund = std::nullopt,
      .clause = std::nullopt};
  if (touched.called_off) {
    view.refund = touched.called_off->refund;
    view.clause = terms::cited(touched.called_off->because.id, booking.terms_version);
  }
  return view;
}

ToldView told(Call const& call, Parts const& parts, Touched const& touched, Party to) {
  auto const off = touched.called_off.has_value();
  auto const* const name = !off                  ? "session_disturbed"
                           : to == Party::client ? "booking_called_off"
                                                 : "practice_called_off";
  auto const& language = parts.brand.spoken(call.language);
  notify::Values values{{"starts_at", touched.booking.starts_at},
                        {"support_email", parts.brand.provider.support_email},
                        {"with", std::string("…")}};
  if (off) {
    values.emplace("refund", touched.called_off->refund);
    values.emplace("clause", std::string(touched.called_off->because.number));
  }
  notify::Reader const reader{language, parts.brand.zone, parts.brand.zone};
  auto const words = [&](std::string_view field) {
    return notify::fill(parts.brand.notice(name, field, language).value_or(""), values, reader, notify::Length::full);
  };
  return {to, words("title"), words("body")};
}

std::vector<ToldView> notices_of(Call const& call, Parts const& parts, std::vector<Touched> const& touched) {
  std::vector<ToldView> notices;
  for (auto const called_off : {true, false}) {
    auto const first = std::ranges::find_if(
        touched, [called_off](Touched const& one) { return one.called_off.has_value() == called_off; });
    if (first == touched.end()) continue;
    notices.push_back(told(call, parts, *first, Party::client));
    notices.push_back(told(call, parts, *first, Party::specialist));
  }
  return notices;
}

Reply<OutagePreviewView> get_outage_preview(Call& call, Parts const& parts) {
  auto const wanted = asked(call);
  if (!wanted) return Refused(wanted.error());
  auto touched = preview_outage(call.tx, parts, *wanted, touched_shown + 1, call.now);
  if (!touched) return Refused(problem(touched.error()));
  OutagePreviewView view{.items = {},
                         .called_off = 0,
                         .told = 0,
                         .refund = Money{0, parts.brand.currency},
                         .more = std::ssize(*touched) > touched_shown,
                         .notices = notices_of(call, parts, *touched)};
  if (view.more) touched->pop_back();
  for (auto const& one : *touched) {
    view.items.push_back(view_of(call, one));
    ++(one.called_off ? view.called_off : view.told);
    if (one.called_off) view.refund = view.refund + one.called_off->refund;
  }
  return view;
}

}  // namespace

void add_outage_preview(http::Routes& routes, Parts const& parts) {
  routes.add(
      http::Route<Access::support, http::Nothing, OutagePreviewView>{
          http::Method::get,
          "/v1/staff/outages/preview",
          "preview_outage",
          {.query = {{"kind", "maintenance, failure or force_majeure", true},
                     {"from", "when it begins", true},
                     {"until", "when it is planned or expected to end"}},
           .summary = "The sessions that such an outage would touch, and what their two would be told"}},
      [&parts](Call& call) { return get_outage_preview(call, parts); });
}

}  // namespace kelisim::scheduling
