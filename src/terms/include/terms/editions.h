#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/result.h"
#include "platform/db/tx.h"
#include "terms/brand.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which edition of a document is in force when. A published edition is a row with the hash of its texts: it is never
/// changed, and a folder whose texts no longer have that hash stops the server.
namespace kelisim::terms {

struct PublishedEdition {
  std::string document;
  std::string version;
  std::string content_hash;
  Instant effective_at;  ///< from this instant on, until the next edition's
  Instant published_at;
  std::optional<PersonId> published_by;  ///< nobody for the first edition, which the brand folder names
};

/// Publishes what brand.toml [documents] names when the document has no edition yet, and checks every published
/// edition against the folder: a missing or changed text is BadBrand. Called once at start-up.
void settle_editions(db::Tx& tx, Brand const& brand, Instant now);

/// In order of precedence.
enum class PublishRefusal : std::uint8_t {
  unknown_edition = 1,  ///< the brand's folder has no such document and version
  no_terms = 2,         ///< an offer needs terms/<version>.toml
  already_published = 3,
  in_the_past = 4,         ///< `effective_at` is before now: nothing is changed backwards
  not_after_the_last = 5,  ///< an edition published before takes effect later or at the same instant
};

/// HAR-2.5b: the provider changes terms of use by posting them on the service; posting ends the old terms. From
/// `effective_at` on, edition_in_force() is the new one.
[[nodiscard]] Result<PublishedEdition, PublishRefusal> publish_edition(db::Tx& tx, Brand const& brand,
                                                                       std::string_view document,
                                                                       std::string_view version, Instant effective_at,
                                                                       PersonId const& by, Instant now);

/// HAR-0c. Nothing before the first edition's instant.
[[nodiscard]] std::optional<PublishedEdition> edition_in_force(db::Tx& tx, std::string_view document, Instant at);
/// Newest first.
[[nodiscard]] std::vector<PublishedEdition> published_editions(db::Tx& tx, std::string_view document);

/// The offer's words of a clause in one of the brand's languages: of the edition that the clause is cited from, else
/// of the one in force. Empty when there is none, or it has no such paragraph.
[[nodiscard]] std::string wording(db::Tx& tx, Brand const& brand, Clause const& clause, std::string_view language,
                                  Instant at);

/// The terms of the offer in force. A bug where no edition is in force.
[[nodiscard]] Terms const& terms_in_force(db::Tx& tx, Brand const& brand, Instant at);

}  // namespace kelisim::terms
