#include "http/views.h"
#include "kernel/ensure.h"
#include "sessions/rules/equipment.h"
#include "sessions/sealed_record.h"
#include "store/connections.h"
#include "store/outcomes.h"
#include "store/presences.h"
#include "terms/clauses.h"
#include "use_cases/join_room.h"

namespace kelisim::sessions {
namespace {

using scheduling::Party;

struct StayView {
  Party who;
  Instant joined_at;
  std::optional<Instant> left_at;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(StayView, (), (who, joined_at, left_at, reason))

struct ModeView {
  Party who;
  std::string mode;
  std::string cause;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ModeView, (), (who, mode, cause, at))

/// The bytes of `body` are what was signed (Ed25519); key and signature in base64url.
struct SealedView {
  std::string body;
  std::string signature;
  std::string public_key;
  Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SealedView, (), (body, signature, public_key, signed_at))

/// What both rules came to, in the terms of the record.
struct DecidedView {
  Attendance attendance;
  terms::ClauseView clause;
  std::int64_t extension_seconds;
  std::int64_t missing_minutes;       ///< whole minutes lost through the specialist's side
  std::optional<std::string> remedy;  ///< what the client may choose
  FailureSide failed;                 ///< whose connection failed for the longest time, where it was a minute or more
  terms::ClauseView connection_clause;
  std::int64_t together_seconds;
  std::int64_t media_seconds;
  std::int64_t service_seconds;
  std::int64_t specialist_seconds;
  std::int64_t client_seconds;
  std::int64_t disputed_seconds;
  std::optional<RelayFindings> relay;
};
BOOST_DESCRIBE_STRUCT(DecidedView, (),
                      (attendance, clause, extension_seconds, missing_minutes, remedy, failed, connection_clause,
                       together_seconds, media_seconds, service_seconds, specialist_seconds, client_seconds,
                       disputed_seconds, relay))

struct HearingView {
  Party who;
  bool hears;
  Instant from;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(HearingView, (), (who, hears, from, until))

struct PresenceView {
  Instant starts_at;
  Instant ends_at;  ///< with what the specialist's lateness has added
  std::vector<StayView> stays;
  std::vector<ModeView> modes;
  std::vector<HearingView> hearings;   ///< what each said of the other's sound and picture
  std::optional<SealedView> record;    ///< of a session that is closed
  std::optional<DecidedView> decided;  ///< likewise, as its record says
};
BOOST_DESCRIBE_STRUCT(PresenceView, (), (starts_at, ends_at, stays, modes, hearings, record, decided))

constexpr std::int64_t kbps_max = 100'000'000;
constexpr Duration day = std::chrono::hours(24);
constexpr int checks_a_day_max = 50;  // of one side of one booking: each is kept as evidence

struct RelayTrialBody {
  bool reached;
  std::optional<json::Whole<0, kbps_max>> kbps;
  std::optional<json::Whole<0, 1000>> lost_permille;
  std::optional<json::Whole<0, 60'000>> round_trip_ms;
};
BOOST_DESCRIBE_STRUCT(RelayTrialBody, (), (reached, kbps, lost_permille, round_trip_ms))

struct EquipmentBody {
  bool camera;
  bool microphone;
  bool speaker;
  std::optional<json::Whole<0, kbps_max>> bandwidth_kbps;
  std::optional<RelayTrialBody> relay;
};
BOOST_DESCRIBE_STRUCT(EquipmentBody, (), (camera, microphone, speaker, bandwidth_kbps, relay))

struct RelayTrialView {
  RelayAdvice advice;
  std::optional<std::int64_t> kbps;
  std::optional<std::int64_t> lost_permille;
  std::optional<std::int64_t> round_trip_ms;
};
BOOST_DESCRIBE_STRUCT(RelayTrialView, (), (advice, kbps, lost_permille, round_trip_ms))

/// As RTCIceServer of the browser.
struct IceServerView {
  std::vector<std::string> urls;
  std::string username;
  std::string credential;
};
BOOST_DESCRIBE_STRUCT(IceServerView, (), (urls, username, credential))

struct RelayAccessView {
  std::vector<IceServerView> ice_servers;  ///< none where media go directly
};
BOOST_DESCRIBE_STRUCT(RelayAccessView, (), (ice_servers))

struct EquipmentView {
  bool passed;
  bool may_join;
  std::vector<std::string> missing;
  bool bandwidth_ok;
  std::optional<std::int64_t> bandwidth_kbps;
  std::int64_t required_kbps;
  terms::ClauseView clause;
  Instant checked_at;
  std::optional<RelayTrialView> relay;
};
BOOST_DESCRIBE_STRUCT(EquipmentView, (),
                      (passed, may_join, missing, bandwidth_ok, bandwidth_kbps, required_kbps, clause, checked_at,
                       relay))

constexpr http::Route<Access::client_or_specialist, http::Nothing, PresenceView> get_presence{
    http::Method::get, "/v1/bookings/{id}/presence", "get_presence"};
constexpr http::Route<Access::client_or_specialist, http::Nothing, RelayAccessView> get_relay{
    http::Method::get, "/v1/bookings/{id}/relay-access", "get_relay_access"};
constexpr http::Route<Access::client_or_specialist, EquipmentBody, EquipmentView> put_check{
    http::Method::put, "/v1/bookings/{id}/equipment-check", "check_equipment"};

Party party_of(scheduling::Booking const& booking, PersonId person) {
  return person == booking.client ? Party::client : Party::specialist;
}

DecidedView decided_view(RecordFindings const& found, Parts const& parts, std::string_view version,
                         std::string_view language) {
  return {.attendance = found.attendance,
          .clause = parts.brand.view(terms::cited(found.clause, version), version, language),
          .extension_seconds = found.extension_seconds,
          .missing_minutes = found.missing_minutes,
          .remedy = found.remedy,
          .failed = found.failed,
          .connection_clause = parts.brand.view(terms::cited(found.connection_clause, version), version, language),
          .together_seconds = found.together_seconds,
          .media_seconds = found.media_seconds,
          .service_seconds = found.service_seconds,
          .specialist_seconds = found.specialist_seconds,
          .client_seconds = found.client_seconds,
          .disputed_seconds = found.disputed_seconds,
          .relay = found.relay};
}

http::Reply<PresenceView> presence(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(booking_not_found());
  auto const times = room_times(call.tx, parts, own->booking);
  PresenceView view{times.booked.starts_at, times.ends_at, {}, {}, {}, std::nullopt, std::nullopt};
  for (auto const& stay : store::record_of(call.tx, *id)) {
    view.stays.push_back({stay.side, stay.joined_at, stay.left_at, stay.reason});
  }
  for (auto const& made : store::switches_of(call.tx, *id)) {
    view.modes.push_back({made.side, made.mode, made.cause, made.at});
  }
  for (auto const& said : store::hearings_of(call.tx, *id)) {
    view.hearings.push_back({said.witness, said.hears, said.from, said.until});
  }
  if (auto const sealed = store::record_of_session(call.tx, *id)) {
    view.record = SealedView{sealed->body, sealed->signature, parts.seal.public_key(), sealed->signed_at};
    view.decided = decided_view(read_record(sealed->body), parts, own->booking.terms_version, call.language);
  }
  return view;
}

/// For the trial of an equipment check, while the session is still to come or goes on.
http::Reply<RelayAccessView> relay_access(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(booking_not_found());
  if (own->booking.state != scheduling::BookingState::confirmed) {
    auto const& terms = parts.brand.terms.at(own->booking.terms_version);
    return http::Refused(
        problem_of(JoinRefused{JoinRefusal::not_confirmed, terms.booking->payment_before_booking.clause}));
  }
  RelayAccessView view;
  if (parts.relay != nullptr) {
    auto access = parts.relay->admit(id->view(), call.person());
    view.ice_servers.push_back({std::move(access.urls), std::move(access.username), std::move(access.credential)});
  }
  return view;
}

std::optional<RelayTrial> trial_in(EquipmentBody const& body) {
  if (!body.relay) return std::nullopt;
  auto const number = [](auto const& whole) {
    return whole ? std::optional<std::int64_t>(whole->value) : std::nullopt;
  };
  return RelayTrial{body.relay->reached, number(body.relay->kbps), number(body.relay->lost_permille),
                    number(body.relay->round_trip_ms)};
}

/// HAR-3.5c: the result is kept with the booking as evidence; it warns, and blocks nothing.
http::Reply<EquipmentView> check(http::Call& call, EquipmentBody const& body, Parts const& parts) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(booking_not_found());
  auto const& booking = own->booking;
  std::optional<std::int64_t> kbps;
  if (body.bandwidth_kbps) kbps = body.bandwidth_kbps->value;
  auto const side = party_of(booking, call.person());
  if (store::checks_since(call.tx, *id, side, call.now - day) >= checks_a_day_max) {
    return http::Refused(http::Problem{.status = 429, .code = "too_many_requests"});
  }
  auto const verdict = judge_equipment(
      {.camera = body.camera, .speaker = body.speaker, .microphone = body.microphone, .bandwidth_kbps = kbps},
      parts.brand.terms.at(booking.terms_version));
  auto const check_id = parts.random.id<Id<struct CheckTag>>(call.now);
  scheduling::EquipmentOnRecord kept{body.camera, body.microphone, body.speaker, kbps, verdict.pass, call.now};
  std::optional<RelayTrialView> relay;
  if (auto const trial = trial_in(body)) {
    kept.relay = {trial->reached, trial->kbps, trial->lost_permille, trial->round_trip_ms};
    relay = RelayTrialView{advise_on_relay(*trial), trial->kbps, trial->lost_permille, trial->round_trip_ms};
  }
  store::insert_check(call.tx, check_id.view(), *id, side, kept);
  return EquipmentView{verdict.pass,
                       verdict.may_join,
                       verdict.missing,
                       verdict.bandwidth_ok,
                       kbps,
                       verdict.required_kbps,
                       parts.brand.view(verdict.because, booking.terms_version, call.language),
                       call.now,
                       relay};
}

}  // namespace

http::Problem problem_of(JoinRefused const& refused) {
  switch (refused.why) {
    case JoinRefusal::not_a_party:
      return booking_not_found();
    case JoinRefusal::not_confirmed:
      return {.status = 409, .code = "room_not_confirmed", .clause = refused.because};
    case JoinRefusal::too_early:
      return {.status = 409, .code = "room_too_early", .clause = refused.because};
    case JoinRefusal::ended:
      return {.status = 409, .code = "room_ended", .clause = refused.because};
  }
  ENSURE(false && "a known refusal");
  return {};
}

void add_record_routes(http::Routes& routes, Parts const& parts) {
  routes.add(get_presence, [&parts](http::Call& call, http::Nothing const&) { return presence(call, parts); });
  routes.add(get_relay, [&parts](http::Call& call, http::Nothing const&) { return relay_access(call, parts); });
  routes.add(put_check, [&parts](http::Call& call, EquipmentBody const& body) { return check(call, body, parts); });
}

void add_routes(http::Routes& routes, Parts const& parts, Rooms& rooms) {
  add_room_socket(routes, parts, rooms);
  add_message_routes(routes, parts);
  add_record_routes(routes, parts);
}

}  // namespace kelisim::sessions
