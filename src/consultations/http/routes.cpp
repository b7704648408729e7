#include "astro/calendar.h"
#include "astro/document.h"
#include "http/inputs.h"
#include "http/views.h"

#include <fmt/format.h>

namespace kelisim::consultations {
namespace {

using http::Call;
using http::Document;
using http::Method;
using http::Nothing;
using http::Problem;
using http::Refused;
using http::Reply;

constexpr std::size_t query_bytes_max = 200;
constexpr int towns_shown = 12;

astro::Words words_in(astro::Content const& content, std::string const& language) {
  return [&texts = content.fragments(language)](std::string_view group, std::string_view subject,
                                                std::string_view key) { return texts.get(group, subject, key); };
}

astro::Language language_named(std::string const& language) {
  return astro::parse_name<astro::Language>(language).value_or(astro::Language::ru);
}

Reply<DeskView> get_desk(Call& call, AstrologersDesk const& desk) {
  auto const language = language_of(desk, call.language);
  return view_of(desk, language ? *language : desk.content().languages().front());
}

Reply<TownList> get_towns(Call& call, AstrologersDesk const& desk) {
  auto const typed = call.query("query").value_or("");
  if (typed.empty() || typed.size() > query_bytes_max) {
    return Refused(Problem{
        .status = 400, .code = "invalid_query", .errors = {{"query", typed.empty() ? "missing" : "too_long"}}});
  }
  TownList list;
  for (auto& match : desk.atlas().search(typed, language_named(call.language), towns_shown)) {
    list.towns.push_back({match.town.id, match.town.label(), std::move(match.name),
                          match.kind == astro::NameKind::former, match.town.zone});
  }
  return list;
}

Reply<ChartAnswer> post_chart(Call&, AstrologersDesk& desk, ChartBody const& body) {
  auto const language = language_of(desk, body.language.value);
  if (!language) return Refused(language.error());
  auto const birth = birth_of(desk, body.birth, *language);
  if (!birth) return Refused(birth.error());
  return desk.compute([&](astro::Desk const& with) -> Reply<ChartAnswer> {
    astro::ChartSettings settings;
    if (body.house_system) settings.houses = *body.house_system;
    auto const place = birth->time_known ? std::optional(birth->data.place.at) : std::nullopt;
    auto const chart = astro::compute_chart(with.ephemeris, birth->at, place, settings);
    if (!chart) return Refused(problem(chart.error()));
    astro::WheelOptions const wheel{.language = *language, .ranges = astro::moon_range(with.ephemeris, *birth)};
    return ChartAnswer{view_of(*birth, *language), view_of(*chart, wheel, words_in(with.content, *language))};
  });
}

/// A draft with the astrologer's edits, and how its wheel is drawn.
struct Prepared {
  astro::Drafted drafted;
  astro::ServiceInput input;
  astro::WheelOptions wheel;
  Instant at;
};

/// Reads, computes, edits and gives `show(Prepared, Words)` on the pool.
template <class Answer, class Body, class Show>
Reply<Answer> with_draft(Call& call, AstrologersDesk& desk, Body const& body, Show show) {
  auto const at = body.at.value_or(call.now);
  auto input = input_of(desk, body, at);
  if (!input) return Refused(input.error());
  auto const language = input->language;
  return desk.compute([&](astro::Desk const& with) -> Reply<Answer> {
    astro::ServiceInput asked = *std::move(input);
    auto made = astro::draft_of(with, asked);
    if (!made) return Refused(problem(made.error()));
    if (body.edits) {
      if (auto const edited = apply_edits(with.content, made->draft, *body.edits); !edited)
        return Refused(edited.error());
    }
    auto wheel = astro::wheel_options(with.ephemeris, asked);
    return show(Prepared{*std::move(made), std::move(asked), std::move(wheel), at}, words_in(with.content, language));
  });
}

template <class Body>
Reply<DraftAnswer> post_draft(Call& call, AstrologersDesk& desk, Body const& body) {
  return with_draft<DraftAnswer>(call, desk, body, [&](Prepared const& prepared, astro::Words const& words) {
    auto answer = answer_of(prepared.drafted.draft, prepared.at);
    answer.chart = view_of(prepared.drafted.chart, prepared.wheel, words);
    if (auto const* birth = astro::subject_of(prepared.input))
      answer.birth = view_of(*birth, prepared.drafted.draft.language);
    answer.terms = terms_of(desk.content().fragments(prepared.drafted.draft.language));
    return answer;
  });
}

Document download(std::string type, std::string_view name, std::string_view ending, std::string bytes) {
  return {.content_type = std::move(type),
          .body = std::move(bytes),
          .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, ending)},
                      {"Cache-Control", "no-store"}}};
}

