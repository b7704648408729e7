#pragma once

#include "notify/channels.h"

#include <memory>
#include <string>

namespace kelisim::gateways {

struct SmtpSettings {
  std::string url;  ///< "smtp://mail.example:587" (STARTTLS) or "smtps://mail.example:465"
  std::string user = {};
  std::string password = {};
  std::string from;         ///< "help@harmonia.example"
  std::string from_name;    ///< "HARMONIA"
  bool require_tls = true;  ///< off only for a relay on the same machine
  int timeout_seconds = 30;
};

/// Plain-text letters through a mail relay, by libcurl. One connection for each letter; certificates are checked.
class SmtpMail final : public notify::MailCarrier {
 public:
  explicit SmtpMail(SmtpSettings settings);
  [[nodiscard]] notify::Handover send(notify::Letter const& letter) override;

 private:
  SmtpSettings settings_;
};

/// The letter as it goes over the wire (RFC 5322): headers with RFC 2047 words, base64 body, CRLF lines.
/// A subject, name or address with a line break would smuggle headers: each is refused as a bug.
[[nodiscard]] std::string compose(notify::Letter const& letter, SmtpSettings const& settings);

}  // namespace kelisim::gateways
