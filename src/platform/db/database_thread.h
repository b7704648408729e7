#pragma once

namespace kelisim::db {

/// Marks the calling thread as one that runs transactions, for as long as it lives: write_now() and read_now() on it
/// would wait for themselves and are refused.
class DatabaseThread {
 public:
  DatabaseThread();
  DatabaseThread(DatabaseThread const&) = delete;
  DatabaseThread& operator=(DatabaseThread const&) = delete;
  ~DatabaseThread();
};

}  // namespace kelisim::db
