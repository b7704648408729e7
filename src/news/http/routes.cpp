#include "platform/http/problems.h"
#include "platform/json/described.h"
#include "terms/clauses.h"
#include "use_cases/news.h"

namespace kelisim::news {

struct NewsView {
  NewsId id;
  std::string title;
  std::string body;
  Instant published_at;
};
BOOST_DESCRIBE_STRUCT(NewsView, (), (id, title, body, published_at))

struct NewsPage {
  std::vector<NewsView> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(NewsPage, (), (items, next))

/// What the person wants outside of the account; an instant says since when.
struct NewsChoice {
  std::optional<Instant> email_since;
  std::optional<Instant> sms_since;
  bool has_email;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(NewsChoice, (), (email_since, sms_since, has_email, clause))

struct ChoiceBody {
  bool email;
  bool sms;
};
BOOST_DESCRIBE_STRUCT(ChoiceBody, (), (email, sms))

struct UnsubscribeBody {
  json::Text<1, 64> token;
};
BOOST_DESCRIBE_STRUCT(UnsubscribeBody, (), (token))

struct Unsubscribed {
  Channel channel;
};
BOOST_DESCRIBE_STRUCT(Unsubscribed, (), (channel))

struct NewsTextBody {
  json::Text<1, 80> title;
  json::Text<1, 2000, true> body;
};
BOOST_DESCRIBE_STRUCT(NewsTextBody, (), (title, body))

struct NewsBody {
  std::map<std::string, NewsTextBody> texts;  ///< by language: every one of the brand's, and no other
};
BOOST_DESCRIBE_STRUCT(NewsBody, (), (texts))

struct PublishedNews {
  NewsId id;
};
BOOST_DESCRIBE_STRUCT(PublishedNews, (), (id))

namespace {

using http::Method;
using http::Nothing;
using http::Reply;
using http::Route;

constexpr int page_size = 50;

NewsPage list(http::Call& call, Parts const& parts) {
  auto const cursor = call.query("cursor");
  auto const rows = store::list_news(call.tx, parts.brand.spoken(call.language),
                                     cursor ? NewsId::parse(*cursor) : std::nullopt, page_size);
  NewsPage page;
  for (auto const& row : rows) page.items.push_back({row.id, row.text.title, row.text.body, row.published_at});
  if (std::ssize(rows) == page_size) page.next = rows.back().id.str();
  return page;
}

NewsChoice choice_of(http::Call& call, Parts const& parts) {
  NewsChoice choice{.email_since = std::nullopt,
                    .sms_since = std::nullopt,
                    .has_email = parts.people.email(call.tx, call.person()).has_value(),
                    .clause = terms::clause("HAR-4.1.2a")};
  for (auto const& one : store::standing_of(call.tx, call.person())) {
    (one.channel == Channel::email ? choice.email_since : choice.sms_since) = one.given_at;
  }
  return choice;
}

NewsChoice put_choice(http::Call& call, Parts const& parts, ChoiceBody const& body) {
  choose(call.tx, parts, call.person(), Channel::email, body.email, call.now);
  choose(call.tx, parts, call.person(), Channel::sms, body.sms, call.now);
  return choice_of(call, parts);
}

Reply<Unsubscribed> post_unsubscription(http::Call& call, Parts const& parts, UnsubscribeBody const& body) {
  auto const channel = unsubscribe(call.tx, parts, body.token.view(), call.now);
  if (!channel) return http::Refused(http::Problem{.status = 404, .code = "no_such_subscription"});
  return Unsubscribed{*channel};
}

Reply<PublishedNews> post_news(http::Call& call, Parts const& parts, NewsBody const& body) {
  Texts texts;
  for (auto const& [language, text] : body.texts) {
    if (!parts.brand.speaks(language)) {
      return http::Refused(http::wrong_field("texts." + language, "unknown_field"));
    }
    texts.emplace(language, NewsText{text.title.value, text.body.value});
  }
  for (auto const& language : parts.brand.languages) {
    if (texts.contains(language)) continue;
    return http::Refused(http::wrong_field("texts." + language, "missing"));
  }
  return PublishedNews{publish(call.tx, parts, texts, call.person(), call.now)};
}

}  // namespace

void add_routes(http::Routes& routes, Parts const& parts) {
  routes.add(Route<Access::signed_in, Nothing, NewsPage>{Method::get,
                                                         "/v1/news",
                                                         "list_news",
                                                         {.query = {{"cursor", "`next` of the page before"}},
                                                          .summary = "News of the business, newest first"}},
             [&parts](http::Call& call) -> Reply<NewsPage> { return list(call, parts); });
  routes.add(
      Route<Access::client_or_barred, Nothing, NewsChoice>{Method::get, "/v1/me/news-choice", "read_news_choice"},
      [&parts](http::Call& call) -> Reply<NewsChoice> { return choice_of(call, parts); });
  routes.add(
      Route<Access::client_or_barred, ChoiceBody, NewsChoice>{
          Method::put,
          "/v1/me/news-choice",
          "choose_news",
          {.summary = "Opt in to news by e-mail or SMS, or out of them (HAR-4.1.2a)"}},
      [&parts](http::Call& call, ChoiceBody const& body) -> Reply<NewsChoice> {
        return put_choice(call, parts, body);
      });
  routes.add(
      Route<Access::anyone, UnsubscribeBody, Unsubscribed>{
          Method::post,
          "/v1/unsubscriptions",
          "unsubscribe",
          {.summary = "Ends the news that the link came with; the link is all it takes"}},
      [&parts](http::Call& call, UnsubscribeBody const& body) { return post_unsubscription(call, parts, body); });
  routes.add(
      Route<Access::administrator, NewsBody, PublishedNews>{
          Method::post,
          "/v1/staff/news",
          "publish_news",
          {.success = 201,
           .summary = "News for every account, and outside of it for those who opted in (HAR-4.1.2a)"}},
      [&parts](http::Call& call, NewsBody const& body) { return post_news(call, parts, body); });
}

}  // namespace kelisim::news
