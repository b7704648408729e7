#pragma once

#include "platform/db/database.h"

#include <memory>
#include <utility>

// For sockets, ticks and what goes on after a commit, which have nobody to throw to.
namespace kelisim::db {

template <class Submit>
void submit_or_tell(Database::Done done, Submit submit) {
  auto const shared = std::make_shared<Database::Done>(std::move(done));
  try {
    submit([shared](std::exception_ptr failure) { (*shared)(std::move(failure)); });
  } catch (Overloaded const&) {
    (*shared)(std::current_exception());
  }
}

/// As Database::write; that too many wait is told to `done` as well, at once and on this thread.
inline void write_or_tell(Database& database, Lane lane, Database::Work work, Database::Done done) {
  submit_or_tell(std::move(done),
                 [&](Database::Done told) { database.write(lane, std::move(work), std::move(told)); });
}

/// Likewise as Database::read.
inline void read_or_tell(Database& database, Database::Work work, Database::Done done) {
  submit_or_tell(std::move(done), [&](Database::Done told) { database.read(std::move(work), std::move(told)); });
}

}  // namespace kelisim::db
