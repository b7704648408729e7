#include "testing/shop.h"

#include <fmt/format.h>

#include <algorithm>

/// Whatever comes first, a callback, its repeat, the poller, the end of the hold or a silent gateway: the end is the
/// same (I7), and money is in one place (I6).
namespace kelisim::orders::testing {
namespace {

using std::chrono::minutes;

enum class Happening { client_pays, callback, callback_again, poll, hold_ends, gateway_is_silent };

class AnyOrderTest : public Shop {
 protected:
  void happen(Happening what, OrderId order, PaymentId payment) {
    switch (what) {
      case Happening::client_pays:
        gateway.pay(payment);
        break;
      case Happening::callback:
      case Happening::callback_again:
        tell(payment);
        break;
      case Happening::poll:
        pass(std::chrono::seconds(30));
        break;
      case Happening::hold_ends:
        write([&](db::Tx& tx) { orders.close(tx, order, clock.now()); });
        break;
      case Happening::gateway_is_silent:
        gateway.silent = true;
        tell(payment);
        gateway.silent = false;
        break;
    }
  }

  /// Everything that must not depend on the order of events.
  std::string end_of(OrderId order, PaymentId payment) {
    auto const view = order_of(order);
    return fmt::format("{} {} captured {} refunded {} due {} gateway {} {}", to_text(view.state),
                       to_text(payment_of(payment).state), to_decimal(view.captured), to_decimal(view.refunded),
                       to_decimal(view.refund_due), to_decimal(gateway.line(payment).refunded),
                       gateway.line(payment).refunds);
  }

  std::string play(std::vector<Happening> const& happenings) {
    auto const order = open();
    auto const payment = on_page(order);
    events.told.clear();
    for (auto const what : happenings) happen(what, order, payment);
    for (int step = 0; step < 4; ++step) pass(minutes(10));
    EXPECT_EQ(std::ranges::count(events.told, "paid"), 1);
    return end_of(order, payment);
  }

  void play_all(std::vector<Happening> happenings, std::string const& expected) {
    std::ranges::sort(happenings);
    do {
      ASSERT_EQ(play(happenings), expected) << "after " << bookings << " permutations";
    } while (std::ranges::next_permutation(happenings).found);
    expect_right_books();
  }
};
KELISIM_ON_BOTH_ENGINES(AnyOrderTest);

TEST_P(AnyOrderTest, EndsPaidOnce) {
  std::vector<Happening> happenings{Happening::client_pays, Happening::callback, Happening::callback_again,
                                    Happening::poll, Happening::hold_ends};
  if (home().engine() == db::Engine::sqlite) happenings.push_back(Happening::gateway_is_silent);
  play_all(happenings, "paid captured captured 15000.00 refunded 0.00 due 0.00 gateway 0.00 0");
}

TEST_P(AnyOrderTest, EndsReturnedOnceWhenTheSlotIsGone) {
  events.slot_is_free = false;
  play_all({Happening::client_pays, Happening::callback, Happening::poll, Happening::hold_ends,
            Happening::gateway_is_silent},
           "returned captured captured 15000.00 refunded 15000.00 due 0.00 gateway 15000.00 1");
}

}  // namespace
}  // namespace kelisim::orders::testing
