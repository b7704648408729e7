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

struct StatisticsView {
  std::optional<Instant> published_at;  ///< absent: nothing has been published yet
  std::int64_t least_group;             ///< smaller groups are left out, and figures are rounded down to it
  std::vector<FigureView> figures;
  std::int64_t people;  ///< in the groups that are shown
};
BOOST_DESCRIBE_STRUCT(StatisticsView, (), (published_at, least_group, figures, people))

namespace {

constexpr std::int64_t least_group = 10;  // an engineering default: no document states it (AMB-P14)

std::string label_of(terms::Brand const& brand, std::string const& key, std::string_view language) {
  for (auto const& topic : brand.topics) {
    if (topic.key == key) return topic.label.find(brand.spoken(language))->second;
  }
  return key;
}

StatisticsView view_of(Parts const& parts, std::optional<store::Publication> const& last, std::string_view language) {
  StatisticsView view{.published_at = std::nullopt, .least_group = least_group, .figures = {}, .people = 0};
  if (!last) return view;
  view.published_at = last->published_at;
  for (auto const& group : last->groups) {
    if (group.published == 0) continue;
    view.figures.push_back(
        {group.age_band, group.topic, label_of(parts.brand, group.topic, language), group.published});
    view.people += group.published;
  }
  return view;
}

std::vector<Counted> count_clients(db::Tx& tx, Parts const& parts) {
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  identity::for_each_answer(
      tx, parts.vault, [&](identity::Answered const& one) { ++counts[{std::string(age_band(one.age)), one.topic}]; });
  std::vector<Counted> counted;
  for (auto const& [key, people] : counts) counted.push_back({key.first, key.second, people});
  return counted;
}

http::Reply<StatisticsView> publish(http::Call& call, Parts const& parts) {
  auto const last = store::last_publication(call.tx);
  store::Publication const next{.number = last ? last->number + 1 : 1,
                                .published_at = call.now,
                                .groups = decide_groups(last ? last->groups : std::vector<Group>(),
                                                        count_clients(call.tx, parts), least_group)};
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
           .summary = "Published figures: age band, topic, people; no group below the least size"}},
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
