#include "catalogue/catalogue.h"
#include "http/staff.h"
#include "platform/json/described.h"

namespace kelisim::catalogue {

struct TopicView {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TopicView, (), (id, name))

struct TopicList {
  std::vector<TopicView> topics;
};
BOOST_DESCRIBE_STRUCT(TopicList, (), (topics))

namespace {

http::Reply<TopicList> get_topics(http::Call& call, Parts const& parts) {
  TopicList list;
  auto const& language = parts.brand.spoken(call.language);
  for (auto const& topic : parts.brand.topics) list.topics.push_back({topic.key, topic.label.at(language)});
  return list;
}

}  // namespace

void add_routes(http::Routes& routes, Parts const& parts) {
  routes.add(
      http::Route<Access::anyone, http::Nothing, TopicList>{
          http::Method::get,
          "/v1/catalogue/topics",
          "list_topics",
          {.cacheable = true, .summary = "The topics of the business, in the order in which they are shown"}},
      [&parts](http::Call& call) { return get_topics(call, parts); });
  add_staff_routes(routes, parts);
}

}  // namespace kelisim::catalogue
