#include "terms/editions.h"

#include "kernel/ensure.h"
#include "terms/brand.h"

#include <fmt/format.h>

namespace kelisim::terms {
namespace {

#define COLUMNS "document, version, content_hash, effective_at_us, published_at_us, published_by"

constexpr db::Sql insert_edition{"terms.insert_edition", "INSERT INTO terms_editions (" COLUMNS
                                                         ") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_in_force{"terms.select_edition_in_force",
                                  "SELECT " COLUMNS
                                  " FROM terms_editions WHERE document = $1 AND effective_at_us <= $2"
                                  " ORDER BY effective_at_us DESC LIMIT 1"};
constexpr db::Sql select_editions{"terms.select_editions",
                                  "SELECT " COLUMNS
                                  " FROM terms_editions WHERE document = $1 ORDER BY effective_at_us DESC"};

#undef COLUMNS

PublishedEdition read_edition(db::Row const& row) {
  return {.document = row.str(0),
          .version = row.str(1),
          .content_hash = row.str(2),
          .effective_at = row.instant(3),
          .published_at = row.instant(4),
          .published_by = row.is_null(5) ? std::nullopt : std::optional(row.id<PersonId>(5))};
}

/// False when another edition of that version or instant is there.
bool insert(db::Tx& tx, PublishedEdition const& edition) {
  return tx.execute(insert_edition, edition.document, edition.version, edition.content_hash, edition.effective_at,
                    edition.published_at, edition.published_by) == 1;
}

}  // namespace

void settle_editions(db::Tx& tx, Brand const& brand, Instant now) {
  for (auto const& document : brand.documents.documents()) {
    auto published = published_editions(tx, document);
    if (published.empty()) {
      auto const& first = brand.documents.first(document);
      auto const* edition = brand.documents.find(document, first.version);
      ENSURE(edition != nullptr);
      published.push_back({document, first.version, edition->content_hash, first.effective_at, now, std::nullopt});
      ENSURE(insert(tx, published.back()));
    }
    for (auto const& row : published) {
      auto const* edition = brand.documents.find(document, row.version);
      if (edition == nullptr || edition->content_hash != row.content_hash) {
        throw BadBrand(std::filesystem::path("brands") / brand.id / document / row.version, "texts",
                       "are missing or changed, and this edition has been published");
      }
      if (document == "offer" && brand.terms.find(row.version) == nullptr) {
        throw BadBrand(std::filesystem::path("brands") / brand.id / "terms", row.version,
                       "is missing, and this edition of the offer has been published");
      }
    }
  }
}

Result<PublishedEdition, PublishRefusal> publish_edition(db::Tx& tx, Brand const& brand, std::string_view document,
                                                         std::string_view version, Instant effective_at,
                                                         PersonId const& by, Instant now) {
  auto const* edition = brand.documents.find(document, version);
  if (edition == nullptr) return Failure(PublishRefusal::unknown_edition);
  if (document == "offer" && brand.terms.find(version) == nullptr) return Failure(PublishRefusal::no_terms);
  auto const published = published_editions(tx, document);
  for (auto const& row : published) {
    if (row.version == version) return Failure(PublishRefusal::already_published);
  }
  if (effective_at < now) return Failure(PublishRefusal::in_the_past);
  if (!published.empty() && effective_at <= published.front().effective_at) {
    return Failure(PublishRefusal::not_after_the_last);
  }
  PublishedEdition made{std::string(document), std::string(version), edition->content_hash, effective_at, now, by};
  if (!insert(tx, made)) return Failure(PublishRefusal::already_published);
  return made;
}

std::optional<PublishedEdition> edition_in_force(db::Tx& tx, std::string_view document, Instant at) {
  return tx.one(select_in_force, read_edition, document, at);
}

std::vector<PublishedEdition> published_editions(db::Tx& tx, std::string_view document) {
  return tx.all(select_editions, read_edition, document);
}

std::string wording(db::Tx& tx, Brand const& brand, Clause const& clause, std::string_view language, Instant at) {
  if (!clause.edition.empty()) return brand.view(clause, clause.edition, language).text;
  auto const in_force = edition_in_force(tx, "offer", at);
  return in_force ? brand.view(clause, in_force->version, language).text : std::string();
}

Terms const& terms_in_force(db::Tx& tx, Brand const& brand, Instant at) {
  auto const edition = edition_in_force(tx, "offer", at);
  ENSURE(edition.has_value());
  return brand.terms.at(edition->version);
}

}  // namespace kelisim::terms
