#include "http/views.h"
#include "scheduling/booking.h"
#include "use_cases/binding.h"

namespace kelisim::contracts {

struct EndBody {
  std::optional<json::Text<1, 600>> preview;
  std::optional<bool> accepts_no_refund;
};
BOOST_DESCRIBE_STRUCT(EndBody, (), (preview, accepts_no_refund))

struct ReportBody {
  json::Text<1, 16> code;
  json::Text<1, 4000, true> account;
  std::optional<json::Text<1, 4000, true>>
      evidence;  ///< the message or the address of the publication, word for word
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (code, account, evidence))

struct Reported {
  BreachId id;
};
BOOST_DESCRIBE_STRUCT(Reported, (), (id))

namespace {

/// The client's own page: here the reasons of a ruling are opened, for they are addressed to them.
ContractView own_contract(http::Call& call, Parts const& parts) {
  auto view = standing_of(call.tx, parts, call.person(), call.now);
  for (auto& one : view.decided) {
    auto const ruling = store::ruling_of(call.tx, one.id);
    if (ruling && one.ruling) {
      one.ruling->reasons = parts.vault.open(call.tx, call.person(), contract_text, ruling->reasons);
    }
  }
  return view;
}

http::Reply<EndPreviewView> get_preview(http::Call& call, Parts const& parts) {
  auto const preview = preview_end(call.tx, parts, call.person(), Initiator::client, call.person(), call.now);
  if (!preview) return http::Refused(problem(preview.error()));
  return view_of(parts, *preview);
}

http::Reply<ContractView> post_end(http::Call& call, Parts const& parts, EndBody const& body) {
  EndRequest const request{.initiator = Initiator::client,
                           .sent = Sent::account,
                           .preview = body.preview ? std::optional(body.preview->value) : std::nullopt,
                           .accepts_no_refund = body.accepts_no_refund.value_or(false),
                           .reasons = {},
                           .received_at = call.now,
                           .by = call.person()};
  auto const ended = end_contract(call.tx, parts, call.person(), request, call.now);
  if (!ended) return http::Refused(problem(ended.error()));
  return own_contract(call, parts);
}

http::Reply<Reported> post_report(http::Call& call, Parts const& parts, ReportBody const& body) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(http::not_found());
  BreachReport report{.client = own->booking.client,
                      .code = body.code.value,
                      .account = body.account.value,
                      .booking = own->booking.id};
  if (body.evidence) report.evidence = EvidenceText{EvidenceKind::message, body.evidence->value};
  auto const recorded = record_breach(call.tx, parts, report, call.person(), call.now);
  if (!recorded) return http::Refused(problem(recorded.error()));
  return Reported{recorded->id};
}

}  // namespace

void add_client_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client_or_barred, http::Nothing, ContractView>{
          Method::get,
          "/v1/me/contract",
          "my_contract",
          {.summary = "How the contract stands, what was decided and by which clause"}},
      [&parts](http::Call& call) -> http::Reply<ContractView> { return own_contract(call, parts); });
  routes.add(
      http::Route<Access::client, http::Nothing, EndPreviewView>{
          Method::get,
          "/v1/me/contract/end/preview",
          "preview_contract_end",
          {.summary = "What each session ahead would be worth if the contract ended now, and a promise of it"}},
      [&parts](http::Call& call) { return get_preview(call, parts); });
  routes.add(http::Route<Access::client, EndBody, ContractView>{Method::post,
                                                                "/v1/me/contract/end",
                                                                "end_contract",
                                                                {.key_required = true,
                                                                 .summary = "End the contract (HAR-4.4.3c)"}},
             [&parts](http::Call& call, EndBody const& body) { return post_end(call, parts, body); });
  routes.add(
      http::Route<Access::specialist, ReportBody, Reported>{
          Method::post,
          "/v1/bookings/{id}/breaches",
          "report_breach",
          {.success = 201, .summary = "Report a suspected breach of the offer; nothing follows by itself"}},
      [&parts](http::Call& call, ReportBody const& body) { return post_report(call, parts, body); });
}

}  // namespace kelisim::contracts
