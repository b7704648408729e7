#include "terms/routes.h"

#include "answers.h"
#include "changes.h"
#include "platform/http/problems.h"
#include "platform/json/parse.h"
#include "terms/acceptance.h"
#include "terms/clauses.h"
#include "terms/editions.h"

#include <fmt/format.h>

#include <memory>

namespace kelisim::terms {
namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Refused;
using http::Reply;

constexpr int decisions_per_page = 50;

EditionAnswer edition_answer(PublishedEdition const& edition, std::optional<PublishedEdition> const& in_force) {
  return {.document = edition.document,
          .version = edition.version,
          .content_hash = edition.content_hash,
          .effective_at = edition.effective_at,
          .published_at = edition.published_at,
          .in_force = in_force && in_force->version == edition.version};
}

std::string const& in_language(Localized const& text, std::string const& language) {
  return text.find(language)->second;
}

/// Which language to answer in: ?lang, the person's setting, Accept-Language; else the brand's default.
std::string const& language_of(Call const& call, Brand const& brand) { return brand.spoken(call.language); }

AcceptanceAnswer acceptance_answer(Acceptance const& acceptance) {
  return {.id = acceptance.id.str(),
          .document = acceptance.document,
          .version = acceptance.version,
          .content_hash = acceptance.content_hash,
          .language = acceptance.language,
          .accepted_at = acceptance.accepted_at};
}

void add_terms_in_force(BrandAnswer& answer, Terms const& terms) {
  if (terms.person) answer.min_age_years = terms.person->min_age_years.value;
  if (terms.specialist) answer.psychiatry = terms.specialist->psychiatry.value;
  if (terms.cancellation && terms.cancellation->support_hours) {
    auto const& hours = *terms.cancellation->support_hours;
    answer.support_hours = {hours.open.value, hours.close.value, hours.zone.value.name()};
  }
  if (terms.equipment) {
    answer.equipment = {terms.equipment->devices.value, terms.equipment->needs.value,
                        terms.equipment->min_bandwidth_mbps.value};
  }
  if (terms.voluntary &&
      std::ranges::find(answer.account_blocks, AccountBlock::voluntary_answers) != answer.account_blocks.end()) {
    answer.voluntary = VoluntaryAnswer{terms.voluntary->sexes.value, terms.voluntary->emotional_states.value};
  }
}

std::int64_t whole_minutes(Duration duration) {
  return std::chrono::duration_cast<std::chrono::minutes>(duration).count();
}

GroupsAnswer groups_answer(GroupSettings const& groups) {
  return {.speakers_max = groups.speakers_max,
          .viewers_max = groups.viewers_max,
          .minutes_max = groups.minutes_max,
          .chat_letters_max = groups.chat_letters_max,
          .chat_messages_a_minute = groups.chat_messages_a_minute,
          .chat_kept_days = groups.chat_kept_days};
}

Reply<BrandAnswer> get_brand(Call& call, RouteParts const& parts) {
  auto const& brand = parts.brand;
  auto const& language = language_of(call, brand);
  BrandAnswer answer{
      .id = brand.id,
      .name = brand.name,
      .domain = brand.domain,
      .zone = brand.zone.name(),
      .currency = std::string(to_string(brand.currency)),
      .languages = brand.languages,
      .default_language = brand.default_language,
      .provider = {brand.provider.display_name, brand.provider.support_email, brand.provider.support_phone},
      .emergency_phone = brand.emergency_phone,
      .payment_service = {brand.gateway.display_name, brand.gateway.terms_url, brand.gateway.terms_version},
      .documents = {},
      .topics = {},
      .min_age_years = std::nullopt,
      .psychiatry = std::nullopt,
      .support_hours = std::nullopt,
      .equipment = std::nullopt,
      .voluntary = std::nullopt,
      .account_blocks = brand.account_blocks,
      .room_opens_minutes = whole_minutes(brand.scheduling.room_opens),
      .slot_hold_minutes = whole_minutes(brand.scheduling.slot_hold),
      .otp_digits = brand.otp.digits,
      .groups = parts.groups ? std::optional(groups_answer(*parts.groups)) : std::nullopt,
      .theme = {brand.theme.name,
                brand.theme.short_name,
                in_language(brand.theme.tagline, language),
                {brand.theme.light.begin(), brand.theme.light.end()},
                {brand.theme.dark.begin(), brand.theme.dark.end()}},
      .sandbox = parts.sandbox};
  for (auto const& topic : brand.topics) answer.topics.push_back({topic.key, in_language(topic.label, language)});
  for (auto const& document : brand.documents.documents()) {
    if (auto const edition = edition_in_force(call.tx, document, call.now)) {
      answer.documents.push_back(edition_answer(*edition, edition));
    }
  }
  if (edition_in_force(call.tx, "offer", call.now)) {
    add_terms_in_force(answer, terms_in_force(call.tx, brand, call.now));
  }
  return answer;
}

Reply<EditionsAnswer> get_editions(Call& call, RouteParts const& parts) {
  EditionsAnswer answer;
  for (auto const& document : parts.brand.documents.documents()) {
    auto const in_force = edition_in_force(call.tx, document, call.now);
    for (auto const& edition : published_editions(call.tx, document)) {
      answer.items.push_back(edition_answer(edition, in_force));
    }
  }
  return answer;
}

/// A published edition with its texts. What lies in the brand's folder unpublished does not exist yet.
struct Found {
  PublishedEdition published;
  Edition const* texts;
};
std::optional<Found> find_edition(Call& call, Brand const& brand) {
  for (auto const& edition : published_editions(call.tx, call.path("document"))) {
    if (edition.version == call.path("version")) {
      return Found{edition, brand.documents.find(edition.document, edition.version)};
    }
  }
  return std::nullopt;
}

http::Problem no_such_edition() { return {.status = 404, .code = "no_such_edition"}; }

Reply<DocumentAnswer> get_edition(Call& call, RouteParts const& parts) {
  auto const& brand = parts.brand;
  auto const found = find_edition(call, brand);
  if (!found) return Refused(no_such_edition());
  auto const& language = language_of(call, brand);
  auto const& text = found->texts->texts.find(language)->second;
  DocumentAnswer answer{
      .edition = edition_answer(found->published, edition_in_force(call.tx, found->published.document, call.now)),
      .language = language,
      .text_hash = text.hash,
      .languages = brand.languages,
      .authoritative_language = std::nullopt,
      .provider = brand.provider.display_name,
      .paragraphs = {}};
  if (auto const* terms = brand.terms.find(found->published.version); terms != nullptr && terms->offer) {
    answer.authoritative_language = terms->offer->authoritative_language.value;
  }
  for (auto const& paragraph : text.paragraphs) {
    answer.paragraphs.push_back({paragraph.number, paragraph.title, {paragraph.text}});
  }
  return answer;
}

Reply<http::Document> get_text(Call& call, RouteParts const& parts) {
  auto const found = find_edition(call, parts.brand);
  if (!found) return Refused(no_such_edition());
  auto const& language = language_of(call, parts.brand);
  auto const name =
      fmt::format("{}-{}-{}-{}.md", parts.brand.id, found->published.document, found->published.version, language);
  return http::Document{.content_type = "text/markdown; charset=utf-8",
                        .body = found->texts->texts.find(language)->second.bytes,
                        .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)},
                                    {"Content-Language", language}}};
}

