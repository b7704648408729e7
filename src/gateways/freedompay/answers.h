#pragma once

#include "gateways/freedompay_message.h"
#include "kernel/money.h"
#include "orders/card_gateway.h"

#include <string_view>

/// What the gateway's answers mean. Pure.
namespace kelisim::gateways::freedompay {

/// The root of an answer to `script` that is signed with our secret and says `ok`, or what is wrong. Only "unknown
/// merchant" (9998) may come unsigned; anything else unsigned is no answer at all.
[[nodiscard]] orders::GatewayAnswer<Element> read_answer(std::string_view script, std::string_view body,
                                                         std::string_view secret);

[[nodiscard]] orders::StatusReport read_status(Element const& answer, Currency expected);

}  // namespace kelisim::gateways::freedompay
