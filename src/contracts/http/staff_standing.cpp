#include "http/views.h"
#include "platform/http/problems.h"
#include "use_cases/binding.h"

namespace kelisim::contracts {

struct RestrictionBody {
  std::optional<json::Text<1, 16>> ground;
  std::optional<bool> shows_ground;
  json::Text<1, 4000, true> reasons;
};
BOOST_DESCRIBE_STRUCT(RestrictionBody, (), (ground, shows_ground, reasons))

struct LiftBody {
  std::optional<bool> unfounded;
  json::Text<1, 4000, true> reasons;
};
BOOST_DESCRIBE_STRUCT(LiftBody, (), (unfounded, reasons))

struct StaffEndBody {
  std::optional<json::Text<1, 600>> preview;
  json::Text<1, 4000, true> reasons;
};
BOOST_DESCRIBE_STRUCT(StaffEndBody, (), (preview, reasons))

struct LetterBody {
  json::Text<3, 254> sender;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(LetterBody, (), (sender, received_at))

namespace {

Result<PersonId, http::Problem> client_in_path(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<PersonId>("id");
  if (!id || !find_client(call.tx, parts, *id)) return http::Refused(http::not_found());
  return *id;
}

http::Reply<ContractView> read(http::Call& call, Parts const& parts) {
  auto const client = client_in_path(call, parts);
  if (!client) return http::Refused(client.error());
  return standing_of(call.tx, parts, *client, call.now);
}

http::Reply<ContractView> restrict_access(http::Call& call, Parts const& parts, RestrictionBody const& body) {
  auto const client = client_in_path(call, parts);
  if (!client) return http::Refused(client.error());
  RestrictionOrder const order{.ground = body.ground ? std::optional(body.ground->value) : std::nullopt,
                               .shows_ground = body.shows_ground.value_or(false),
                               .reasons = body.reasons.value};
  auto restricted = restrict_client(call.tx, parts, *client, order, call.person(), call.now);
  if (!restricted) return http::Refused(problem(restricted.error()));
  tell_ended(call, parts, std::move(*restricted));
  return standing_of(call.tx, parts, *client, call.now);
}

http::Reply<ContractView> lift(http::Call& call, Parts const& parts, LiftBody const& body) {
  auto const client = client_in_path(call, parts);
  if (!client) return http::Refused(client.error());
  auto const lifted = lift_restriction(call.tx, parts, *client, {body.unfounded.value_or(false), body.reasons.value},
                                       call.person(), call.now);
  if (!lifted) return http::Refused(problem(lifted.error()));
  return standing_of(call.tx, parts, *client, call.now);
}

http::Reply<EndPreviewView> get_preview(http::Call& call, Parts const& parts) {
  auto const client = client_in_path(call, parts);
  if (!client) return http::Refused(client.error());
  auto const preview = preview_end(call.tx, parts, *client, Initiator::provider, call.person(), call.now);
  if (!preview) return http::Refused(problem(preview.error()));
  return view_of(parts, *preview);
}

http::Reply<ContractView> post_end(http::Call& call, Parts const& parts, StaffEndBody const& body) {
  auto const client = client_in_path(call, parts);
  if (!client) return http::Refused(client.error());
  EndRequest const request{.initiator = Initiator::provider,
                           .sent = Sent::staff,
                           .preview = body.preview ? std::optional(body.preview->value) : std::nullopt,
                           .reasons = body.reasons.value,
                           .received_at = call.now,
                           .by = call.person()};
  auto const ended = end_contract(call.tx, parts, *client, request, call.now);
  if (!ended) return http::Refused(problem(ended.error()));
  return standing_of(call.tx, parts, *client, call.now);
}

/// The client's letter, entered by who read it, with the instant at which it came. That it was asked who wrote it
/// stays on record where it is not executed.
http::Reply<ContractView> post_letter(http::Call& call, Parts const& parts, LetterBody const& body) {
  if (body.received_at > call.now) return http::Refused(http::wrong_field("received_at", "out_of_range"));
  auto const client = client_in_path(call, parts);
  if (!client) return http::Refused(client.error());
  // No contract ends before there was one.
  if (body.received_at < find_client(call.tx, parts, *client)->created_at)
    return http::Refused(http::wrong_field("received_at", "out_of_range"));
  EndRequest const request{.initiator = Initiator::client,
                           .sent = sender_of(call.tx, parts, *client, body.sender.view()),
                           .received_at = body.received_at,
                           .by = call.person()};
  auto const ended = end_contract(call.tx, parts, *client, request, call.now);
  if (ended) return standing_of(call.tx, parts, *client, call.now);
  auto refused = problem(ended.error());
  if (request.sent == Sent::other_address) {
    ask_who_it_was(call.tx, parts, *client, call.now);
    refused.keep_effects = true;
  }
  return http::Refused(refused);
}

}  // namespace

void add_standing_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(http::Route<Access::staff, http::Nothing, ContractView>{Method::get, "/v1/staff/people/{id}/contract",
                                                                     "read_contract"},
             [&parts](http::Call& call) { return read(call, parts); });
  routes.add(
      http::Route<Access::administrator, RestrictionBody, ContractView>{
          Method::post,
          "/v1/staff/people/{id}/restriction",
          "restrict_client",
          {.key_required = true, .success = 201, .summary = "Shut a client out; sessions ahead are refunded"}},
      [&parts](http::Call& call, RestrictionBody const& body) { return restrict_access(call, parts, body); });
  routes.add(
      http::Route<Access::support, LiftBody, ContractView>{
          Method::post,
          "/v1/staff/people/{id}/restriction/lifting",
          "lift_restriction",
          {.key_required = true, .success = 201, .summary = "As unfounded: forfeits are refunded (HAR-4.2.16c)"}},
      [&parts](http::Call& call, LiftBody const& body) { return lift(call, parts, body); });
  routes.add(
      http::Route<Access::administrator, http::Nothing, EndPreviewView>{
          Method::get, "/v1/staff/people/{id}/contract/end/preview", "preview_contract_end_by_provider"},
      [&parts](http::Call& call) { return get_preview(call, parts); });
  routes.add(
      http::Route<Access::administrator, StaffEndBody, ContractView>{
          Method::post,
          "/v1/staff/people/{id}/contract/end",
          "end_contract_by_provider",
          {.key_required = true, .success = 201, .summary = "End the contract; sessions ahead are refunded"}},
      [&parts](http::Call& call, StaffEndBody const& body) { return post_end(call, parts, body); });
  routes.add(
      http::Route<Access::support, LetterBody, ContractView>{
          Method::post,
          "/v1/staff/people/{id}/contract/letter",
          "enter_end_letter",
          {.key_required = true,
           .success = 201,
           .summary = "A client's letter that ends the contract, with the time of its receipt (HAR-4.4.3a)"}},
      [&parts](http::Call& call, LetterBody const& body) { return post_letter(call, parts, body); });
}

}  // namespace kelisim::contracts