Reply<AcceptancesAnswer> get_acceptances(Call& call) {
  AcceptancesAnswer answer;
  for (auto const& acceptance : acceptances_of(call.tx, call.person())) {
    answer.items.push_back(acceptance_answer(acceptance));
  }
  for (auto& confirmed : confirmations_of(call.tx, call.person())) {
    answer.confirmations.push_back({confirmed.what, std::move(confirmed.version), confirmed.at});
  }
  return answer;
}

Reply<AcceptanceAnswer> post_acceptance(Call& call, AcceptBody const& body, RouteParts const& parts) {
  auto const in_force = edition_in_force(call.tx, body.document.view(), call.now);
  if (!in_force) return Refused(no_such_edition());
  if (!body.accepts)
    return Refused({.status = 422, .code = "acceptance_required", .clause = clause("HAR-1.acceptance.a")});
  if (in_force->version != body.version.view() || in_force->content_hash != body.content_hash.view()) {
    return Refused({.status = 409, .code = "offer_changed", .clause = clause("HAR-0a")});
  }
  if (!parts.brand.speaks(body.language.view())) {
    return Refused({.status = 422, .code = "unknown_language", .errors = {{"language", "unknown_language"}}});
  }
  return acceptance_answer(accept(call.tx, parts.random,
                                  {.person = call.person(),
                                   .document = in_force->document,
                                   .version = in_force->version,
                                   .content_hash = in_force->content_hash,
                                   .language = body.language.value,
                                   .accepted_at = call.now,
                                   .evidence = parts.seal_evidence(call)}));
}

http::Problem problem_of(PublishRefusal refusal) {
  switch (refusal) {
    case PublishRefusal::unknown_edition:
      return no_such_edition();
    case PublishRefusal::no_terms:
      return {.status = 422, .code = "edition_without_terms"};
    case PublishRefusal::already_published:
      return {.status = 409, .code = "already_published"};
    case PublishRefusal::in_the_past:
      return {.status = 422, .code = "effective_in_the_past", .clause = clause("HAR-2.5b")};
    case PublishRefusal::not_after_the_last:
      return {.status = 422, .code = "effective_before_the_last", .clause = clause("HAR-2.5b")};
  }
  return {.status = 500, .code = "unknown_refusal"};
}

