#pragma once

#include "kernel/ensure.h"
#include "platform/db/value.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace kelisim::db {

enum class Engine : std::uint8_t { sqlite, postgres };

/// What a transaction may tell the process after its commit (Database::listen).
enum class Topic : std::uint8_t { jobs };

/// A statement with static lifetime, prepared once per connection. Parameters are `$1`, `$2`, … on both engines.
/// database.h says how to write a text that means the same on both.
struct Sql {
  std::string_view name;  ///< `<room>.<what>`, unique in the program; shown in faults and metrics
  std::string_view text;
};

/// One transaction on one connection. Used by one thread; never kept beyond the call that received it. Database
/// errors are thrown as Fault (retryable when busy, lost or serialization-failed); a violated constraint that the
/// caller did not expect is a Fault too. Where a conflict is a domain answer, write `INSERT … ON CONFLICT DO NOTHING`
/// and look at the number of rows changed: it is the same on both engines, exclusion constraints included.
class Tx {
 public:
  Tx() = default;
  Tx(Tx const&) = delete;
  Tx& operator=(Tx const&) = delete;
  virtual ~Tx() = default;

  [[nodiscard]] virtual Engine engine() const noexcept = 0;

  /// Runs one statement; `each` sees every row of the answer; returns the number of rows changed.
  virtual std::int64_t run(Sql const& sql, std::span<Param const> params,
                           std::function<void(Row const&)> const& each) = 0;

  /// Undoes everything done since mark(). Marks nest.
  class Mark {
   public:
    explicit Mark(int depth) : depth_(depth) {}
    [[nodiscard]] int depth() const noexcept { return depth_; }

   private:
    int depth_;
  };
  [[nodiscard]] virtual Mark mark() = 0;
  virtual void keep(Mark mark) = 0;
  virtual void undo(Mark mark) = 0;

  /// Calls the listeners of the topic after the durable commit, once however often it was told. What an undone mark
  /// told is told all the same: a listener looks, it does not trust.
  virtual void notify(Topic topic) = 0;

  template <class... Args>
  std::int64_t execute(Sql const& sql, Args const&... args) {
    std::array<Param, sizeof...(Args)> const params{param(args)...};
    return run(sql, params, [](Row const&) {});
  }

  /// Every row through `read`, in the order of the answer.
  template <class Read, class... Args>
  [[nodiscard]] auto all(Sql const& sql, Read&& read, Args const&... args) {
    std::vector<std::invoke_result_t<Read, Row const&>> rows;
    std::array<Param, sizeof...(Args)> const params{param(args)...};
    run(sql, params, [&](Row const& row) { rows.push_back(read(row)); });
    return rows;
  }

  /// The only row, or nothing. More than one is a bug.
  template <class Read, class... Args>
  [[nodiscard]] auto one(Sql const& sql, Read&& read, Args const&... args) {
    std::optional<std::invoke_result_t<Read, Row const&>> found;
    std::array<Param, sizeof...(Args)> const params{param(args)...};
    run(sql, params, [&](Row const& row) {
      ENSURE(!found.has_value());
      found.emplace(read(row));
    });
    return found;
  }
};

}  // namespace kelisim::db
