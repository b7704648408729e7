#include "retention.h"

#include "platform/http/stored_answers.h"
#include "platform/jobs/jobs.h"

namespace kelisim::server {
namespace {

constexpr Duration period = std::chrono::hours(1);
constexpr Duration answers_kept = std::chrono::days(60);
constexpr Duration jobs_kept = std::chrono::days(400);
constexpr int rows_at_once = 1000;  // a full page is followed by the next an hour later, so that no commit grows long

}  // namespace

void add_retention(jobs::JobRunner& runner) {
  runner.every("server.forget", period, [](jobs::JobContext& job) {
    job.database().write_now([&](db::Tx& tx) {
      http::forget_answers_before(tx, job.now() - answers_kept, rows_at_once);
      jobs::prune(tx, job.now() - jobs_kept, rows_at_once);
      job.finish(tx);
    });
    return jobs::JobResult::done();
  });
}

}  // namespace kelisim::server
