#include "sandbox/acquirer.h"

namespace kelisim::sandbox {
namespace {

constexpr std::int64_t delay_max_seconds = 30LL * 86'400;

/// What a rehearsal may switch. A switch that is not named is off.
struct AcquirerSwitches {
  std::optional<bool> lose_callbacks;
  std::optional<json::Whole<0, 20>> repeat_callbacks;
  std::optional<json::Whole<0, delay_max_seconds>> delay_callbacks_seconds;
  std::optional<bool> reorder_callbacks;
  std::optional<bool> answer_after_expiry;
  std::optional<json::Whole<0, 1000>> lose_init_answers;
  std::optional<json::Whole<0, 1000>> lose_refund_answers;
  std::optional<bool> decline_all;
};
BOOST_DESCRIBE_STRUCT(AcquirerSwitches, (),
                      (lose_callbacks, repeat_callbacks, delay_callbacks_seconds, reorder_callbacks,
                       answer_after_expiry, lose_init_answers, lose_refund_answers, decline_all))

AcquirerSwitches shown(AcquirerFaults const& faults) {
  return {.lose_callbacks = faults.lose_callbacks,
          .repeat_callbacks = json::Whole<0, 20>{faults.repeat_callbacks},
          .delay_callbacks_seconds = json::Whole<0, delay_max_seconds>{faults.delay_callbacks_seconds},
          .reorder_callbacks = faults.reorder_callbacks,
          .answer_after_expiry = faults.answer_after_expiry,
          .lose_init_answers = json::Whole<0, 1000>{faults.lose_init_answers},
          .lose_refund_answers = json::Whole<0, 1000>{faults.lose_refund_answers},
          .decline_all = faults.decline_all};
}

template <std::int64_t max>
std::int64_t number(std::optional<json::Whole<0, max>> const& given) {
  return given ? given->value : 0;
}

AcquirerFaults meant(AcquirerSwitches const& switches) {
  return {.lose_callbacks = switches.lose_callbacks.value_or(false),
          .repeat_callbacks = static_cast<std::int32_t>(number(switches.repeat_callbacks)),
          .delay_callbacks_seconds = number(switches.delay_callbacks_seconds),
          .reorder_callbacks = switches.reorder_callbacks.value_or(false),
          .answer_after_expiry = switches.answer_after_expiry.value_or(false),
          .lose_init_answers = static_cast<std::int32_t>(number(switches.lose_init_answers)),
          .lose_refund_answers = static_cast<std::int32_t>(number(switches.lose_refund_answers)),
          .decline_all = switches.decline_all.value_or(false)};
}

}  // namespace

void add_acquirer_routes(http::Routes& routes, SandboxAcquirer& acquirer) {
  http::RouteOptions options;
  options.summary = "How the stand-in acquirer misbehaves";
  routes.add(http::Route<Access::sandbox, http::Nothing, AcquirerSwitches>{http::Method::get, "/sandbox/acquirer",
                                                                           "get_acquirer_switches", options},
             [&acquirer](http::Call&, http::Nothing const&) -> http::Reply<AcquirerSwitches> {
               return shown(acquirer.faults());
             });
  options.summary = "Sets every switch; one that is not named is off";
  routes.add(http::Route<Access::sandbox, AcquirerSwitches, AcquirerSwitches>{http::Method::put, "/sandbox/acquirer",
                                                                              "set_acquirer_switches", options},
             [&acquirer](http::Call&, AcquirerSwitches const& body) -> http::Reply<AcquirerSwitches> {
               acquirer.set_faults(meant(body));
               return shown(acquirer.faults());
             });
}

}  // namespace kelisim::sandbox
