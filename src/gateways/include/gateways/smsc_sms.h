#pragma once

#include "gateways/freedompay.h"
#include "notify/channels.h"

#include <string>

namespace kelisim::gateways {

struct SmscSettings {
  std::string url;  ///< "https://smsc.kz/sys/send.php"
  std::string login;
  std::string password;  ///< never logged
};

/// SMS through SMSC: one form by POST (never in an address, which would be logged), an answer in JSON (`fmt=3`) with
/// `id` or `error_code`. A lost answer is asked for again, so a person may
/// get the same SMS twice.
class SmscSms final : public notify::SmsCarrier {
 public:
  /// `transport` outlives it.
  SmscSms(SmscSettings settings, FormTransport& transport) : settings_(std::move(settings)), transport_(transport) {}
  [[nodiscard]] notify::Handover send(notify::Sms const& sms) override;

 private:
  SmscSettings settings_;
  FormTransport& transport_;
};

}  // namespace kelisim::gateways