template <class Body>
Reply<Document> post_document(Call& call, AstrologersDesk& desk, Body const& body) {
  return with_draft<Document>(call, desk, body, [&](Prepared const& prepared, astro::Words const& words) {
    auto const& draft = prepared.drafted.draft;
    auto lines = astro::title_lines(prepared.input, words);
    if (body.for_whom) lines.insert(lines.begin(), body.for_whom->value);
    astro::DocumentOptions const options{.brand = desk.business(),
                                         .lines = std::move(lines),
                                         .author = {},
                                         .made_at = prepared.at,
                                         .wheel = prepared.wheel};
    return download("application/pdf", name_of(draft.service), "pdf",
                    astro::document_pdf(draft, prepared.drafted.chart, options, words));
  });
}

template <class Body>
Reply<Document> post_calendar(Call& call, AstrologersDesk& desk, Body const& body) {
  return with_draft<Document>(call, desk, body, [](Prepared const& prepared, astro::Words const&) {
    auto const& draft = prepared.drafted.draft;
    return download("text/calendar; charset=utf-8", name_of(draft.service), "ics",
                    astro::calendar_ics(draft, prepared.at));
  });
}

/// The three routes of a service: nothing is written, so they run on a snapshot.
template <class Body>
void add_service(http::Routes& routes, AstrologersDesk& desk, astro::Service service) {
  auto const word = name_of(service);
  auto const path = fmt::format("/v1/staff/drafts/{}", word);
  auto const name = fmt::format("draft_{}", word);
  routes.add(http::Route<Access::staff, Body, DraftAnswer>{Method::post,
                                                           path,
                                                           name,
                                                           {.effect = http::Effect::reads,
                                                            .summary = "Facts, findings and draft; nothing is kept"}},
             [&desk](Call& call, Body const& body) { return post_draft(call, desk, body); });
  routes.add(http::Route<Access::staff, Body, Document>{Method::post,
                                                        path + ".pdf",
                                                        name + "_pdf",
                                                        {.effect = http::Effect::reads,
                                                         .summary = "The same draft as a document"}},
             [&desk](Call& call, Body const& body) { return post_document(call, desk, body); });
  routes.add(http::Route<Access::staff, Body, Document>{Method::post,
                                                        path + ".ics",
                                                        name + "_ics",
                                                        {.effect = http::Effect::reads,
                                                         .summary = "The dates of the same draft as a calendar"}},
             [&desk](Call& call, Body const& body) { return post_calendar(call, desk, body); });
}

}  // namespace

void add_routes(http::Routes& routes, AstrologersDesk& desk) {
  routes.add(
      http::Route<Access::staff, Nothing, DeskView>{Method::get,
                                                    "/v1/staff/astrology",
                                                    "get_astrology",
                                                    {.summary = "What can be drafted, and in which languages"}},
      [&desk](Call& call) { return get_desk(call, desk); });
  routes.add(
      http::Route<Access::staff, Nothing, TownList>{
          Method::get,
          "/v1/staff/places",
          "find_places",
          {.query = {{"query", "the beginning of a present or former name, 2 … 200 bytes", true}},
           .summary = "Places of the atlas by name"}},
      [&desk](Call& call) { return get_towns(call, desk); });
  routes.add(
      http::Route<Access::staff, ChartBody, ChartAnswer>{
          Method::post,
          "/v1/staff/charts",
          "compute_chart",
          {.effect = http::Effect::reads, .summary = "The chart of a birth with its wheel; nothing is kept"}},
      [&desk](Call& call, ChartBody const& body) { return post_chart(call, desk, body); });
  routes.add(
      http::Route<Access::staff, CheckBody, CheckAnswer>{
          Method::post,
          "/v1/staff/draft-checks",
          "check_wording",
          {.effect = http::Effect::reads, .summary = "What the deny-list finds in a text; nothing is kept"}},
      [&desk](Call&, CheckBody const& body) -> Reply<CheckAnswer> {
        auto const language = language_of(desk, body.language.value);
        if (!language) return Refused(language.error());
        return CheckAnswer{desk.content().denied(*language, body.text.value)};
      });
  add_service<SunActionsBody>(routes, desk, astro::Service::sun_actions);
  add_service<ElectionBody>(routes, desk, astro::Service::election);
  add_service<NatalBaseBody>(routes, desk, astro::Service::natal_base);
  add_service<ExpressAnswerBody>(routes, desk, astro::Service::express_answer);
  add_service<MoneyBody>(routes, desk, astro::Service::money);
}

}  // namespace kelisim::consultations
