#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "scheduling/scheduling.h"
#include "use_cases/holds.h"
#include "use_cases/outages.h"
#include "use_cases/remedies.h"

#include <boost/describe/enum_from_string.hpp>

namespace kelisim::scheduling {

namespace {

constexpr int holds_per_run = 500;

jobs::JobResult expire_holds_job(jobs::JobContext& context, Parts const& parts) {
  context.database().write_now([&](db::Tx& tx) { expire_holds(tx, parts, context.now(), holds_per_run); });
  return jobs::JobResult::done();
}

jobs::JobResult settle_remedy_job(jobs::JobContext& context, Parts const& parts) {
  auto const booking = context.id<BookingId>("booking");
  context.database().write_now([&](db::Tx& tx) {
    settle_remedy(tx, parts, booking, context.now());
    context.finish(tx);
  });
  return jobs::JobResult::done();
}

jobs::JobResult settle_outage_job(jobs::JobContext& context, Parts const& parts) {
  auto const outage = context.id<OutageId>("outage");
  auto const again = context.database().write_now([&](db::Tx& tx) {
    auto const next = settle_outage(tx, parts, outage, context.now());
    if (!next) context.finish(tx);
    return next;
  });
  return again ? jobs::JobResult::again(*again) : jobs::JobResult::done();
}

/// A reminder of a start that is not the booking's any more, or of a booking that is off, is not written at all.
jobs::JobResult remind_job(jobs::JobContext& context, Parts const& parts) {
  auto const id = context.id<BookingId>("booking");
  auto const starts_at = parse_digits(context.text("starts_at_us"));
  BookingNoticeKind kind{};
  ENSURE(starts_at && boost::describe::enum_from_string(context.text("kind").c_str(), kind));
  context.database().write_now([&](db::Tx& tx) {
    Instant const start{*starts_at};
    if (still_holds(tx, kind, id, start, context.now())) {
      auto const booking = find_booking(tx, id);
      auto const opens_at = parts.sessions.about(tx, *booking, Party::client, context.now()).room_opens_at;
      auto const minutes = std::chrono::floor<std::chrono::minutes>(start - opens_at).count();
      for (auto const& person : {booking->client, booking->specialist})
        parts.notices.request(tx, context.now(),
                              {.kind = kind, .booking = id, .to = person, .starts_at = start, .minutes = minutes});
    }
    context.finish(tx);
  });
  return jobs::JobResult::done();
}

}  // namespace

void add_jobs(jobs::JobRunner& runner, Parts const& parts) {
  runner.every("scheduling.expire_holds", std::chrono::minutes(1),
               [&parts](jobs::JobContext& context) { return expire_holds_job(context, parts); });
  runner.on("scheduling.settle_remedy",
            [&parts](jobs::JobContext& context) { return settle_remedy_job(context, parts); });
  runner.on("scheduling.settle_outage",
            [&parts](jobs::JobContext& context) { return settle_outage_job(context, parts); });
  runner.on("scheduling.remind", [&parts](jobs::JobContext& context) { return remind_job(context, parts); });
}

}  // namespace kelisim::scheduling
