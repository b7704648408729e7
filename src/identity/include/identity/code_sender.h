#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/phone_number.h"
#include "platform/db/tx.h"

#include <string>
#include <string_view>

namespace kelisim::identity {

/// A one-time code on its way. The person has a live key with which destination and body are sealed; the person may
/// be one who has not finished registration, whom People does not know.
struct CodeMessage {
  PersonId person;
  PhoneNumber phone;
  std::string_view code;
  std::string_view language;
  std::string_view challenge;  ///< its public id: the message's dedupe key
  Instant expires_at;          ///< of no use after it
};

/// A code that proves an address: it goes to that address, and to no other channel.
struct EmailCodeMessage {
  PersonId person;
  std::string_view address;
  std::string_view code;
  std::string_view language;
  std::string_view proof;  ///< its id: the message's dedupe key
  Instant expires_at;
};

/// Port: hands a code over for sending by writing an outbox row in `tx`. Implemented by notify.
class CodeSender {
 public:
  CodeSender() = default;
  CodeSender(CodeSender const&) = delete;
  CodeSender& operator=(CodeSender const&) = delete;
  virtual ~CodeSender() = default;
  virtual void send_code(db::Tx& tx, Instant now, CodeMessage const& message) = 0;
  virtual void send_email_code(db::Tx& tx, Instant now, EmailCodeMessage const& message) = 0;
};

}  // namespace kelisim::identity
