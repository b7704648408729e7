#include "store/news.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::news::store {
namespace {

constexpr std::string_view first_id = "00000000000000000000000000";
constexpr std::string_view last_id = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ";

constexpr db::Sql insert_item{"news.insert_item",
                              "INSERT INTO news_items (id, published_by, published_at_us) VALUES ($1, $2, $3)"};
constexpr db::Sql insert_words{"news.insert_text",
                               "INSERT INTO news_texts (news, language, title, body) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql select_one{"news.find_news",
                             "SELECT n.id, n.published_at_us, t.title, t.body FROM news_items n"
                             " JOIN news_texts t ON t.news = n.id AND t.language = $2 WHERE n.id = $1"};
constexpr db::Sql select_list{"news.list_news",
                              "SELECT n.id, n.published_at_us, t.title, t.body FROM news_items n"
                              " JOIN news_texts t ON t.news = n.id AND t.language = $1"
                              " WHERE n.id < $2 ORDER BY n.id DESC LIMIT $3"};
constexpr db::Sql insert_wish{"news.insert_opt_in",
                              "INSERT INTO news_opt_ins (id, person, channel, token, given_at_us)"
                              " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
constexpr db::Sql end_wish{"news.withdraw_opt_in",
                           "UPDATE news_opt_ins SET withdrawn_at_us = $3, withdrawn_through = $4"
                           " WHERE person = $1 AND channel = $2 AND withdrawn_at_us IS NULL"};
constexpr db::Sql select_standing{"news.standing_of",
                                  "SELECT id, person, channel, token, given_at_us FROM news_opt_ins"
                                  " WHERE person = $1 AND withdrawn_at_us IS NULL ORDER BY channel"};
constexpr db::Sql select_by_id{"news.stands",
                               "SELECT id FROM news_opt_ins WHERE id = $1 AND withdrawn_at_us IS NULL"};
constexpr db::Sql select_by_token{
    "news.find_by_token", "SELECT id, person, channel, token, given_at_us FROM news_opt_ins WHERE token = $1"};
constexpr db::Sql select_opted_in{"news.opted_in",
                                  "SELECT id, person, channel, token, given_at_us FROM news_opt_ins"
                                  " WHERE channel = $1 AND withdrawn_at_us IS NULL AND id > $2 AND given_at_us < $3"
                                  " ORDER BY id LIMIT $4"};

template <class E>
std::string_view word(E value) {
  auto const* name = boost::describe::enum_to_string(value, nullptr);
  ENSURE(name != nullptr);
  return name;
}

News read_news(db::Row const& row) {
  return {.id = row.id<NewsId>(0), .published_at = row.instant(1), .text = {.title = row.str(2), .body = row.str(3)}};
}

OptIn read_opt_in(db::Row const& row) {
  Channel channel{};
  ENSURE(boost::describe::enum_from_string(row.str(2).c_str(), channel));
  return {.id = row.id<OptInId>(0),
          .person = row.id<PersonId>(1),
          .channel = channel,
          .token = row.str(3),
          .given_at = row.instant(4)};
}

}  // namespace

void insert_news(db::Tx& tx, NewsId id, PersonId by, Instant now) { tx.execute(insert_item, id, by, now); }

void insert_text(db::Tx& tx, NewsId id, std::string_view language, NewsText const& text) {
  tx.execute(insert_words, id, language, text.title, text.body);
}

std::optional<News> find_news(db::Tx& tx, NewsId id, std::string_view language) {
  return tx.one(select_one, read_news, id, language);
}

std::vector<News> list_news(db::Tx& tx, std::string_view language, std::optional<NewsId> before, int limit) {
  return tx.all(select_list, read_news, language, before ? before->view() : last_id, limit);
}

bool insert_opt_in(db::Tx& tx, OptIn const& opt_in) {
  return tx.execute(insert_wish, opt_in.id, opt_in.person, word(opt_in.channel), opt_in.token, opt_in.given_at) == 1;
}

bool withdraw_opt_in(db::Tx& tx, PersonId person, Channel channel, Through through, Instant now) {
  return tx.execute(end_wish, person, word(channel), now, word(through)) == 1;
}

std::vector<OptIn> standing_of(db::Tx& tx, PersonId person) { return tx.all(select_standing, read_opt_in, person); }

bool stands(db::Tx& tx, OptInId id) {
  return tx.one(select_by_id, [](db::Row const&) { return true; }, id).has_value();
}

std::optional<OptIn> find_by_token(db::Tx& tx, std::string_view token) {
  return tx.one(select_by_token, read_opt_in, token);
}

std::vector<OptIn> opted_in(db::Tx& tx, Channel channel, Instant given_before, std::optional<OptInId> after,
                            int limit) {
  return tx.all(select_opted_in, read_opt_in, word(channel), after ? after->view() : first_id, given_before, limit);
}

}  // namespace kelisim::news::store
