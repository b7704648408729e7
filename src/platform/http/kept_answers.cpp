#include "http/kept_answers.h"

namespace kelisim::http {
namespace {

constexpr std::chrono::seconds age_max{1};
constexpr std::size_t bytes_max = 4 * 1024 * 1024;
constexpr std::size_t bytes_of_one_max = bytes_max / 16;

std::size_t bytes_of(std::string const& question, Response const& answer) {
  return question.size() + answer.content().size();
}

}  // namespace

std::optional<Response> KeptAnswers::find(std::string_view question, Seen const& now) const {
  std::lock_guard const lock(mutex_);
  auto const found = kept_.find(question);
  if (found == kept_.end()) return std::nullopt;
  auto const& read = found->second.read;
  bool const fresh = read.commits == now.commits && read.at <= now.at && now.at - read.at < age_max;
  return fresh ? std::optional(found->second.answer) : std::nullopt;
}

void KeptAnswers::keep(std::string question, Seen const& read, Response& answer) {
  auto const bytes = bytes_of(question, answer);
  if (bytes > bytes_of_one_max) return;
  answer.shared_body = std::make_shared<std::string const>(std::exchange(answer.body, {}));
  std::lock_guard const lock(mutex_);
  if (auto const former = kept_.find(question); former != kept_.end()) {
    bytes_ -= bytes_of(question, former->second.answer);
    kept_.erase(former);
  }
  if (bytes_ + bytes > bytes_max) {
    kept_.clear();
    bytes_ = 0;
  }
  bytes_ += bytes;
  kept_.emplace(std::move(question), Kept{read, answer});
}

}  // namespace kelisim::http
