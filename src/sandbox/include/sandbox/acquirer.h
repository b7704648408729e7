#pragma once

#include "gateways/freedompay.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/clock.h"
#include "platform/db/database.h"
#include "platform/db/tx.h"
#include "platform/http/reply.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The stand-in for the card gateway: it speaks FreedomPay's protocol, keeps its own book in its own database, shows
/// a page on which one pays with one press and no card, and misbehaves on demand. Nothing of it is known to the
/// business but the protocol.
namespace kelisim::sandbox {

/// How the acquirer misbehaves. All off: it is honest and quick.
struct AcquirerFaults {
  bool lose_callbacks = false;               ///< they are never sent
  std::int32_t repeat_callbacks = 0;         ///< so many more copies of each, within two minutes; 0 … 20
  std::int64_t delay_callbacks_seconds = 0;  ///< 0 … 30 days
  bool reorder_callbacks = false;            ///< each is held back for a chance time of up to two minutes
  bool answer_after_expiry = false;          ///< a paid payment turns captured a minute after its time is over
  std::int32_t lose_init_answers = 0;        ///< so many next payments are opened without an answer; 0 … 1000
  std::int32_t lose_refund_answers = 0;      ///< so many next refunds are carried out without an answer; 0 … 1000
  bool decline_all = false;
};

struct AcquirerSettings {
  std::string merchant_id;
  std::string secret;
  BasisPoints fee{200};  ///< kept of every capture
};

enum class PageChoice : std::uint8_t { pay, decline, leave };

/// One payment as the acquirer's own book has it.
struct BookLine {
  std::int64_t payment;
  std::string order_number;
  Money amount;
  bool captured;  ///< as of the asked instant
  Money refunded;
};

/// The protocol, free of HTTP and of real time. Thread-safe; every call works in a transaction on the acquirer's own
/// book.
class SandboxAcquirer {
 public:
  SandboxAcquirer(AcquirerSettings settings, Random& random) : settings_(std::move(settings)), random_(random) {}

  /// Where the hosted pages are: "http://localhost:8081". Set before the first payment.
  void serve_pages_at(std::string url);

  [[nodiscard]] AcquirerFaults faults() const;
  void set_faults(AcquirerFaults const& faults);

  /// One call of the protocol: the script's name and the form as it came. A lost answer is a status 504 without a
  /// body.
  [[nodiscard]] http::Document call(db::Tx& tx, Instant now, std::string_view script, std::string_view form);

  /// What the client does on the page of that token; the address to which the browser goes then. Nothing when there
  /// is no such page. A payment that is decided or over stays as it is.
  std::optional<std::string> choose(db::Tx& tx, Instant now, std::string_view token, PageChoice choice);
  [[nodiscard]] std::optional<http::Document> page(db::Tx& tx, Instant now, std::string_view token,
                                                   std::string_view language);

  /// Registers the sending of result callbacks: five tries, 30 minutes apart.
  void add_jobs(jobs::JobRunner& runner, gateways::FormTransport& transport);

  /// The whole book, for an auditor, oldest first.
  [[nodiscard]] static std::vector<BookLine> book(db::Tx& tx, Instant now);

 private:
  [[nodiscard]] std::string page_url(std::string_view token) const;
  [[nodiscard]] bool take_fault(std::int32_t AcquirerFaults::* counter);

  AcquirerSettings settings_;
  Random& random_;
  mutable std::mutex mutex_;
  AcquirerFaults faults_;
  std::string pages_;
};

/// The tables of the book, in a database of its own.
[[nodiscard]] std::unique_ptr<db::Database> open_acquirer_book(std::filesystem::path const& folder);

/// Calls of the protocol within the process: for simulators and tests.
class AcquirerLine final : public gateways::FormTransport {
 public:
  AcquirerLine(SandboxAcquirer& acquirer, db::Database& book, Clock const& clock)
      : acquirer_(acquirer), book_(book), clock_(clock) {}
  [[nodiscard]] std::optional<Answer> post(std::string const& url, std::string const& form) override;

 private:
  SandboxAcquirer& acquirer_;
  db::Database& book_;
  Clock const& clock_;
};

struct AcquirerPlace {
  std::filesystem::path folder;  ///< for acquirer.db
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;     ///< 0: any free port
  std::string page_url = {};  ///< where browsers reach it; empty: http://localhost:<port>
};

/// The acquirer at work: book, listener and callbacks over HTTP.
class AcquirerHouse {
 public:
  /// `clock` and `random` outlive it.
  AcquirerHouse(AcquirerSettings settings, AcquirerPlace const& place, Clock const& clock, Random& random);
  ~AcquirerHouse();
  AcquirerHouse(AcquirerHouse const&) = delete;
  AcquirerHouse& operator=(AcquirerHouse const&) = delete;

  [[nodiscard]] SandboxAcquirer& acquirer() noexcept;
  [[nodiscard]] std::uint16_t port() const noexcept;
  /// The address of its calls, for FreedomPaySettings::base_url.
  [[nodiscard]] std::string base_url() const;
  void wake();  ///< the clock moved

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// GET|PUT /sandbox/acquirer on the business's own listener. `acquirer` outlives the routes.
void add_acquirer_routes(http::Routes& routes, SandboxAcquirer& acquirer);

}  // namespace kelisim::sandbox
