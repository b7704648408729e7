#include "store/outages.h"
#include "http/routes.h"
#include "obligations/obligations.h"
#include "terms/clauses.h"
#include "use_cases/outages.h"

namespace kelisim::scheduling {

struct OutageBody {
  OutageKind kind;
  Instant from;
  std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(OutageBody, (), (kind, from, until))

struct RemedyTextBody {
  json::Text<1, 2000, true> remedy;
};
BOOST_DESCRIBE_STRUCT(RemedyTextBody, (), (remedy))

struct PaperBody {
  OutagePaper what;
  json::Text<1, 2000, true> text;  ///< of the notice, or number and issuer of the certificate
};
BOOST_DESCRIBE_STRUCT(PaperBody, (), (what, text))

struct PaperView {
  OutagePaper what;
  Instant due_at;
  std::optional<Instant> given_at;
  bool late;
  std::optional<std::string> text;
  std::optional<std::string> file;  ///< of the certificate, to be fetched from /v1/outages/{id}/certificate
};
BOOST_DESCRIBE_STRUCT(PaperView, (), (what, due_at, given_at, late, text, file))

struct ProlongationBody {
  Instant until;
};
BOOST_DESCRIBE_STRUCT(ProlongationBody, (), (until))

struct ProlongationView {
  Instant from;
  Instant until;
  PersonId by;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ProlongationView, (), (from, until, by, at))

/// What everybody may see.
struct StatusItem {
  OutageId id;
  OutageKind kind;
  Instant from;
  std::optional<Instant> until;
  std::optional<Instant> closed_at;
  bool has_certificate;  ///< of a force majeure: there to be fetched
};
BOOST_DESCRIBE_STRUCT(StatusItem, (), (id, kind, from, until, closed_at, has_certificate))

struct StatusView {
  bool working;  ///< nothing stands in the way now
  std::vector<StatusItem> now;
  std::vector<StatusItem> ahead;  ///< announced, the nearest first
  std::vector<StatusItem> past;   ///< of the last 90 days, the latest first
};
BOOST_DESCRIBE_STRUCT(StatusView, (), (working, now, ahead, past))

struct OutageView {
  OutageId id;
  OutageKind kind;
  Instant from;
  std::optional<Instant> until;
  PersonId owner;
  Instant opened_at;
  std::optional<Instant> closed_at;
  std::optional<PersonId> closed_by;
  std::optional<std::string> remedy;
  std::int64_t bookings;    ///< found so far
  std::int64_t called_off;  ///< of them
  std::vector<PaperView> papers;
  std::vector<ProlongationView> prolongations;
};
BOOST_DESCRIBE_STRUCT(OutageView, (),
                      (id, kind, from, until, owner, opened_at, closed_at, closed_by, remedy, bookings, called_off,
                       papers, prolongations))

struct OutageList {
  std::vector<OutageView> items;
};
BOOST_DESCRIBE_STRUCT(OutageList, (), (items))

namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Refused;
using http::Reply;
using http::Route;

constexpr int outages_shown = 100;
constexpr auto past_shown = std::chrono::days(90);

std::vector<PaperView> papers_of(db::Tx& tx, Outage const& outage, Instant now) {
  std::vector<PaperView> views;
  auto const given = store::papers_of(tx, outage.id);
  for (auto const what : {OutagePaper::notice, OutagePaper::certificate}) {
    auto const promise = obligations::find_promise(tx, paper_promise(outage.id, what));
    if (!promise) continue;
    PaperView view{what, promise->due_at, promise->ended_at, promise->ended_at.value_or(now) > promise->due_at, {},
                   {}};
    for (auto const& paper : given) {
      if (paper.what != what) continue;
      view.text = paper.text;
      view.file = paper.file;
    }
    views.push_back(std::move(view));
  }
  return views;
}

OutageView view_of(db::Tx& tx, Outage const& outage, Instant now) {
  auto const counts = store::count_affected(tx, outage.id);
  std::vector<ProlongationView> prolongations;
  for (auto const& one : store::prolongations_of(tx, outage.id)) {
    prolongations.push_back({one.from, one.until, one.by, one.at});
  }
  return {.id = outage.id,
          .kind = outage.kind,
          .from = outage.from,
          .until = outage.until,
          .owner = outage.opened_by,
          .opened_at = outage.opened_at,
          .closed_at = outage.closed_at,
          .closed_by = outage.closed_by,
          .remedy = outage.remedy,
          .bookings = counts.found,
          .called_off = counts.called_off,
          .papers = papers_of(tx, outage, now),
          .prolongations = std::move(prolongations)};
}

StatusView get_status(Call& call) {
  StatusView status{.working = true, .now = {}, .ahead = {}, .past = {}};
  for (auto const& outage : store::list_outages(call.tx, outages_shown)) {
    StatusItem item{outage.id,    outage.kind,      outage.from,
                    outage.until, outage.closed_at, has_certificate(call.tx, outage.id)};
    auto const over = outage.closed_at || (outage.until && *outage.until <= call.now);
    if (!over && outage.from > call.now) {
      status.ahead.push_back(item);
    } else if (!over) {
      status.working = false;
      status.now.push_back(item);
    } else if (outage.from > call.now - past_shown && time_of(outage, call.now).ends_at > outage.from) {
      status.past.push_back(item);
    }
  }
  std::ranges::sort(status.ahead, {}, &StatusItem::from);
  std::ranges::sort(status.past, std::ranges::greater{}, &StatusItem::from);
  return status;
}

OutageList get_outages(Call& call) {
  OutageList list;
  for (auto const& outage : store::list_outages(call.tx, outages_shown))
    list.items.push_back(view_of(call.tx, outage, call.now));
  return list;
}

Reply<OutageView> post_outage(Call& call, OutageBody const& body, Parts const& parts) {
  auto const opened = open_outage(call.tx, parts, {body.kind, body.from, body.until, call.person()}, call.now);
  if (!opened) return Refused(problem(opened.error()));
  return view_of(call.tx, *opened, call.now);
}

std::optional<Outage> outage_in_path(Call& call) {
  auto const id = call.path_id<OutageId>("id");
  return id ? store::find_outage(call.tx, *id) : std::nullopt;
}

Reply<OutageView> post_closing(Call& call, RemedyTextBody const& body, Parts const& parts) {
  auto const outage = outage_in_path(call);
  if (!outage) return Refused({.status = 404, .code = "outage_not_found"});
  if (!close_outage(call.tx, parts, outage->id, body.remedy.view(), call.person(), call.now))
    return Refused({.status = 409, .code = "closed_already"});
  return view_of(call.tx, *store::find_outage(call.tx, outage->id), call.now);
}

Reply<OutageView> post_paper(Call& call, PaperBody const& body) {
  auto const outage = outage_in_path(call);
  if (!outage) return Refused({.status = 404, .code = "outage_not_found"});
  auto const given = give_paper(call.tx, *outage, {body.what, call.now, call.person(), body.text.value});
  if (!given && given.error() == PaperRefusal::file_missing) {
    return Refused({.status = 409, .code = "certificate_file_missing", .clause = terms::clause("HAR-7.3a")});
  }
  if (!given && given.error() == PaperRefusal::no_force_majeure)
    return Refused({.status = 409, .code = "no_force_majeure"});
  if (!given) return Refused({.status = 409, .code = "given_already"});
  return view_of(call.tx, *outage, call.now);
}

Reply<OutageView> post_prolongation(Call& call, ProlongationBody const& body, Parts const& parts) {
  auto const outage = outage_in_path(call);
  if (!outage) return Refused({.status = 404, .code = "outage_not_found"});
  auto const longer = prolong_outage(call.tx, parts, *outage, body.until, call.person(), call.now);
  if (!longer) return Refused(problem(longer.error()));
  return view_of(call.tx, *longer, call.now);
}

}  // namespace

void add_outage_routes(http::Routes& routes, Parts const& parts) {
  routes.add(
      Route<Access::anyone, Nothing, StatusView>{
          Method::get, "/v1/status", "get_status", {.summary = "Whether the service works, and when it will not"}},
      [](Call& call) -> Reply<StatusView> { return get_status(call); });
  routes.add(Route<Access::staff, Nothing, OutageList>{Method::get, "/v1/staff/outages", "list_outages"},
             [](Call& call) -> Reply<OutageList> { return get_outages(call); });
  routes.add(
      Route<Access::support, OutageBody, OutageView>{
          Method::post,
          "/v1/staff/outages",
          "open_outage",
          {.success = 201, .summary = "Planned work, a failure or force majeure; its sessions are found and told"}},
      [&parts](Call& call, OutageBody const& body) { return post_outage(call, body, parts); });
  routes.add(Route<Access::support, RemedyTextBody, OutageView>{Method::post, "/v1/staff/outages/{id}/closing",
                                                                "close_outage"},
             [&parts](Call& call, RemedyTextBody const& body) { return post_closing(call, body, parts); });
  routes.add(Route<Access::support, PaperBody, OutageView>{Method::post, "/v1/staff/outages/{id}/papers",
                                                           "give_outage_paper"},
             [](Call& call, PaperBody const& body) { return post_paper(call, body); });
  routes.add(
      Route<Access::support, ProlongationBody, OutageView>{
          Method::post,
          "/v1/staff/outages/{id}/prolongation",
          "prolong_outage",
          {.summary = "A force majeure lasts longer than was expected; its sessions are found and told"}},
      [&parts](Call& call, ProlongationBody const& body) { return post_prolongation(call, body, parts); });
}

}  // namespace kelisim::scheduling
