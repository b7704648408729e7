#pragma once

#include "kernel/result.h"

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kelisim::letters {

/// What the business's mail server found about the DKIM signature of the sender's domain. Even a good one speaks of
/// the domain, not of the person.
enum class Signature : std::uint8_t { unchecked = 1, absent = 2, failed = 3, passed = 4 };
BOOST_DESCRIBE_ENUM(Signature, unchecked, absent, failed, passed)

/// What is needed of a message. UTF-8.
struct Letter {
  std::string from;          ///< the one address in From, in lower case; nobody vouches for it
  std::string subject;       ///< its first 200 characters; may be empty
  std::string text;          ///< the first 3 000 characters of the plain text; empty where the message has none
  bool cut;                  ///< there is more text in the mailbox
  std::int64_t attachments;  ///< that stay in the mailbox
  Signature signature;
  bool automatic;  ///< an answering machine, a mailing list, a report of the mail system (RFC 3834)
};
BOOST_DESCRIBE_STRUCT(Letter, (), (from, subject, text, cut, attachments, signature, automatic))

inline constexpr std::size_t message_max = 10UZ * 1024 * 1024;

/// In order of precedence.
enum class NoLetter : std::uint8_t { too_long = 1, no_sender = 2 };

/// Reads a message as it came (RFC 5322). `authserv_id`: the name that the business's mail server writes into
/// Authentication-Results; empty: no such header is believed.
[[nodiscard]] Result<Letter, NoLetter> read_letter(std::string_view message, std::string_view authserv_id);

}  // namespace kelisim::letters
