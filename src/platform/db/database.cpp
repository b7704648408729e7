#include "platform/db/database.h"

#include "db/database_thread.h"

namespace kelisim::db {

namespace {
thread_local bool on_database_thread = false;
}

DatabaseThread::DatabaseThread() { on_database_thread = true; }
DatabaseThread::~DatabaseThread() { on_database_thread = false; }

void Database::refuse_to_wait_on_a_database_thread() { ENSURE(!on_database_thread); }

Listening Listeners::add(Topic topic, std::function<void()> listener) {
  std::lock_guard const lock(state_->mutex);
  auto const key = state_->next++;
  state_->listeners.emplace(key, std::pair(topic, std::move(listener)));
  return Listening([state = state_, key] {
    std::lock_guard const end(state->mutex);
    state->listeners.erase(key);
  });
}

void Listeners::tell(std::set<Topic> const& topics) const {
  if (topics.empty()) return;
  std::lock_guard const lock(state_->mutex);
  for (auto const& [key, entry] : state_->listeners) {
    if (topics.contains(entry.first)) entry.second();
  }
}

}  // namespace kelisim::db
