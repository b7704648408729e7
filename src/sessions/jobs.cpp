#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "sessions/rules/attendance.h"
#include "sessions/rules/connection.h"
#include "sessions/sessions.h"
#include "use_cases/close_session.h"

namespace kelisim::sessions {
namespace {

jobs::JobResult after(std::optional<Instant> again) {
  return again ? jobs::JobResult::again(*again) : jobs::JobResult::done();
}

jobs::JobResult run_close(jobs::JobContext& job, Parts const& parts) {
  auto const starts_at = parse_digits(job.text("starts_at_us"));
  ENSURE(starts_at.has_value());
  auto const booking = job.id<scheduling::BookingId>("booking");
  return after(job.database().write_now([&](db::Tx& tx) {
    auto const again = close_session(tx, parts, booking, {*starts_at}, job.now());
    if (!again) job.finish(tx);
    return again;
  }));
}

jobs::JobResult run_earn(jobs::JobContext& job, Parts const& parts) {
  auto const booking = job.id<scheduling::BookingId>("booking");
  return after(job.database().write_now([&](db::Tx& tx) {
    auto const again = earn_session(tx, parts, booking, job.now());
    if (!again) job.finish(tx);
    return again;
  }));
}

}  // namespace

void SessionPlan::appointed(db::Tx& tx, scheduling::Booking const& booking, Instant) {
  jobs::enqueue(tx, {"sessions.close",
                     close_job(booking.id, booking.starts_at),
                     {{"booking", booking.id.str()}, {"starts_at_us", std::to_string(booking.starts_at.micros)}},
                     booking.ends_at});
}

void SessionPlan::called_off(db::Tx& tx, scheduling::Booking const& booking, Instant) {
  jobs::cancel(tx, close_job(booking.id, booking.starts_at));
}

void add_jobs(jobs::JobRunner& runner, Parts const& parts) {
  runner.on("sessions.close", [&parts](jobs::JobContext& job) { return run_close(job, parts); });
  runner.on("sessions.earn", [&parts](jobs::JobContext& job) { return run_earn(job, parts); });
}

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<AttendanceFacts>("sessions.attendance", decide_attendance);
  replayer.on_rule<ConnectionFacts>("sessions.connection", judge_connection);
}

}  // namespace kelisim::sessions
