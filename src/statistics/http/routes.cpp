#include "identity/anonymous.h"
#include "platform/json/described.h"
#include "statistics/statistics.h"
#include "store/publications.h"

#include <map>

namespace kelisim::statistics {

struct FigureView {
  std::string age_band;
  std::string topic;
  std::string topic_label;
  std::int64_t people;
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (age_band, topic, topic_label, people))

/// HAR-4.3.8c: what people chose to state; `not_stated` is who did not.
struct StatedView {
  std::string age_band;
  std::string answer;
  std::int64_t people;
};
BOOST_DESCRIBE_STRUCT(StatedView, (), (age_band, answer, people))

struct StatisticsView {
  std::optional<Instant> published_at;  ///< absent: nothing has been published yet
  std::int64_t least_group;             ///< smaller groups are left out, and figures are rounded down to it
  std::vector<FigureView> figures;
  std::int64_t people;  ///< in the groups that are shown
  std::vector<StatedView> sexes;
  std::vector<StatedView> emotional_states;
};
BOOST_DESCRIBE_STRUCT(StatisticsView, (), (published_at, least_group, figures, people, sexes, emotional_states))

namespace {

constexpr std::int64_t least_group = 10;  // an engineering default: no document states it (AMB-P14)

std::string label_of(terms::Brand const& brand, std::string const& key, std::string_view language) {
  for (auto const& topic : brand.topics) {
    if (topic.key == key) return topic.label.find(brand.spoken(language))->second;
  }
  return key;
}

std::vector<Group> groups_of(store::Publication const& publication, Trait trait) {
  auto const found = publication.groups.find(trait);
  return found == publication.groups.end() ? std::vector<Group>() : found->second;
}

std::vector<StatedView> stated_of(store::Publication const& publication, Trait trait) {
  std::vector<StatedView> views;
  for (auto const& group : groups_of(publication, trait)) {
    if (group.published > 0) views.push_back({group.age_band, group.answer, group.published});
  }
  return views;
}

StatisticsView view_of(Parts const& parts, std::optional<store::Publication> const& last, std::string_view language) {
  StatisticsView view{.published_at = std::nullopt,
                      .least_group = least_group,
                      .figures = {},
                      .people = 0,
                      .sexes = {},
                      .emotional_states = {}};
  if (!last) return view;
  view.published_at = last->published_at;
  for (auto const& group : groups_of(*last, Trait::topic)) {
    if (group.published == 0) continue;
    view.figures.push_back(
        {group.age_band, group.answer, label_of(parts.brand, group.answer, language), group.published});
    view.people += group.published;
  }
  view.sexes = stated_of(*last, Trait::sex);
  view.emotional_states = stated_of(*last, Trait::emotional_state);
  return view;
}

std::map<Trait, std::vector<Counted>> count_clients(db::Tx& tx, Parts const& parts) {
  std::map<Trait, std::map<std::pair<std::string, std::string>, std::int64_t>> counts{
      {Trait::topic, {}}, {Trait::sex, {}}, {Trait::emotional_state, {}}};
  identity::for_each_answer(tx, parts.vault, [&](identity::Answered const& one) {
    std::string const band(age_band(one.age));
    ++counts[Trait::topic][{band, one.topic}];
    ++counts[Trait::sex][{band, stated(one.sex)}];
    ++counts[Trait::emotional_state][{band, stated(one.emotional_state)}];
  });
  std::map<Trait, std::vector<Counted>> counted;
  for (auto const& [trait, groups] : counts) {
    for (auto const& [key, people] : groups) counted[trait].push_back({key.first, key.second, people});
  }
  return counted;
}

std::map<Trait, std::vector<Group>> groups_now(db::Tx& tx, Parts const& parts,
                                               std::optional<store::Publication> const& last) {
  std::map<Trait, std::vector<Group>> groups;
  auto const counted = count_clients(tx, parts);
  for (auto const trait : {Trait::topic, Trait::sex, Trait::emotional_state}) {
    auto const now = counted.find(trait);
    groups[trait] = decide_groups(last ? groups_of(*last, trait) : std::vector<Group>(),
                                  now == counted.end() ? std::vector<Counted>() : now->second, least_group);
  }
  return groups;
}

http::Reply<StatisticsView> publish(http::Call& call, Parts const& parts) {
  auto const last = store::last_publication(call.tx);
  store::Publication const next{
      .number = last ? last->number + 1 : 1, .published_at = call.now, .groups = groups_now(call.tx, parts, last)};
  if (!store::insert_publication(call.tx, next, call.person())) {
    return http::Refused(http::Problem{.status = 409, .code = "published_meanwhile"});
  }
  parts.audit.append(call.tx, call.now, {.action = "statistics.published", .actor = call.person()});
  return view_of(parts, next, call.language);
}

}  // namespace

void add_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::anyone, http::Nothing, StatisticsView>{
          Method::get,
          "/v1/statistics",
          "get_statistics",
          {.cacheable = true,
           .summary =
               "Published figures by age band: topic, sex and emotional state; no group below the least size"}},
      [&parts](http::Call& call) -> http::Reply<StatisticsView> {
        return view_of(parts, store::last_publication(call.tx), call.language);
      });
  routes.add(
      http::Route<Access::administrator, http::Nothing, StatisticsView>{
          Method::post,
          "/v1/staff/statistics",
          "publish_statistics",
          {.success = 201, .summary = "Count the clients and publish what may be published (HAR-4.3.8b)"}},
      [&parts](http::Call& call) { return publish(call, parts); });
}

}  // namespace kelisim::statistics
