#include "auditor.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

struct AcceptedOffer {
  std::string version;
  std::string hash;
  Instant at;
};

constexpr db::Sql acceptances{
    "auditor.acceptances", "SELECT person, document, version, content_hash, accepted_at_us FROM terms_acceptances"};
constexpr db::Sql editions{"auditor.editions", "SELECT document, version, content_hash FROM terms_editions"};

}  // namespace

/// I16: every order stands on an acceptance of that very text by that client, given before it; every client also
/// consented to the processing of data. The texts themselves are hashed anew by the world, from the brand's files.
void check_contracts(db::Tx& tx, Books const& books, Auditor::Findings& findings) {
  std::map<std::string, std::string> published;
  each(tx, editions, [&](db::Row const& row) { published[row.str(0) + "/" + row.str(1)] = row.str(2); });
  std::map<std::string, std::vector<AcceptedOffer>> offers;
  std::set<std::string> consented;
  each(tx, acceptances, [&](db::Row const& row) {
    auto const name = row.str(1) + "/" + row.str(2);
    if (!published.contains(name) || published[name] != row.str(3)) {
      findings.push_back(fmt::format("I16: {} accepted a text of {} that was never published", row.text(0), name));
    }
    if (row.text(1) == "offer") offers[row.str(0)].push_back({row.str(2), row.str(3), row.instant(4)});
    if (row.text(1) == "privacy") consented.insert(row.str(0));
  });
  for (auto const& [id, order] : books.orders) {
    auto found = false;
    for (auto const& offer : offers[order.client]) {
      found = found || (offer.version == order.terms_version && offer.at <= order.bound_at);
    }
    if (!found) findings.push_back("I16: order " + id + " rests on an offer that its client had not accepted");
    if (!consented.contains(order.client)) findings.push_back("I16: the client of order " + id + " gave no consent");
  }
}

}  // namespace kelisim::sim
