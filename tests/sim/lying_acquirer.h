#pragma once

#include "dice.h"

#include "kernel/instant.h"
#include "kernel/money.h"
#include "orders/card_gateway.h"
#include "platform/clock.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::sim {

/// What the acquirer itself knows of one payment: the book against which the business is audited (I6).
struct BookEntry {
  std::string order_number;
  std::string gateway_payment;
  Money asked;
  Instant page_until;
  bool declined = false;
  std::optional<Money> captured = std::nullopt;
  std::optional<Instant> captured_at = std::nullopt;
  struct Refund {
    Money amount;
    Instant at;
    Instant seen_from;  ///< the status shows it from here on
  };
  std::vector<Refund> refunds = {};

  [[nodiscard]] Money refunded() const;
};

/// A card gateway that keeps its own book straight and is unreliable in everything it says: answers are lost before
/// and after their effect, a payment is taken after its page ran out, another sum than the asked one is taken, status
/// lags, callbacks are lost, repeated, delayed and come out of order. It never says that something happened which did
/// not happen, and never loses money.
class LyingAcquirer final : public orders::CardGateway {
 public:
  explicit LyingAcquirer(std::uint64_t seed) : dice_(seed) {}
  /// Before the first call.
  void keep_time_by(Clock const& clock) { clock_ = &clock; }

  struct Lies {  ///< each per mille
    std::uint64_t lose_answer_before = 40;
    std::uint64_t lose_answer_after = 40;
    std::uint64_t decline_init = 5;
    std::uint64_t take_late = 60;
    std::uint64_t take_wrong_sum = 4;
    std::uint64_t lag_status = 50;
    std::uint64_t pending_refund = 100;
    std::uint64_t refuse_refund = 20;
    std::uint64_t lose_callback = 150;
    std::uint64_t repeat_callback = 200;
    std::uint64_t delay_callback = 300;
  };
  void set(Lies lies) { lies_ = lies; }
  void calm();                                             ///< nothing but the truth from now on
  void unplug(bool unplugged) { unplugged_ = unplugged; }  ///< nobody answers, and nobody is called

  [[nodiscard]] std::string name() const override { return "simulated"; }
  [[nodiscard]] orders::GatewayAnswer<orders::InitAccepted> init(orders::InitRequest const& request) override;
  [[nodiscard]] orders::GatewayAnswer<orders::StatusReport> status(orders::StatusRequest const& request) override;
  [[nodiscard]] orders::GatewayAnswer<orders::RefundProgress> refund(orders::RefundRequest const& request) override;

  /// The client on the hosted page. False when the page is over or was used.
  bool pay(std::string const& order_number);
  bool decline(std::string const& order_number);

  /// Order numbers that the acquirer calls back about by now; each is handed out once.
  [[nodiscard]] std::vector<std::string> due_callbacks();

  [[nodiscard]] std::map<std::string, BookEntry> const& book() const noexcept { return book_; }
  /// Order numbers whose page somebody may still be looking at, the oldest first.
  [[nodiscard]] std::vector<std::string> open_pages();
  /// What the business asked that no honest business asks: more back than was taken, another sum under the same
  /// number.
  [[nodiscard]] std::vector<std::string> const& affronts() const noexcept { return affronts_; }
  [[nodiscard]] std::map<std::string, std::uint64_t> const& lies_told() const noexcept { return told_; }

 private:
  bool lie(std::uint64_t per_mille, char const* name);
  void schedule_callbacks(std::string const& order_number);
  [[nodiscard]] BookEntry* find(orders::StatusRequest const& request);

  Dice dice_;
  Clock const* clock_ = nullptr;
  Lies lies_{};
  bool unplugged_ = false;
  std::uint64_t last_number_ = 100'000;
  std::map<std::string, BookEntry> book_;
  std::map<std::string, std::string> numbers_;  ///< gateway payment → order number
  std::vector<std::string> pages_;              ///< not yet known to be over
  std::multimap<std::int64_t, std::string> callbacks_;
  std::vector<std::string> affronts_;
  std::map<std::string, std::uint64_t> told_;
};

}  // namespace kelisim::sim
