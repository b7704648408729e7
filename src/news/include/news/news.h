#pragma once

#include "identity/people.h"
#include "identity/settings.h"
#include "notify/notifier.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "terms/brand.h"

#include <string>

/// News of the business about its products: in the account for everybody, outside of it for those who opted in.
namespace kelisim::news {

/// All of it outlives the routes and the jobs.
struct Parts {
  terms::Brand const& brand;
  identity::People const& people;
  identity::Settings const& settings;
  privacy::Audit const& audit;
  notify::Notifier& notifier;
  Random& random;
  std::string origin;  ///< of links in letters: "https://harmonia.kz"
};

/// GET /v1/news, GET|PUT /v1/me/news-choice, POST /v1/unsubscriptions, POST /v1/staff/news.
void add_routes(http::Routes& routes, Parts const& parts);

/// The job `news.send`, and the condition of its messages. Before the first request of a notice.
void add_jobs(jobs::JobRunner& runner, Parts const& parts);

}  // namespace kelisim::news
