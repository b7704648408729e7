#include "http/staff_jobs.h"

#include "kernel/digits.h"
#include "platform/jobs/jobs.h"

namespace kelisim::server {
namespace {

constexpr int page_size = 50;

struct JobRow {
  std::string id;
  std::string kind;
  std::string state;
  Instant due_at;
  std::int64_t attempts;
  std::optional<std::string> last_error;
  std::optional<Instant> done_at;
};
BOOST_DESCRIBE_STRUCT(JobRow, (), (id, kind, state, due_at, attempts, last_error, done_at))

struct JobList {
  std::vector<JobRow> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(JobList, (), (items, next))

http::Reply<JobList> list(http::Call& call) {
  jobs::JobFilter filter{.state = std::nullopt, .kind = std::nullopt, .before_id = std::nullopt, .limit = page_size};
  if (auto const state = call.query("state")) {
    filter.state = jobs::parse_job_state(*state);
    if (!filter.state) {
      return http::Refused(
          http::Problem{.status = 422, .code = "invalid_query", .errors = {{"state", "unknown_value"}}});
    }
  }
  if (auto const kind = call.query("kind")) filter.kind = std::string(*kind);
  if (auto const cursor = call.query("cursor")) filter.before_id = parse_digits(*cursor);
  JobList found;
  for (auto& job : jobs::list(call.tx, filter)) {
    found.items.push_back({std::to_string(job.id), std::move(job.kind), std::string(jobs::to_text(job.state)),
                           job.due_at, job.attempts, std::move(job.last_error), job.done_at});
  }
  if (found.items.size() == page_size) found.next = found.items.back().id;
  return found;
}

http::Reply<http::Nothing> retry(http::Call& call) {
  auto const id = parse_digits(call.path("id"));
  if (!id || !jobs::retry(call.tx, *id, call.now)) {
    return http::Refused(http::Problem{.status = 404, .code = "failed_job_not_found"});
  }
  return http::Nothing{};
}

}  // namespace

void add_job_routes(http::Routes& routes) {
  http::Route<Access::staff, http::Nothing, JobList> const list_jobs{
      http::Method::get,
      "/v1/staff/jobs",
      "list_jobs",
      {.query = {{"state", "ready, running, done, failed or cancelled"}, {"kind", "the job's name"}, {"cursor", ""}},
       .summary = "Everything that is to be done later, and what became of it"}};
  http::Route<Access::staff, http::Nothing, http::Nothing> const retry_job{
      http::Method::post, "/v1/staff/jobs/{id}/retry", "retry_job", {.summary = "Ask for a failed job again"}};
  routes.add(list_jobs, [](http::Call& call, http::Nothing const&) { return list(call); });
  routes.add(retry_job, [](http::Call& call, http::Nothing const&) { return retry(call); });
}

}  // namespace kelisim::server
