#pragma once

#include "news/news.h"
#include "store/news.h"

#include <map>
#include <string>

namespace kelisim::news {

/// By language; every language of the brand.
using Texts = std::map<std::string, NewsText, std::less<>>;

/// Stands in every account at once, and goes to those who opted in before by the job `news.send`.
NewsId publish(db::Tx& tx, Parts const& parts, Texts const& texts, PersonId by, Instant now);

/// Gives or ends the person's wish for news by the channel; repeating it changes nothing.
void choose(db::Tx& tx, Parts const& parts, PersonId person, Channel channel, bool wanted, Instant now);

/// Ends the opt-in of the link, by whoever has the link. Nothing for an unknown token; ended before, the same answer.
[[nodiscard]] std::optional<Channel> unsubscribe(db::Tx& tx, Parts const& parts, std::string_view token, Instant now);

}  // namespace kelisim::news
