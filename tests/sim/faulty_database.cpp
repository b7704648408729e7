#include "faulty_database.h"

#include <algorithm>

namespace kelisim::sim {
namespace {

using db::CommitFailed;

std::exception_ptr fault(char const* what) { return std::make_exception_ptr(Fault(Fault::Retry::yes, what)); }

/// The transaction as the work sees it, with one statement that fails.
class FaultyTx final : public db::Tx {
 public:
  FaultyTx(db::Tx& real, Weather& weather, int fails_at) : real_(real), weather_(weather), left_(fails_at) {}

  [[nodiscard]] db::Engine engine() const noexcept override { return real_.engine(); }
  std::int64_t run(db::Sql const& sql, std::span<db::Param const> params,
                   std::function<void(db::Row const&)> const& each) override {
    if (--left_ == 0) {
      weather_.hit(Mishap::statement, sql.name);
      throw Fault(Fault::Retry::yes, "simulated: the database was busy");
    }
    return real_.run(sql, params, each);
  }
  [[nodiscard]] Mark mark() override { return real_.mark(); }
  void keep(Mark mark) override { real_.keep(mark); }
  void undo(Mark mark) override { real_.undo(mark); }
  void notify(db::Topic topic) override { real_.notify(topic); }

 private:
  db::Tx& real_;
  Weather& weather_;
  int left_;
};

}  // namespace

std::string_view to_text(Mishap mishap) {
  switch (mishap) {
    case Mishap::none:
      return "none";
    case Mishap::busy:
      return "busy";
    case Mishap::statement:
      return "statement";
    case Mishap::commit_lost:
      return "commit_lost";
    case Mishap::commit_unheard:
      return "commit_unheard";
    case Mishap::crash_before:
      return "crash_before";
    case Mishap::crash_after:
      return "crash_after";
  }
  return "?";
}

void Weather::set(Odds odds) {
  std::scoped_lock const lock(mutex_);
  odds_ = odds;
  calm_ = false;
}

void Weather::calm() {
  std::scoped_lock const lock(mutex_);
  calm_ = true;
}

Weather::Draw Weather::draw_write() {
  std::scoped_lock const lock(mutex_);
  if (calm_ || paused_) return {};
  auto roll = dice_.below(1000);
  auto const falls = [&roll](std::uint64_t odds) {
    if (roll < odds) return true;
    roll -= odds;
    return false;
  };
  if (falls(odds_.busy)) return {Mishap::busy};
  if (falls(odds_.statement)) return {Mishap::statement, static_cast<int>(1 + dice_.below(12))};
  if (falls(odds_.commit_lost)) return {Mishap::commit_lost};
  if (falls(odds_.commit_unheard)) return {Mishap::commit_unheard};
  if (falls(odds_.crash_before)) return {Mishap::crash_before};
  if (falls(odds_.crash_after)) return {Mishap::crash_after};
  return {};
}

bool Weather::draw_busy_read() {
  std::scoped_lock const lock(mutex_);
  return !calm_ && !paused_ && dice_.below(1000) < odds_.busy_read;
}

void Weather::hit(Mishap mishap, std::string_view where) {
  std::scoped_lock const lock(mutex_);
  ++counts_[static_cast<std::size_t>(mishap)];
  if (mishap == Mishap::statement) ++statements_[std::string(where)];
}

std::array<std::uint64_t, mishap_count> Weather::counts() const {
  std::scoped_lock const lock(mutex_);
  return counts_;
}

std::map<std::string, std::uint64_t> Weather::statements() const {
  std::scoped_lock const lock(mutex_);
  return statements_;
}

FaultyDatabase::FaultyDatabase(std::unique_ptr<db::Database> real, Weather& weather)
    : real_(std::move(real)),
      weather_(weather),
      jobs_(real_->listen(db::Topic::jobs, [this] { listeners_.tell({db::Topic::jobs}); })) {}

FaultyDatabase::~FaultyDatabase() = default;

/// `done` is owed on a database thread.
void FaultyDatabase::fail(Done done, std::exception_ptr why) {
  real_->read([](db::Tx&) {}, [done = std::move(done), why](std::exception_ptr) mutable { done(why); });
}

void FaultyDatabase::write(db::Lane lane, Work work, Done done) {
  if (weather_.dead()) return fail(std::move(done), fault("simulated: the process is dead"));
  auto const draw = weather_.draw_write();
  switch (draw.mishap) {
    case Mishap::none:
      return real_->write(lane, std::move(work), std::move(done));
    case Mishap::busy:
      weather_.hit(Mishap::busy, {});
      return fail(std::move(done), fault("simulated: the database is busy"));
    case Mishap::statement:
      return real_->write(
          lane,
          [this, work = std::move(work), at = draw.statement](db::Tx& tx) mutable {
            FaultyTx faulty(tx, weather_, at);
            work(faulty);
          },
          std::move(done));
    case Mishap::commit_lost:
    case Mishap::crash_before:
      return real_->write(
          lane,
          [this, work = std::move(work), mishap = draw.mishap](db::Tx& tx) mutable {
            work(tx);
            weather_.hit(mishap, {});
            if (mishap == Mishap::crash_before) weather_.die();
            throw CommitFailed("simulated: nothing is durable");
          },
          std::move(done));
    case Mishap::commit_unheard:
    case Mishap::crash_after:
      return real_->write(lane, std::move(work),
                          [this, done = std::move(done), mishap = draw.mishap](std::exception_ptr failure) mutable {
                            if (failure) return done(failure);
                            weather_.hit(mishap, {});
                            if (mishap == Mishap::crash_after) weather_.die();
                            done(std::make_exception_ptr(CommitFailed("simulated: durable, and nobody heard")));
                          });
  }
}

void FaultyDatabase::read(Work work, Done done) {
  if (weather_.dead()) return fail(std::move(done), fault("simulated: the process is dead"));
  if (weather_.draw_busy_read()) {
    weather_.hit(Mishap::busy, {});
    return fail(std::move(done), fault("simulated: the database is busy"));
  }
  real_->read(std::move(work), std::move(done));
}

}  // namespace kelisim::sim
