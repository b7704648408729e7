#pragma once

#include "kernel/clause.h"
#include "kernel/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kelisim::reviews {

/// What the feedback is on.
enum class About : std::uint8_t { session = 1, service = 2 };
BOOST_DESCRIBE_ENUM(About, session, service)

struct GivingFacts {
  bool held;          ///< the session took place, whole or in part
  bool has_words;     ///< anything but white space
  bool given_before;  ///< on the same thing after the same session
};

/// In order of precedence.
enum class GivingRefusal : std::uint8_t { not_held = 1, words_missing = 2, given_before = 3 };
BOOST_DESCRIBE_ENUM(GivingRefusal, not_held, words_missing, given_before)

/// HAR-3.11a: "Collect user feedback on sessions and the service." Given after a held session; "leaving it empty has
///   no effect on money or access", so nothing is written for it.
[[nodiscard]] Result<Clause, GivingRefusal> decide_giving(GivingFacts const& facts);

/// What feedback is used for.
enum class Use : std::uint8_t {
  research = 1,   ///< and improvement, inside the business
  testimony = 2,  ///< public, with a name
};
BOOST_DESCRIBE_ENUM(Use, research, testimony)

struct UseFacts {
  Use use;
  bool name_consent;  ///< the author agreed, apart from all else, that this feedback is published with a name
  bool published;
};

/// What may be shown of it. The session, the telephone number and the e-mail address never are.
struct Shown {
  bool name;
  bool words_as_written;  ///< else without what names anybody
  Clause because;
};

/// In order of precedence.
enum class UseRefusal : std::uint8_t { consent_missing = 1, published = 2 };
BOOST_DESCRIBE_ENUM(UseRefusal, consent_missing, published)

/// HAR-3.11b: "The provider may use feedback to research and improve the service; use it stripped of identity, and
///   not as public testimony." With a name it is published on separate consent alone; without one, never (AMB-P14:
///   no free text among published data).
[[nodiscard]] Result<Shown, UseRefusal> decide_use(UseFacts const& facts);

/// The words with `[…]` in place of e-mail addresses, of runs of seven digits and more however they are grouped, of
/// ids, and of each given name in any of its endings. Names shorter than two letters are not looked for. The text is
/// UTF-8.
[[nodiscard]] std::string without_identity(std::string_view words, std::span<std::string const> names);

}  // namespace kelisim::reviews
