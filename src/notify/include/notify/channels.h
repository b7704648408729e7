#pragma once

#include "kernel/phone_number.h"

#include <cstdint>
#include <string>

namespace kelisim::notify {

/// How an attempt to hand a message over ended.
enum class Handover : std::uint8_t {
  taken,      ///< the carrier has it
  refused,    ///< it never will: a wrong address, a forbidden text
  try_again,  ///< busy, unreachable or unclear
};

struct Sms {
  std::string message_id;  ///< the same for every attempt
  PhoneNumber to;
  std::string text;
};

struct Letter {
  std::string message_id;  ///< becomes the Message-ID, so that a repeat is seen to be one
  std::string to;
  std::string subject;
  std::string body;  ///< plain text, UTF-8
};

/// The carriers. Calls may block for seconds and are made outside of any transaction; they do not throw for what the
/// other side does and log neither address nor text.
class SmsCarrier {
 public:
  SmsCarrier() = default;
  SmsCarrier(SmsCarrier const&) = delete;
  SmsCarrier& operator=(SmsCarrier const&) = delete;
  virtual ~SmsCarrier() = default;
  [[nodiscard]] virtual Handover send(Sms const& sms) = 0;
};

class MailCarrier {
 public:
  MailCarrier() = default;
  MailCarrier(MailCarrier const&) = delete;
  MailCarrier& operator=(MailCarrier const&) = delete;
  virtual ~MailCarrier() = default;
  [[nodiscard]] virtual Handover send(Letter const& letter) = 0;
};

/// Takes everything and carries it nowhere: the messages stay, sealed, in the database, where the sandbox reads them.
class LocalOutbox final : public SmsCarrier, public MailCarrier {
 public:
  [[nodiscard]] Handover send(Sms const&) override { return Handover::taken; }
  [[nodiscard]] Handover send(Letter const&) override { return Handover::taken; }
};

}  // namespace kelisim::notify
