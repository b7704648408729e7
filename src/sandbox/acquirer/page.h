#pragma once

#include "acquirer/state.h"

#include <string>
#include <string_view>

namespace kelisim::sandbox {

/// The hosted page of one payment, in ru, kk or en (ru for anything else): works without scripts, asks for no card.
[[nodiscard]] std::string payment_page(book::Payment const& payment, Showing state, std::string_view language);

[[nodiscard]] std::string_view page_style();

}  // namespace kelisim::sandbox
