#include "http/changes.h"

#include "kernel/ensure.h"
#include "terms/acceptance.h"
#include "terms/clauses.h"
#include "terms/editions.h"

#include <algorithm>

namespace kelisim::terms {
namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Refused;
using http::Reply;

http::Problem no_such_edition() { return {.status = 404, .code = "no_such_edition"}; }

/// The published row of an edition, or nothing for one that lies ready.
std::optional<PublishedEdition> published_row(db::Tx& tx, std::string_view document, std::string_view version) {
  for (auto const& row : published_editions(tx, document)) {
    if (row.version == version) return row;
  }
  return std::nullopt;
}

/// The edition published before that instant, or the last one for what is not published.
std::optional<std::string> predecessor(db::Tx& tx, std::string_view document,
                                       std::optional<PublishedEdition> const& row) {
  for (auto const& earlier : published_editions(tx, document)) {
    if (!row || earlier.effective_at < row->effective_at) return earlier.version;
  }
  return std::nullopt;
}

std::vector<TermChangeAnswer> term_changes(Brand const& brand, std::string_view before, std::string_view after) {
  std::vector<TermChangeAnswer> answers;
  auto const* const former = brand.terms.find(before);
  auto const* const now = brand.terms.find(after);
  if (former == nullptr || now == nullptr) return answers;
  for (auto& change : changed_terms(*former, *now)) {
    auto const worded_by = change.change == Change::removed ? before : after;
    answers.push_back({.key = std::move(change.key),
                       .change = change.change,
                       .before = std::move(change.before),
                       .after = std::move(change.after),
                       .clause = cited(change.clause, worded_by)});
  }
  return answers;
}

std::vector<ParagraphChangeAnswer> paragraph_changes(Edition const& before, Edition const& after,
                                                     std::string const& language) {
  std::vector<ParagraphChangeAnswer> answers;
  for (auto& change : changed_paragraphs(before.texts.at(language).paragraphs, after.texts.at(language).paragraphs)) {
    ParagraphChangeAnswer answer{std::move(change.number), std::move(change.title), change.change, {}};
    for (auto& [part, text] : change.parts) answer.parts.push_back({part, {std::move(text)}});
    answers.push_back(std::move(answer));
  }
  return answers;
}

ChangesAnswer changes(Call& call, Brand const& brand, Edition const& edition) {
  auto const row = published_row(call.tx, edition.document, edition.version);
  ChangesAnswer answer{.document = edition.document,
                       .version = edition.version,
                       .since = predecessor(call.tx, edition.document, row),
                       .effective_at = row ? std::optional(row->effective_at) : std::nullopt,
                       .language = brand.spoken(call.language),
                       .terms = {},
                       .paragraphs = {}};
  if (!answer.since) return answer;
  auto const* const before = brand.documents.find(edition.document, *answer.since);
  ENSURE(before != nullptr);
  answer.paragraphs = paragraph_changes(*before, edition, answer.language);
  if (edition.document == "offer") answer.terms = term_changes(brand, before->version, edition.version);
  return answer;
}

Reply<ChangesAnswer> get_changes(Call& call, RouteParts const& parts) {
  // What lies in the folder unpublished does not exist yet.
  if (!published_row(call.tx, call.path("document"), call.path("version"))) return Refused(no_such_edition());
  return changes(call, parts.brand, *parts.brand.documents.find(call.path("document"), call.path("version")));
}

std::string state_of(std::optional<PublishedEdition> const& row, std::optional<PublishedEdition> const& in_force,
                     Instant now) {
  if (!row) return "ready";
  if (row->effective_at > now) return "announced";
  return in_force && in_force->version == row->version ? "in_force" : "former";
}

Reply<StaffEditionsAnswer> get_staff_editions(Call& call, RouteParts const& parts) {
  StaffEditionsAnswer answer;
  for (auto const& document : parts.brand.documents.documents()) {
    auto const in_force = edition_in_force(call.tx, document, call.now);
    auto editions = parts.brand.documents.editions(document);
    std::ranges::reverse(editions);
    for (auto const* edition : editions) {
      auto const row = published_row(call.tx, document, edition->version);
      answer.items.push_back({.document = document,
                              .version = edition->version,
                              .content_hash = edition->content_hash,
                              .state = state_of(row, in_force, call.now),
                              .effective_at = row ? std::optional(row->effective_at) : std::nullopt,
                              .published_at = row ? std::optional(row->published_at) : std::nullopt,
                              .published_by = row ? row->published_by : std::nullopt,
                              .accepted_by = count_acceptances(call.tx, document, edition->version)});
    }
  }
  return answer;
}

Reply<PublicationPreviewAnswer> get_preview(Call& call, RouteParts const& parts) {
  auto const* const edition = parts.brand.documents.find(call.path("document"), call.path("version"));
  if (edition == nullptr) return Refused(no_such_edition());
  PublicationPreviewAnswer answer{.changes = changes(call, parts.brand, *edition),
                                  .asked_again = count_asked_again(call.tx, edition->document, edition->version),
                                  .paid_on_old_terms = 0,
                                  .unpaid_holds = 0};
  if (edition->document == "offer" && parts.live_bookings) {
    auto const live = parts.live_bookings(call.tx, edition->version, call.now);
    answer.paid_on_old_terms = live.paid_on_other_terms;
    answer.unpaid_holds = live.unpaid_on_other_terms;
  }
  return answer;
}

constexpr http::QueryParam language_param{"lang", "one of the brand's languages"};

}  // namespace

void add_change_routes(http::Routes& routes, std::shared_ptr<RouteParts const> const& parts) {
  routes.add(
      http::Route<Access::anyone, Nothing, ChangesAnswer>{
          Method::get,
          "/v1/offers/{document}/{version}/changes",
          "list_changes",
          {.cacheable = true,
           .query = {language_param},
           .summary = "What a published edition changed against the one before it (HAR-4.2.3a)"}},
      [parts](Call& call) { return get_changes(call, *parts); });
  routes.add(
      http::Route<Access::staff, Nothing, StaffEditionsAnswer>{
          Method::get,
          "/v1/staff/offers",
          "list_staff_offers",
          {.summary = "Every edition, those that lie ready too, with who published it when (HAR-4.3.7a)"}},
      [parts](Call& call) { return get_staff_editions(call, *parts); });
  routes.add(
      http::Route<Access::administrator, Nothing, PublicationPreviewAnswer>{
          Method::get,
          "/v1/staff/offers/{document}/{version}/preview",
          "preview_publication",
          {.query = {language_param}, .summary = "What publishing this edition would change, and for how many"}},
      [parts](Call& call) { return get_preview(call, *parts); });
}

}  // namespace kelisim::terms
