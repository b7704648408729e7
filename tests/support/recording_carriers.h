#pragma once

#include "notify/channels.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::test {

struct Sent {
  std::string message_id;
  std::string to;
  std::string subject;  ///< of a letter
  std::string text;
};

/// SMS and mail that arrive at once and are kept in the order of their arrival. Thread-safe.
class RecordingCarriers final : public notify::SmsCarrier, public notify::MailCarrier {
 public:
  [[nodiscard]] notify::Handover send(notify::Sms const& sms) override;
  [[nodiscard]] notify::Handover send(notify::Letter const& letter) override;

  [[nodiscard]] std::vector<Sent> all() const;
  [[nodiscard]] std::size_t count() const;
  /// The six digits of the newest one-time code that went to the number (`+7700…`), from the last line that browsers
  /// read
  /// (`@host #123456`).
  [[nodiscard]] std::optional<std::string> code_for(std::string const& phone) const;
  /// The six digits of the newest letter to the address that has a code in it.
  [[nodiscard]] std::optional<std::string> letter_code_for(std::string const& address) const;
  void forget();

 private:
  mutable std::mutex mutex_;
  std::vector<Sent> sent_;
};

}  // namespace kelisim::test
