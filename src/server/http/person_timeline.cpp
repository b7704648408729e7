#include "http/person_timeline.h"

#include "claims/timeline.h"
#include "kernel/digits.h"
#include "letters/letters.h"
#include "obligations/timeline.h"
#include "platform/json/described.h"
#include "privacy/staff_access.h"
#include "scheduling/timeline.h"
#include "terms/timeline.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>

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
  /// Cursor of the page after: how many entries are left, so that what comes on top meanwhile, the row that reading
  /// leaves among it, does not push the pages on.
  std::optional<std::string> next;
  bool more;  ///< there is more in some room than any page shows
};
BOOST_DESCRIBE_STRUCT(TimelineView, (), (items, next, more))

namespace {

constexpr int of_each = 200;
constexpr std::ptrdiff_t page_size = 100;
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

struct Told {
  std::vector<terms::TimelineEntry> entries;  ///< newest first
  bool more = false;
};

Told everything_about(db::Tx& tx, TimelineParts const& parts, PersonId person) {
  Told told;
  auto const add = [&](std::vector<terms::TimelineEntry> part) {
    if (std::ssize(part) >= of_each) told.more = true;
    std::ranges::move(part, std::back_inserter(told.entries));
  };
  add(terms::timeline_of(tx, person, of_each));
  add(scheduling::timeline_of(tx, person, of_each));
  add(obligations::timeline_of(tx, person, of_each));
  add(claims::timeline_of(tx, person, of_each));
  add(letters::timeline_of(tx, person, of_each));
  add(reads_of(tx, parts.audit, person));
  std::ranges::sort(told.entries, [](terms::TimelineEntry const& a, terms::TimelineEntry const& b) {
    return std::tie(b.at, a.kind, a.subject, a.detail) < std::tie(a.at, b.kind, b.subject, b.detail);
  });
  return told;
}

http::Reply<TimelineView> get_timeline(http::Call& call, TimelineParts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const cursor = call.query("cursor");
  auto const left = cursor ? parse_digits(*cursor) : std::nullopt;
  if (cursor && !left) {
    return http::Refused(http::Problem{.status = 400, .code = "bad_query", .errors = {{"cursor", "not_a_cursor"}}});
  }
  auto const id = call.path_id<PersonId>("id");
  if (!id || !parts.people.find(call.tx, *id))
    return http::Refused(http::Problem{.status = 404, .code = "person_not_found"});
  auto told = everything_about(call.tx, parts, *id);
  auto const all = std::ssize(told.entries);
  auto const start = left ? std::max<std::ptrdiff_t>(all - *left, 0) : 0;
  TimelineView view{.items = {}, .next = std::nullopt, .more = told.more};
  for (auto& entry : told.entries | std::views::drop(start) | std::views::take(page_size))
    view.items.push_back({entry.at, std::move(entry.kind), std::move(entry.subject), std::move(entry.detail),
                          entry.clause, entry.amount});
  auto const rest = all - start - std::ssize(view.items);
  if (rest > 0) view.next = std::to_string(rest);
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
      {.query = {{"purpose", "why: a word of the closed list of purposes", true},
                 {"cursor", "`next` of the page before"}},
       .summary = "Everything there was with one person, the newest first, each entry with its clause"}};
  route.options.effect = http::Effect::writes;  // reading leaves an audit row
  routes.add(route, [parts](http::Call& call, http::Nothing const&) { return get_timeline(call, parts); });
}

}  // namespace kelisim::server
