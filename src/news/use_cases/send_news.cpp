#include "identity/sms_budget.h"
#include "kernel/ensure.h"
#include "use_cases/news.h"

#include <fmt/format.h>
#include <boost/describe/enum_from_string.hpp>

#include <algorithm>

namespace kelisim::news {
namespace {

constexpr int opt_ins_at_once = 100;

/// Nothing any more when there is no email address to send to.
bool is_reached(db::Tx& tx, Parts const& parts, OptIn const& one) {
  auto const by_email = one.channel == Channel::email;
  auto const announced = decide_announcement({.email_opt_in = by_email,
                                              .sms_opt_in = !by_email,
                                              .has_email = by_email && parts.people.email(tx, one.person)});
  return std::ranges::find(announced.channels, one.channel) != announced.channels.end();
}

void write_to(db::Tx& tx, Parts const& parts, NewsId id, OptIn const& one, Instant now) {
  auto const person = parts.people.find(tx, one.person);
  if (!person || !is_reached(tx, parts, one)) return;
  auto const news = store::find_news(tx, id, parts.brand.spoken(person->language));
  ENSURE(news.has_value());
  parts.notifier.request(tx, now,
                         {.template_name = one.channel == Channel::email ? "news_email" : "news_sms",
                          .to = one.person,
                          .subject = id.str(),
                          .dedupe = fmt::format("news:{}:{}", id.view(), one.id.view()),
                          .path = "/news",
                          .values = {{"news_title", news->text.title},
                                     {"news_body", news->text.body},
                                     {"unsubscribe", fmt::format("{}/unsubscribe/{}", parts.origin, one.token)}},
                          .condition = {"news_wanted", {{"opt_in", one.id.str()}}},
                          .due_at = now});
}

/// The first instant of the next day of the business.
Instant next_day(Zone const& zone, Instant now) {
  return zone.instant({add_days(zone.local(now).date, 1), civil_time(0)});
}

jobs::JobResult send(jobs::JobContext& job, Parts const& parts) {
  auto const id = job.id<NewsId>("news");
  auto const after = OptInId::parse(job.text("after"));
  Channel channel{};
  ENSURE(boost::describe::enum_from_string(job.text("channel").c_str(), channel));
  auto const sent = job.database().write_now([&](db::Tx& tx) {
    if (channel == Channel::sms && !identity::sms_budget_left_for_news(tx, parts.settings, job.now())) return false;
    auto const published_at = store::find_news(tx, id, parts.brand.default_language)->published_at;
    auto const some = store::opted_in(tx, channel, published_at, after, opt_ins_at_once);
    for (auto const& one : some) write_to(tx, parts, id, one, job.now());
    if (std::ssize(some) == opt_ins_at_once) {
      jobs::enqueue(
          tx, {.kind = "news.send",
               .dedupe_key = fmt::format("news.send:{}:{}:{}", id.view(), job.text("channel"), some.back().id.view()),
               .payload = {{"news", id.str()}, {"channel", job.text("channel")}, {"after", some.back().id.str()}},
               .due_at = job.now()});
    }
    job.finish(tx);
    return true;
  });
  return sent ? jobs::JobResult::done() : jobs::JobResult::again(next_day(parts.brand.zone, job.now()));
}

}  // namespace

void add_jobs(jobs::JobRunner& runner, Parts const& parts) {
  parts.notifier.on_condition("news_wanted", [](db::Tx& tx, jobs::Payload const& about, Instant) {
    auto const id = OptInId::parse(about.at("opt_in"));
    ENSURE(id.has_value());
    return store::stands(tx, *id);
  });
  runner.on("news.send", [&parts](jobs::JobContext& job) { return send(job, parts); });
}

}  // namespace kelisim::news
