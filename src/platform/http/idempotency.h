#pragma once

#include "http/request.h"
#include "platform/db/tx.h"
#include "platform/http/sealer.h"

#include <optional>
#include <string>
#include <string_view>

namespace kelisim::http {

/// The answers kept to be given again (I10): the same caller, key, route and body get the stored status and body; the
/// caller is a person, or for visitors the address. All names are keyed hashes and the answer is sealed, so that the
/// table tells nothing.
class Idempotency {
 public:
  explicit Idempotency(BodySealer const& sealer) : sealer_(sealer) {}

  struct Asked {
    std::string caller;  ///< person id, or a hash of the visitor's address
    std::string key;     ///< hash of the Idempotency-Key
    std::string_view route;
    BodySealer::Bytes request;  ///< hash of target and body
  };
  [[nodiscard]] Asked ask(std::optional<std::string_view> person, std::string_view address, std::string_view key,
                          std::string_view route, std::string_view target, std::string_view body) const;

  enum class Verdict : std::uint8_t { first, repeat, other_request };
  struct Claim {
    Verdict verdict;
    Response stored = {};  ///< for `repeat`
  };
  /// Takes the key for this transaction. Another transaction with the same key waits for this one (PostgreSQL) or
  /// comes after it (SQLite), so the work behind a key runs once.
  [[nodiscard]] Claim claim(db::Tx& tx, Asked const& asked, Instant now) const;
  /// How long an answer is kept: until retention forgets it, or as long as what the request made.
  enum class Life : std::uint8_t { passing, as_its_object };
  /// After `first`: keeps the answer, or lets the key be used anew.
  void keep(db::Tx& tx, Asked const& asked, Response const& response, Life life) const;
  void forget(db::Tx& tx, Asked const& asked) const;

 private:
  BodySealer const& sealer_;
};

}  // namespace kelisim::http
