#include "recording_carriers.h"

#include <algorithm>
#include <ranges>
#include <string_view>

namespace kelisim::test {

notify::Handover RecordingCarriers::send(notify::Sms const& sms) {
  std::scoped_lock const lock(mutex_);
  sent_.push_back({sms.message_id, sms.to.reveal(), {}, sms.text});
  return notify::Handover::taken;
}

notify::Handover RecordingCarriers::send(notify::Letter const& letter) {
  std::scoped_lock const lock(mutex_);
  sent_.push_back({letter.message_id, letter.to, letter.subject, letter.body});
  return notify::Handover::taken;
}

std::vector<Sent> RecordingCarriers::all() const {
  std::scoped_lock const lock(mutex_);
  return sent_;
}

std::size_t RecordingCarriers::count() const {
  std::scoped_lock const lock(mutex_);
  return sent_.size();
}

std::optional<std::string> RecordingCarriers::code_for(std::string const& phone) const {
  std::scoped_lock const lock(mutex_);
  for (auto const& message : sent_ | std::views::reverse) {
    auto const mark = message.text.rfind('#');
    if (message.to == phone && mark != std::string::npos) return message.text.substr(mark + 1, 6);
  }
  return std::nullopt;
}

std::optional<std::string> RecordingCarriers::letter_code_for(std::string const& address) const {
  constexpr std::string_view digits = "0123456789";
  constexpr std::size_t length = 6;
  std::scoped_lock const lock(mutex_);
  for (auto const& message : sent_ | std::views::reverse) {
    auto const begin = message.text.find_first_of(digits);
    if (message.to != address || begin == std::string::npos) continue;
    auto const end = std::min(message.text.find_first_not_of(digits, begin), message.text.size());
    if (end - begin == length) return message.text.substr(begin, length);
  }
  return std::nullopt;
}

void RecordingCarriers::forget() {
  std::scoped_lock const lock(mutex_);
  sent_.clear();
}

}  // namespace kelisim::test
