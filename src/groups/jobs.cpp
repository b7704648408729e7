#include "groups/groups.h"
#include "store/messages.h"
#include "use_cases/changes.h"

namespace kelisim::groups {
namespace {

constexpr Duration period = std::chrono::hours(1);
constexpr int rows_at_once = 1000;  // a full page is followed by the next an hour later, so that no commit grows long

}  // namespace

void add_jobs(jobs::JobRunner& runner, Parts const& parts) {
  add_conditions(parts.notifier);
  runner.every("groups.forget", period, [&parts](jobs::JobContext& job) {
    auto const before = job.now() - std::chrono::days(parts.settings.chat_kept_days);
    job.database().write_now([&](db::Tx& tx) {
      store::forget_messages_before(tx, before, rows_at_once);
      job.finish(tx);
    });
    return jobs::JobResult::done();
  });
}

}  // namespace kelisim::groups
