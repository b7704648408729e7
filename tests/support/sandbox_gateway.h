#pragma once

#include "scratch_folder.h"

#include "gateways/freedompay.h"
#include "platform/clock.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "sandbox/acquirer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::test {

/// The real client of the card gateway in front of the stand-in acquirer, with no network between them but the one of
/// the callbacks, which reach the business over HTTP.
class SandboxGateway {
 public:
  /// `clock` outlives it.
  SandboxGateway(Clock const& clock, std::uint64_t seed);
  ~SandboxGateway();
  SandboxGateway(SandboxGateway const&) = delete;
  SandboxGateway& operator=(SandboxGateway const&) = delete;

  [[nodiscard]] orders::CardGateway& gateway() noexcept { return *freedompay_; }
  [[nodiscard]] gateways::FreedomPaySettings const& settings() const noexcept { return settings_; }
  [[nodiscard]] sandbox::SandboxAcquirer& acquirer() noexcept { return acquirer_; }

  [[nodiscard]] Random& random() noexcept { return random_; }

  /// Where the business listens: callbacks go there from now on.
  void call_back_to(std::uint16_t port) { port_ = port; }
  /// What the client does on the page of that address.
  void choose(std::string const& redirect_url, sandbox::PageChoice choice);
  /// Sends the callbacks that are due, in order of their due instants. Returns how many.
  std::size_t deliver_callbacks();
  [[nodiscard]] std::optional<Instant> next_callback();
  [[nodiscard]] std::vector<sandbox::BookLine> book();
  /// The forms of all callbacks that were sent, for whoever wants to replay or to forge one.
  [[nodiscard]] std::vector<std::string> const& sent() const noexcept { return sent_; }

 private:
  class Postman;

  Clock const& clock_;
  ScratchFolder folder_;
  SeededRandom random_;
  gateways::FreedomPaySettings settings_;
  std::unique_ptr<db::Database> book_;
  sandbox::SandboxAcquirer acquirer_;
  sandbox::AcquirerLine line_;
  std::unique_ptr<gateways::FreedomPay> freedompay_;
  std::unique_ptr<Postman> postman_;
  std::unique_ptr<jobs::JobRunner> runner_;
  std::uint16_t port_ = 0;
  std::vector<std::string> sent_;
};

}  // namespace kelisim::test