Reply<EditionAnswer> post_edition(Call& call, PublishBody const& body, RouteParts const& parts) {
  auto const published = publish_edition(call.tx, parts.brand, body.document.view(), body.version.view(),
                                         body.effective_at.value_or(call.now), call.person(), call.now);
  if (!published) return Refused(problem_of(published.error()));
  return edition_answer(*published, edition_in_force(call.tx, published->document, call.now));
}

DecisionAnswer decision_answer(Decision const& decision) {
  auto const stored = [](std::string const& text) {
    auto parsed = json::parse(text, json::stored_limits);
    ENSURE(parsed.has_value());
    return *std::move(parsed);
  };
  return {.id = decision.id.str(),
          .kind = decision.kind,
          .subject = decision.subject,
          .person = decision.person ? std::optional(decision.person->str()) : std::nullopt,
          .terms_version = decision.terms_version,
          .facts = stored(decision.facts),
          .outcome = stored(decision.outcome),
          .clause = cited(decision.clause, decision.terms_version),
          .decided_at = decision.decided_at};
}

http::Problem bad_query(std::string_view name) { return http::wrong_query(name, "malformed"); }

Reply<DecisionsAnswer> get_decisions(Call& call) {
  DecisionFilter filter{.limit = decisions_per_page + 1};
  if (auto const kind = call.query("kind")) filter.kind = *kind;
  if (auto const subject = call.query("subject")) filter.subject = *subject;
  if (auto const person = call.query("person")) {
    filter.person = PersonId::parse(*person);
    if (!filter.person) return Refused(bad_query("person"));
  }
  if (auto const cursor = call.query("cursor")) {
    filter.before = DecisionId::parse(*cursor);
    if (!filter.before) return Refused(bad_query("cursor"));
  }
  auto decisions = list_decisions(call.tx, filter);
  DecisionsAnswer answer;
  if (std::ssize(decisions) > decisions_per_page) {
    decisions.pop_back();
    answer.next = decisions.back().id.str();
  }
  for (auto const& decision : decisions) answer.items.push_back(decision_answer(decision));
  return answer;
}

constexpr http::QueryParam language_param{"lang", "one of the brand's languages"};

void add_public_routes(http::Routes& routes, std::shared_ptr<RouteParts const> const& parts) {
  routes.add(
      http::Route<Access::anyone, Nothing, BrandAnswer>{
          Method::get,
          "/v1/brand",
          "get_brand",
          {.cacheable = true, .query = {language_param}, .summary = "The business and its rules at a glance"}},
      [parts](Call& call) { return get_brand(call, *parts); });
  routes.add(
      http::Route<Access::anyone, Nothing, EditionsAnswer>{
          Method::get, "/v1/offers", "list_offers", {.cacheable = true, .summary = "Every published edition"}},
      [parts](Call& call) { return get_editions(call, *parts); });
  routes.add(
      http::Route<Access::anyone, Nothing, DocumentAnswer>{
          Method::get,
          "/v1/offers/{document}/{version}",
          "get_offer",
          {.cacheable = true, .query = {language_param}, .summary = "One edition, by its paragraphs"}},
      [parts](Call& call) { return get_edition(call, *parts); });
  routes.add(
      http::Route<Access::anyone, Nothing, http::Document>{
          Method::get,
          "/v1/offers/{document}/{version}/text",
          "download_offer",
          {.cacheable = true, .query = {language_param}, .summary = "The exact bytes that are accepted"}},
      [parts](Call& call) { return get_text(call, *parts); });
}

}  // namespace

void add_routes(http::Routes& routes, RouteParts const& given) {
  auto const parts = std::make_shared<RouteParts const>(given);
  add_public_routes(routes, parts);
  add_change_routes(routes, parts);
  add_what_if_routes(routes, parts);
  routes.add(http::Route<Access::signed_in, Nothing, AcceptancesAnswer>{Method::get, "/v1/me/acceptances",
                                                                        "list_my_acceptances"},
             [](Call& call) { return get_acceptances(call); });
  routes.add(
      http::Route<Access::client, AcceptBody, AcceptanceAnswer>{
          Method::post, "/v1/me/acceptances", "accept_edition", {.success = 201}},
      [parts](Call& call, AcceptBody const& body) { return post_acceptance(call, body, *parts); });
  routes.add(
      http::Route<Access::administrator, PublishBody, EditionAnswer>{
          Method::post, "/v1/staff/offers", "publish_offer", {.success = 201}},
      [parts](Call& call, PublishBody const& body) { return post_edition(call, body, *parts); });
  routes.add(
      http::Route<Access::staff, Nothing, DecisionsAnswer>{
          Method::get,
          "/v1/staff/decisions",
          "list_decisions",
          {.query = {{"kind", "`<room>.<what>`"},
                     {"subject", "the id of the thing decided about"},
                     {"person", "whom it concerns"},
                     {"cursor", "`next` of the page before"}}}},
      [](Call& call) { return get_decisions(call); });
}

}  // namespace kelisim::terms
