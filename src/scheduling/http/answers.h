#pragma once

#include "platform/http/reply.h"
#include "platform/json/described.h"
#include "scheduling/scheduling.h"
#include "store/moves.h"
#include "store/remedies.h"
#include "terms/rules/notice.h"

#include <map>
#include <string>
#include <vector>

/// What the routes of scheduling answer with.
namespace kelisim::scheduling {

/// One line of how an instant was computed: a text key and what fills the text (instants in RFC 3339).
struct Step {
  std::string key;
  std::map<std::string, std::string> params;
};
BOOST_DESCRIBE_STRUCT(Step, (), (key, params))

struct SpecialistName {
  PersonId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SpecialistName, (), (id, name))

/// Only for the specialist of the booking.
struct ClientName {
  PersonId id;
  std::string display_name;
  std::optional<bool> prior_experience;  ///< HAR-1.questionnaire.d
  std::optional<std::string> concern_topic;
};
BOOST_DESCRIBE_STRUCT(ClientName, (), (id, display_name, prior_experience, concern_topic))

struct DeadlineView {
  Instant at;
  bool passed;
  Clause clause;
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (at, passed, clause, steps))

struct OrderMoney {
  orders::OrderId id;
  Money paid;        ///< all that was ever captured
  Money refunded;    ///< of it: gone back, confirmed by the gateway
  Money refund_due;  ///< of it: on its way back
};
BOOST_DESCRIBE_STRUCT(OrderMoney, (), (id, paid, refunded, refund_due))

struct Abilities {
  bool pay;
  bool cancel;
  bool move;
  bool join;
};
BOOST_DESCRIBE_STRUCT(Abilities, (), (pay, cancel, move, join))

struct CancellationView {
  Instant at;
  Party by;
  Money refund;
  Clause clause;
  std::optional<Instant> effective_at;
};
BOOST_DESCRIBE_STRUCT(CancellationView, (), (at, by, refund, clause, effective_at))

struct MoveView {
  MoveId id;
  Instant starts_at;
  Party asked_by;
  Instant asked_at;
  MoveState state;
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (id, starts_at, asked_by, asked_at, state))

struct RemedyView {
  std::vector<RemedyChoice> choices;
  Money refund;
  std::optional<Instant> answer_by;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(RemedyView, (), (choices, refund, answer_by, clause))

struct EquipmentView {
  bool camera;
  bool microphone;
  bool speaker;
  std::optional<std::int64_t> bandwidth_kbps;
  bool passed;
  Instant checked_at;
};
BOOST_DESCRIBE_STRUCT(EquipmentView, (), (camera, microphone, speaker, bandwidth_kbps, passed, checked_at))

struct OutcomeView {
  std::string kind;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(OutcomeView, (), (kind, clause))

/// The warning that has to be confirmed before paying (HAR-3.2d).
struct PayWarningView {
  bool must_confirm;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(PayWarningView, (), (must_confirm, clause))

/// The terms of the payment partner, while the client has to confirm them (HAR-8.7a).
struct PartnerTermsView {
  std::string name;
  std::string url;
  std::string version;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(PartnerTermsView, (), (name, url, version, clause))

struct BookingView {
  BookingId id;
  BookingState state;
  SpecialistName specialist;
  std::optional<ClientName> client;
  Instant starts_at;
  Instant ends_at;
  std::int64_t duration_minutes;
  Money price;
  std::optional<Instant> hold_expires_at;
  std::optional<DeadlineView> refund_deadline;
  bool refundable_now;
  std::optional<PayWarningView> warning;
  std::optional<PartnerTermsView> partner_terms;
  OrderMoney order;
  Instant room_opens_at;
  std::string zone_of_business;
  Abilities can;
  std::optional<CancellationView> cancellation;
  std::vector<MoveView> moves;
  std::optional<RemedyView> remedy;
  std::optional<EquipmentView> equipment_check;
  std::optional<OutcomeView> outcome;
  std::optional<BookingId> repeat_of;
  std::string terms_version;
};
BOOST_DESCRIBE_STRUCT(BookingView, (),
                      (id, state, specialist, client, starts_at, ends_at, duration_minutes, price, hold_expires_at,
                       refund_deadline, refundable_now, warning, partner_terms, order, room_opens_at,
                       zone_of_business, can, cancellation, moves, remedy, equipment_check, outcome, repeat_of,
                       terms_version))

/// The booking as one of its two sees it.
[[nodiscard]] BookingView view_of(db::Tx& tx, Parts const& parts, OwnBooking const& own, std::string_view language,
                                  Instant now);

[[nodiscard]] std::vector<Step> steps_of(terms::RefundDeadline const& deadline);
[[nodiscard]] DeadlineView deadline_view(terms::RefundDeadline const& deadline, Instant now);

}  // namespace kelisim::scheduling
