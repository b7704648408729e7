#include "store/publications.h"

namespace kelisim::catalogue {

namespace {

using PublicationId = Id<struct PublicationTag>;

constexpr db::Sql select_live{
    "catalogue.select_live_publication",
    "SELECT id FROM catalogue_publications WHERE specialist = $1 AND withdrawn_at_us IS NULL"};
constexpr db::Sql insert_row{
    "catalogue.insert_publication",
    "INSERT INTO catalogue_publications (id, specialist, published_at_us, published_by) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};
constexpr db::Sql update_withdrawn{"catalogue.withdraw_publication",
                                   "UPDATE catalogue_publications SET withdrawn_at_us = $3, withdrawn_by = $2 "
                                   "WHERE specialist = $1 AND withdrawn_at_us IS NULL"};
constexpr db::Sql select_price{
    "catalogue.select_price",
    "SELECT price_minor, currency FROM catalogue_prices WHERE specialist = $1 AND effective_at_us <= $2 "
    "ORDER BY effective_at_us DESC LIMIT 1"};
constexpr db::Sql insert_price_row{"catalogue.insert_price",
                                   "INSERT INTO catalogue_prices (specialist, effective_at_us, price_minor, "
                                   "currency, published_at_us, published_by) "
                                   "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};

}  // namespace

bool is_published(db::Tx& tx, PersonId specialist) {
  return tx.one(select_live, [](db::Row const&) { return true; }, specialist).has_value();
}

std::optional<Money> price_at(db::Tx& tx, PersonId specialist, Instant at) {
  return tx.one(select_price, [](db::Row const& row) { return row.money(0); }, specialist, at);
}

namespace store {

bool insert_publication(db::Tx& tx, Random& random, PersonId specialist, std::optional<PersonId> by, Instant now) {
  return tx.execute(insert_row, random.id<PublicationId>(now), specialist, now, by) == 1;
}

bool withdraw_publication(db::Tx& tx, PersonId specialist, PersonId by, Instant now) {
  return tx.execute(update_withdrawn, specialist, by, now) == 1;
}

bool insert_price(db::Tx& tx, PersonId specialist, Money price, Instant effective_at, std::optional<PersonId> by,
                  Instant now) {
  return tx.execute(insert_price_row, specialist, effective_at, price.minor(), to_string(price.currency()), now,
                    by) == 1;
}

}  // namespace store

}  // namespace kelisim::catalogue
