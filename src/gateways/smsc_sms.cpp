#include "gateways/smsc_sms.h"

#include "platform/http/form.h"

#include <boost/json/parse.hpp>

namespace kelisim::gateways {
namespace {

// Codes of SMSC that no later try changes: a bad number, a forbidden text, a number that cannot be reached.
constexpr std::array<std::int64_t, 3> final_codes{6, 7, 8};

notify::Handover judge(std::string_view body) {
  boost::system::error_code failed;
  auto const answer = boost::json::parse(body, failed);
  if (failed || !answer.is_object()) return notify::Handover::try_again;
  auto const& object = answer.get_object();
  if (object.contains("id")) return notify::Handover::taken;
  auto const* code = object.if_contains("error_code");
  auto const is_final =
      code != nullptr && code->is_int64() && std::ranges::find(final_codes, code->get_int64()) != final_codes.end();
  return is_final ? notify::Handover::refused : notify::Handover::try_again;
}

}  // namespace

notify::Handover SmscSms::send(notify::Sms const& sms) {
  auto const form = http::to_form({{"login", settings_.login},
                                   {"psw", settings_.password},
                                   {"phones", sms.to.reveal()},
                                   {"mes", sms.text},
                                   {"charset", "utf-8"},
                                   {"fmt", "3"}});
  auto const answer = transport_.post(settings_.url, form);
  return answer && answer->status == 200 ? judge(answer->body) : notify::Handover::try_again;
}

}  // namespace kelisim::gateways
