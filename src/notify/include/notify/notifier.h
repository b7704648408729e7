#pragma once

#include "identity/code_sender.h"
#include "identity/people.h"
#include "identity/settings.h"
#include "notify/channels.h"
#include "notify/rendering.h"
#include "platform/jobs/jobs.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/vault.h"
#include "terms/brand.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::notify {

using MessageId = Id<struct MessageTag>;

/// The state of which a message speaks: asked again right before it is sent. `about` are ids, never a person's data.
struct Condition {
  std::string name;  ///< one that was registered with Notifier::on_condition
  jobs::Payload about;
};

/// Notices that go to one person by SMS in any 24 hours, and as many by e-mail; what is more stands in the account
/// alone. Without the bound whoever makes events spends the messages that others need to sign in, or floods an
/// address that nobody has proved to be theirs. Codes are bounded by their number (identity/settings.h).
inline constexpr int outside_a_day_max = 30;

struct Notice {
  std::string template_name;  ///< a table of the brand's notices/<language>.toml
  PersonId to;
  std::string subject;  ///< id of the thing it speaks of (a booking, an order)
  std::string dedupe;   ///< one message of these words for one person and channel, however often it is asked for
  std::string path;     ///< of the web client, for `{link}`: "/bookings/…"
  Values values;
  Condition condition;
  Instant due_at;
};

/// Everything that tells people something. Thread-safe once the conditions are registered.
class Notifier final : public identity::CodeSender {
 public:
  struct Parts {
    terms::Brand const& brand;
    privacy::Vault const& vault;
    identity::People const& people;
    identity::Settings const& settings;
    Random& random;
    std::string origin;  ///< of links in letters: "https://harmonia.kz"
  };
  /// Knows two conditions by itself: `always`, and `not_later_than` with `at_us`.
  explicit Notifier(Parts parts);

  using Holds = std::function<bool(db::Tx&, jobs::Payload const& about, Instant now)>;
  /// Before the first request. A name twice is a bug.
  void on_condition(std::string name, Holds holds);

  /// Writes one message for each channel that the template has words for and the person can be reached by, in the
  /// caller's transaction; outside of the account within outside_a_day_max. A repeat of the dedupe name writes
  /// nothing. A person whose key is destroyed gets none.
  void request(db::Tx& tx, Instant now, Notice const& notice) const;

  /// A one-time code by SMS (HAR-1.account.d). Dropped when it is of no use any more.
  void send_code(db::Tx& tx, Instant now, identity::CodeMessage const& message) override;

  /// The code that proves an address, by e-mail (HAR-4.4.3b). Dropped when it is of no use any more.
  void send_email_code(db::Tx& tx, Instant now, identity::EmailCodeMessage const& message) override;

  /// Registers the job `notify.deliver`. The carriers live as long as the runner.
  void add_jobs(jobs::JobRunner& runner, SmsCarrier& sms, MailCarrier& mail) const;

  /// A message opened again, for the person's own account and for the sandbox's outbox.
  struct Opened {
    MessageId id;
    std::string template_name;
    std::string channel;
    std::string subject;
    std::string destination;  ///< phone or address; empty in the account
    std::string title;
    std::string body;
    Instant at;
    std::optional<Instant> read_at;
  };
  /// The newest messages that were sent through any channel, to anybody: the sandbox's outbox.
  [[nodiscard]] std::vector<Opened> sent(db::Tx& tx, int limit) const;
  /// The person's own account, newest first, before `before` where given.
  [[nodiscard]] std::vector<Opened> account(db::Tx& tx, PersonId person, std::optional<MessageId> before,
                                            int limit) const;
  /// False when the person has no such message.
  [[nodiscard]] bool mark_read(db::Tx& tx, PersonId person, MessageId message, Instant now) const;

 private:
  jobs::JobResult deliver(jobs::JobContext& job, SmsCarrier& sms, MailCarrier& mail) const;
  void write(db::Tx& tx, Instant now, Notice const& notice, std::string_view channel, std::string destination,
             std::string title, std::string body, std::string_view language) const;

  Parts parts_;
  std::map<std::string, Holds, std::less<>> conditions_;
};

}  // namespace kelisim::notify
