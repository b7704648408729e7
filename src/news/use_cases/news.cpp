#include "use_cases/news.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

#include <array>

namespace kelisim::news {
namespace {

constexpr std::size_t token_bytes = 16;

std::string_view word(Channel channel) {
  auto const* name = boost::describe::enum_to_string(channel, nullptr);
  ENSURE(name != nullptr);
  return name;
}

}  // namespace

NewsId publish(db::Tx& tx, Parts const& parts, Texts const& texts, PersonId by, Instant now) {
  auto const id = parts.random.id<NewsId>(now);
  store::insert_news(tx, id, by, now);
  for (auto const& language : parts.brand.languages) {
    auto const text = texts.find(language);
    ENSURE(text != texts.end());
    store::insert_text(tx, id, language, text->second);
  }
  for (auto const channel : {Channel::email, Channel::sms}) {
    jobs::enqueue(tx, {.kind = "news.send",
                       .dedupe_key = fmt::format("news.send:{}:{}:", id.view(), word(channel)),
                       .payload = {{"news", id.str()}, {"channel", std::string(word(channel))}, {"after", ""}},
                       .due_at = now});
  }
  parts.audit.append(tx, now, {.action = "news.published", .actor = by, .object = id.view()});
  return id;
}

void choose(db::Tx& tx, Parts const& parts, PersonId person, Channel channel, bool wanted, Instant now) {
  auto const changed = wanted ? store::insert_opt_in(tx, {.id = parts.random.id<OptInId>(now),
                                                          .person = person,
                                                          .channel = channel,
                                                          .token = parts.random.token(token_bytes),
                                                          .given_at = now})
                              : store::withdraw_opt_in(tx, person, channel, Through::account, now);
  if (!changed) return;
  parts.audit.append(tx, now,
                     {.action = wanted ? "news.opted_in" : "news.opted_out",
                      .actor = person,
                      .subject = person,
                      .object = word(channel)});
}

std::optional<Channel> unsubscribe(db::Tx& tx, Parts const& parts, std::string_view token, Instant now) {
  auto const found = store::find_by_token(tx, token);
  if (!found) return std::nullopt;
  // A later opt-in of the same channel has a link of its own: an old letter does not end it.
  if (store::stands(tx, found->id) && store::withdraw_opt_in(tx, found->person, found->channel, Through::link, now)) {
    parts.audit.append(tx, now,
                       {.action = "news.opted_out",
                        .actor = std::nullopt,
                        .subject = found->person,
                        .object = word(found->channel)});
  }
  return found->channel;
}

}  // namespace kelisim::news
