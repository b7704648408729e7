#pragma once

#include "kernel/instant.h"

#include <boost/describe.hpp>

#include <string>

namespace kelisim::identity {

/// From where somebody acts.
struct Visit {
  Instant now;
  std::string address;
  std::string user_agent;  ///< as sent; cut to `user_agent_max` before it is kept
  std::string session;     ///< public id of the sign-in session that came with the request; empty: none
};

inline constexpr std::size_t user_agent_max = 300;

/// What is kept, sealed, as evidence of an acceptance and of a sign-in session.
struct Evidence {
  std::string address;
  std::string user_agent;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (address, user_agent))

}  // namespace kelisim::identity
