#pragma once

#include "http/request.h"
#include "kernel/instant.h"

#include <functional>
#include <map>
#include <mutex>

namespace kelisim::http {

/// Answers of cacheable routes to visitors, for those who ask the same in the same language. One is given again until
/// this process commits a write, and for a second at most: so long may a change by another node, or by the hour
/// alone, go unseen. Holds at most 4 MiB of bodies. Thread-safe.
class KeptAnswers {
 public:
  /// Up to when the data were seen: taken before the snapshot that an answer is read from.
  struct Seen {
    std::uint64_t commits = 0;  ///< of this process, db::Counters
    Instant at;
  };

  [[nodiscard]] std::optional<Response> find(std::string_view question, Seen const& now) const;

  /// Moves the body of `answer` to where all who get it share it. What is too big is not kept.
  void keep(std::string question, Seen const& read, Response& answer);

 private:
  struct Kept {
    Seen read;
    Response answer;
  };

  mutable std::mutex mutex_;
  std::map<std::string, Kept, std::less<>> kept_;
  std::size_t bytes_ = 0;
};

}  // namespace kelisim::http
