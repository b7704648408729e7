#pragma once

#include "kernel/clause.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <vector>

namespace kelisim::news {

/// A way outside of the account.
enum class Channel : std::uint8_t { email = 1, sms = 2 };
BOOST_DESCRIBE_ENUM(Channel, email, sms)

struct AnnounceFacts {
  bool email_opt_in;  ///< stands now
  bool sms_opt_in;
  bool has_email;
};

struct Announced {
  bool account_news;              ///< always: it is information, and nobody is disturbed by it
  std::vector<Channel> channels;  ///< each with a link that ends its opt-in
  Clause because;
};

/// HAR-4.1.2a: "Inform users about new products of the provider; as advertising only to those who opted in, otherwise
///   as news inside the account." (AMB-P05: opt-in.)
[[nodiscard]] Announced decide_announcement(AnnounceFacts const& facts);

}  // namespace kelisim::news
