#pragma once

#include "identity/people.h"
#include "notify/notifier.h"
#include "obligations/sweeper.h"

namespace kelisim::server {

/// Tells the desk that owns a promise when it calls, in the accounts of its people: what is owed under which clause
/// and by when. What the server owes by itself goes to support and the administrators; what was escalated, to the
/// administrators.
class PromiseAlarms final : public obligations::Alarms {
 public:
  PromiseAlarms(notify::Notifier& notifier, identity::People const& people);
  void raised(db::Tx& tx, obligations::Promise const& promise, obligations::Stage stage, Instant now) override;

 private:
  [[nodiscard]] std::vector<PersonId> listeners(db::Tx& tx, obligations::Promise const& promise,
                                                obligations::Stage stage) const;

  notify::Notifier& notifier_;
  identity::People const& people_;
};

}  // namespace kelisim::server
