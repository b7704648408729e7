#include "http/person_timeline.h"

#include "obligations/timeline.h"
#include "platform/json/described.h"
#include "privacy/staff_access.h"
#include "scheduling/timeline.h"
#include "terms/timeline.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace kelisim::server {

struct TimelineEntryView {
  Instant at;
  std::string kind;
  std::string subject;
  std::string detail;
  std::optional<Clause> clause;
  std::optional<Money> amount;
};
BOOST_DESCRIBE_STRUCT(TimelineEntryView, (), (at, kind, subject, detail, clause, amount))

struct TimelineView {
  std::vector<TimelineEntryView> items;
  bool more;  ///< there is more in some room than stands here
};
BOOST_DESCRIBE_STRUCT(TimelineView, (), (items, more))

namespace {

constexpr int of_each = 200;
constexpr std::ptrdiff_t shown = 500;
constexpr std::string_view action_timeline = "server.read_timeline";

/// Who of the staff looked at this person, and why: a part of what there was.
std::vector<terms::TimelineEntry> reads_of(db::Tx& tx, privacy::Audit const& audit, PersonId person) {
  std::vector<terms::TimelineEntry> entries;
  for (auto const& row : audit.list(tx, {.subject = person, .limit = of_each})) {
    if (!row.actor || *row.actor == person.view()) continue;
    entries.push_back({.at = row.at, .kind = row.action, .subject = row.object, .detail = row.purpose.value_or("")});
  }
  return entries;
}

http::Reply<TimelineView> get_timeline(http::Call& call, TimelineParts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const id = call.path_id<PersonId>("id");
  if (!id || !parts.people.find(call.tx, *id))
    return http::Refused(http::Problem{.status = 404, .code = "person_not_found"});
  TimelineView view{.items = {}, .more = false};
  std::vector<terms::TimelineEntry> all;
  auto const add = [&](std::vector<terms::TimelineEntry> part) {
    if (std::ssize(part) >= of_each) view.more = true;
    std::ranges::move(part, std::back_inserter(all));
  };
  add(terms::timeline_of(call.tx, *id, of_each));
  add(scheduling::timeline_of(call.tx, *id, of_each));
  add(obligations::timeline_of(call.tx, *id, of_each));
  add(reads_of(call.tx, parts.audit, *id));
  std::ranges::sort(all, [](terms::TimelineEntry const& a, terms::TimelineEntry const& b) {
    return std::tie(b.at, a.kind, a.subject) < std::tie(a.at, b.kind, b.subject);
  });
  if (std::ssize(all) > shown) view.more = true;
  for (auto& entry : all | std::views::take(shown))
    view.items.push_back({entry.at, std::move(entry.kind), std::move(entry.subject), std::move(entry.detail),
                          entry.clause, entry.amount});
  parts.audit.append(call.tx, call.now,
                     {.action = action_timeline, .actor = call.person(), .subject = *id, .purpose = *purpose});
  return view;
}

}  // namespace

void add_timeline_route(http::Routes& routes, TimelineParts const& parts) {
  http::Route<Access::staff, http::Nothing, TimelineView> route{
      http::Method::get,
      "/v1/staff/people/{id}/timeline",
      "read_person_timeline",
      {.query = {{"purpose", "why: a word of the closed list of purposes", true}},
       .summary = "Everything there was with one person, the newest first, each entry with its clause"}};
  route.options.effect = http::Effect::writes;  // reading leaves an audit row
  routes.add(route, [parts](http::Call& call, http::Nothing const&) { return get_timeline(call, parts); });
}

}  // namespace kelisim::server
