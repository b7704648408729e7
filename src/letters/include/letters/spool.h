#pragma once

#include "letters/letter.h"
#include "platform/random.h"
#include "privacy/keys.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::letters {

/// The folder between the process that reads a message and the server that takes it in: one sealed file per letter,
/// there whole or not at all.
class Spool {
 public:
  /// `random` outlives it. The folder is made by the first letter.
  Spool(std::filesystem::path folder, privacy::ServerKeys const& keys, Random& random);

  /// Durable when it returns. A Fault when it cannot be.
  void put(Letter const& letter) const;
  /// Names of letters, at most `limit`.
  [[nodiscard]] std::vector<std::string> waiting(std::size_t limit) const;
  /// Nothing when the file is not one of ours, or is gone.
  [[nodiscard]] std::optional<Letter> read(std::string const& name) const;
  void remove(std::string const& name) const;

 private:
  std::filesystem::path folder_;
  privacy::SecretKey key_;
  Random& random_;
};

}  // namespace kelisim::letters
