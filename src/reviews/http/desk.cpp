#include "http/views.h"
#include "privacy/staff_access.h"
#include "terms/clauses.h"

#include <algorithm>
#include <set>

namespace kelisim::reviews {

/// Feedback whose author agreed to be named, as an administrator reads it before it is published.
struct ConsentedView {
  FeedbackId id;
  About about;
  std::optional<std::string> name;
  std::optional<std::string> words;
  Instant consented_at;
  std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(ConsentedView, (), (id, about, name, words, consented_at, published_at))

struct ConsentedList {
  std::vector<ConsentedView> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(ConsentedList, (), (items, next))

struct ResearchView {
  About about;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(ResearchView, (), (about, words))

struct ResearchList {
  std::vector<ResearchView> items;  ///< in an order that says nothing of when they came
  std::optional<std::string> next;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(ResearchList, (), (items, next, clause))

struct Published {
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(Published, (), (clause))

namespace {

constexpr int page_size = 50;
constexpr int export_size = 500;

http::Problem problem(UseRefusal refusal) {
  constexpr auto clause = terms::clause("HAR-3.11b");
  switch (refusal) {
    case UseRefusal::consent_missing:
      return {.status = 409, .code = "name_consent_missing", .clause = clause};
    case UseRefusal::published:
      return {.status = 409, .code = "feedback_published", .clause = clause};
  }
  std::unreachable();
}

/// `2026-12` by the calendar of the business.
std::optional<store::Span> month_of(std::string_view text, Zone const& zone) {
  auto const first = parse_civil_date(std::string(text) + "-01");
  if (!first) return std::nullopt;
  auto const after =
      first->month == 12 ? CivilDate{first->year + 1, 1, 1} : CivilDate{first->year, first->month + 1, 1};
  return store::Span{zone.instant({*first, civil_time(0)}), zone.instant({after, civil_time(0)})};
}

http::Reply<ResearchList> get_research(http::Call& call, Parts const& parts) {
  auto const span = month_of(call.query("month").value_or(""), parts.brand.zone);
  if (!span)
    return http::Refused(http::Problem{.status = 400, .code = "bad_query", .errors = {{"month", "not_a_month"}}});
  auto const cursor = call.query("cursor");
  auto const rows =
      store::feedback_of_time(call.tx, *span, cursor ? FeedbackId::parse(*cursor) : std::nullopt, export_size);
  ResearchList list{.items = {}, .next = std::nullopt, .clause = terms::clause("HAR-3.11b")};
  if (std::ssize(rows) == export_size) list.next = rows.back().id.str();
  std::set<PersonId> authors;
  for (auto const& one : rows) {
    auto line = for_research(call.tx, parts, one);
    if (!line) continue;
    list.items.push_back({line->about, std::move(line->words)});
    authors.insert(one.client);
  }
  std::ranges::sort(list.items, {}, &ResearchView::words);
  for (auto const& author : authors) {
    parts.audit.append(call.tx, call.now,
                       {.action = "reviews.exported_for_research",
                        .actor = call.person(),
                        .subject = author,
                        .object = feedback_words.name});
  }
  return list;
}

http::Reply<ConsentedList> get_consented(http::Call& call, Parts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const cursor = call.query("cursor");
  auto const rows = store::consented(call.tx, cursor ? ConsentId::parse(*cursor) : std::nullopt, page_size);
  privacy::StaffAccess const access(parts.vault, parts.audit);
  ConsentedList list;
  for (auto const& one : rows) {
    auto const client = one.feedback.client;
    list.items.push_back({.id = one.feedback.id,
                          .about = one.feedback.about,
                          .name = access.open(call, client, shown_name, one.consent.name, *purpose),
                          .words = access.open(call, client, feedback_words, one.feedback.words, *purpose),
                          .consented_at = one.consent.given_at,
                          .published_at = one.published_at});
  }
  if (std::ssize(rows) == page_size) list.next = rows.back().consent.id.str();
  return list;
}

std::optional<Feedback> feedback_in_path(http::Call& call) {
  auto const id = call.path_id<FeedbackId>("id");
  return id ? store::find_feedback(call.tx, *id) : std::nullopt;
}

void audit(http::Call& call, Parts const& parts, std::string_view action, Feedback const& feedback) {
  parts.audit.append(
      call.tx, call.now,
      {.action = action, .actor = call.person(), .subject = feedback.client, .object = feedback.id.view()});
}

http::Reply<Published> post_testimony(http::Call& call, Parts const& parts) {
  auto const feedback = feedback_in_path(call);
  if (!feedback) return http::Refused(feedback_not_found());
  auto const decided = publish(call.tx, *feedback, call.person(), call.now);
  if (!decided) return http::Refused(problem(decided.error()));
  audit(call, parts, "reviews.published", *feedback);
  return Published{decided->because};
}

http::Reply<http::Nothing> delete_testimony(http::Call& call, Parts const& parts) {
  auto const feedback = feedback_in_path(call);
  auto const consent = feedback ? store::standing_consent(call.tx, feedback->id) : std::nullopt;
  if (!consent || !store::withdraw_testimony(call.tx, consent->id, call.person(), call.now)) {
    return http::Refused(feedback_not_found());
  }
  audit(call, parts, "reviews.withdrawn", *feedback);
  return http::Nothing{};
}

}  // namespace

void add_desk_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  http::Route<Access::administrator, http::Nothing, ResearchList> research{
      Method::get,
      "/v1/staff/feedback/research",
      "export_feedback_for_research",
      {.query = {{"month", "2026-12, by the calendar of the business", true},
                 {"cursor", "`next` of the page before"}},
       .summary = "Feedback of one month without who, when and which session (HAR-3.11b)"}};
  research.options.effect = http::Effect::writes;  // each author sees that it was read
  routes.add(research, [&parts](http::Call& call) { return get_research(call, parts); });
  http::Route<Access::administrator, http::Nothing, ConsentedList> consented{
      Method::get,
      "/v1/staff/testimonies",
      "list_consented_feedback",
      {.query = {{"purpose", "why: a word of the closed list of purposes", true},
                 {"cursor", "`next` of the page before"}},
       .summary = "Feedback whose authors agreed to be named, published or not"}};
  consented.options.effect = http::Effect::writes;
  routes.add(consented, [&parts](http::Call& call) { return get_consented(call, parts); });
  routes.add(
      http::Route<Access::administrator, http::Nothing, Published>{
          Method::post,
          "/v1/staff/feedback/{id}/testimony",
          "publish_testimony",
          {.success = 201, .summary = "Publish feedback with its author's name, on separate consent (HAR-3.11b)"}},
      [&parts](http::Call& call) { return post_testimony(call, parts); });
  routes.add(
      http::Route<Access::administrator, http::Nothing, http::Nothing>{
          Method::del, "/v1/staff/feedback/{id}/testimony", "withdraw_testimony"},
      [&parts](http::Call& call) { return delete_testimony(call, parts); });
}

void add_routes(http::Routes& routes, Parts const& parts) {
  add_client_routes(routes, parts);
  add_desk_routes(routes, parts);
}

}  // namespace kelisim::reviews
