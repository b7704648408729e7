#pragma once

#include "kernel/id.h"
#include "news/rules/announce.h"
#include "platform/db/tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::news {

using NewsId = Id<struct NewsTag>;
using OptInId = Id<struct NewsOptInTag>;

struct NewsText {
  std::string title;
  std::string body;
};

/// A piece of news in one language.
struct News {
  NewsId id;
  Instant published_at;
  NewsText text;
};

/// The person's standing wish for news by one channel.
struct OptIn {
  OptInId id;
  PersonId person;
  Channel channel;
  std::string token;
  Instant given_at;
};

/// How an opt-in ended.
enum class Through : std::uint8_t { account = 1, link = 2 };
BOOST_DESCRIBE_ENUM(Through, account, link)

namespace store {

void insert_news(db::Tx& tx, NewsId id, PersonId by, Instant now);
void insert_text(db::Tx& tx, NewsId id, std::string_view language, NewsText const& text);
[[nodiscard]] std::optional<News> find_news(db::Tx& tx, NewsId id, std::string_view language);
/// Newest first.
[[nodiscard]] std::vector<News> list_news(db::Tx& tx, std::string_view language, std::optional<NewsId> before,
                                          int limit);

/// False when one stands.
bool insert_opt_in(db::Tx& tx, OptIn const& opt_in);
/// False when none stood.
bool withdraw_opt_in(db::Tx& tx, PersonId person, Channel channel, Through through, Instant now);
[[nodiscard]] std::vector<OptIn> standing_of(db::Tx& tx, PersonId person);
[[nodiscard]] bool stands(db::Tx& tx, OptInId id);
/// Whether it stands or not.
[[nodiscard]] std::optional<OptIn> find_by_token(db::Tx& tx, std::string_view token);
/// Those that stand and were given before `given_before`, in the order of their ids.
[[nodiscard]] std::vector<OptIn> opted_in(db::Tx& tx, Channel channel, Instant given_before,
                                          std::optional<OptInId> after, int limit);

}  // namespace store
}  // namespace kelisim::news
