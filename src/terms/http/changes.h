#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "terms/difference.h"
#include "terms/routes.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What editions change, who is touched by publishing one, and what other terms would have changed in the past.
namespace kelisim::terms {

struct TermChangeAnswer {
  std::string key;
  Change change;
  std::optional<std::string> before;
  std::optional<std::string> after;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(TermChangeAnswer, (), (key, change, before, after, clause))

struct TextPartAnswer {
  Part part;
  json::Text<0, 100'000, true> text;
};
BOOST_DESCRIBE_STRUCT(TextPartAnswer, (), (part, text))

struct ParagraphChangeAnswer {
  std::string number;
  std::string title;
  Change change;
  std::vector<TextPartAnswer> parts;
};
BOOST_DESCRIBE_STRUCT(ParagraphChangeAnswer, (), (number, title, change, parts))

struct ChangesAnswer {
  std::string document;
  std::string version;
  std::optional<std::string> since;  ///< the edition compared with; absent for the first one
  std::optional<Instant> effective_at;
  std::string language;
  std::vector<TermChangeAnswer> terms;
  std::vector<ParagraphChangeAnswer> paragraphs;
};
BOOST_DESCRIBE_STRUCT(ChangesAnswer, (), (document, version, since, effective_at, language, terms, paragraphs))

struct StaffEditionAnswer {
  std::string document;
  std::string version;
  std::string content_hash;
  std::string state;  ///< ready, announced, in_force, former
  std::optional<Instant> effective_at;
  std::optional<Instant> published_at;
  std::optional<PersonId> published_by;  ///< nobody for the first edition
  std::int64_t accepted_by;
};
BOOST_DESCRIBE_STRUCT(StaffEditionAnswer, (),
                      (document, version, content_hash, state, effective_at, published_at, published_by, accepted_by))

struct StaffEditionsAnswer {
  std::vector<StaffEditionAnswer> items;
};
BOOST_DESCRIBE_STRUCT(StaffEditionsAnswer, (), (items))

struct PublicationPreviewAnswer {
  ChangesAnswer changes;
  std::int64_t asked_again;        ///< people who have a contract and would have to accept this edition
  std::int64_t paid_on_old_terms;  ///< paid sessions ahead that keep the terms they were paid under
  std::int64_t unpaid_holds;       ///< held and not paid: they come under the new terms
};
BOOST_DESCRIBE_STRUCT(PublicationPreviewAnswer, (), (changes, asked_again, paid_on_old_terms, unpaid_holds))

/// GET /v1/offers/{document}/{version}/changes, /v1/staff/offers, /v1/staff/offers/{document}/{version}/preview.
void add_change_routes(http::Routes& routes, std::shared_ptr<RouteParts const> const& parts);
/// GET /v1/staff/what-if.
void add_what_if_routes(http::Routes& routes, std::shared_ptr<RouteParts const> const& parts);

}  // namespace kelisim::terms
