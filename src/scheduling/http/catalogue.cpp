#include "catalogue/catalogue.h"
#include "http/routes.h"
#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "store/practices.h"
#include "terms/editions.h"
#include "use_cases/find_slot.h"

namespace kelisim::scheduling {

struct SpecialistCard {
  PersonId id;
  std::string name;
  std::string headline;
  catalogue::Gender gender;
  std::vector<std::string> topics;
  std::vector<std::string> languages;
  Money price;
  std::int64_t duration_minutes;
  std::vector<Instant> nearest_slots;
};
BOOST_DESCRIBE_STRUCT(SpecialistCard, (),
                      (id, name, headline, gender, topics, languages, price, duration_minutes, nearest_slots))

struct SpecialistCards {
  std::vector<SpecialistCard> specialists;
  std::optional<PersonId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(SpecialistCards, (), (specialists, next_cursor))

struct SpecialistPage : SpecialistCard {
  std::string about;
  std::vector<catalogue::Education> educations;
  std::int64_t experience_years;
};
BOOST_DESCRIBE_STRUCT(SpecialistPage, (SpecialistCard), (about, educations, experience_years))

struct SlotView {
  Instant starts_at;
  Instant ends_at;
  bool refundable;
};
BOOST_DESCRIBE_STRUCT(SlotView, (), (starts_at, ends_at, refundable))

struct SlotList {
  std::vector<SlotView> slots;
  std::string zone_of_business;
};
BOOST_DESCRIBE_STRUCT(SlotList, (), (slots, zone_of_business))

namespace {

constexpr int page_max = 20;
constexpr std::size_t nearest_max = 3;
constexpr std::size_t slots_max = 1000;
constexpr Duration window_max = std::chrono::days(31);
constexpr Duration window_usual = std::chrono::days(28);

catalogue::Parts catalogue_parts(Parts const& parts) { return {parts.brand, parts.people, parts.random}; }

std::int64_t minutes_of_new_slots(db::Tx& tx, PersonId specialist, Instant now) {
  auto const practice = store::find_practice(tx, specialist, {now, now});
  return practice ? practice->duration.count() : 0;
}

SpecialistCard card_of(http::Call& call, Parts const& parts, catalogue::Listed const& listed,
                       terms::Terms const& terms) {
  auto const& profile = listed.profile;
  auto const& text = profile.text(call.language);
  SpecialistCard card{.id = profile.id,
                      .name = text.name,
                      .headline = text.approach,
                      .gender = profile.gender,
                      .topics = profile.topics,
                      .languages = profile.languages,
                      .price = listed.price,
                      .duration_minutes = minutes_of_new_slots(call.tx, profile.id, call.now),
                      .nearest_slots = {}};
  for (auto const& slot :
       free_slots(call.tx, parts, profile.id, {call.now, call.now + window_usual}, terms, call.now, nearest_max))
    card.nearest_slots.push_back(slot.when.starts_at);
  return card;
}

/// Full years from `began` to `today`.
std::int64_t full_years(CivilDate began, CivilDate today) {
  auto years = today.year - began.year;
  if (add_years(began, years) > today) --years;
  return std::max(years, 0);
}

Result<catalogue::ListingFilter, http::Problem> filter_of(http::Call const& call, Parts const& parts) {
  catalogue::ListingFilter filter{.limit = page_max};
  if (auto const topic = call.query("topic")) filter.topic = std::string(*topic);
  if (auto const language = call.query("language")) filter.language = std::string(*language);
  if (auto const price = call.query("max_price_minor")) {
    auto const minor = parse_digits(*price);
    if (!minor) return http::Refused(http::wrong_query("max_price_minor", "bad_format"));
    filter.max_price = Money(*minor, parts.brand.currency);
  }
  if (auto const cursor = call.query("cursor")) {
    filter.after = PersonId::parse(*cursor);
    if (!filter.after) return http::Refused(http::wrong_query("cursor", "bad_format"));
  }
  return filter;
}

http::Reply<SpecialistCards> get_specialists(http::Call& call, Parts const& parts) {
  auto const filter = filter_of(call, parts);
  if (!filter) return http::Refused(filter.error());
  auto const& terms = terms::terms_in_force(call.tx, parts.brand, call.now);
  auto const found = catalogue::list_offered(call.tx, catalogue_parts(parts), *filter, call.now);
  SpecialistCards cards;
  for (auto const& listed : found) cards.specialists.push_back(card_of(call, parts, listed, terms));
  if (found.size() == page_max) cards.next_cursor = found.back().profile.id;
  return cards;
}

/// The specialist in the path, if offered now: the others do not exist for the public.
Result<catalogue::Listed, http::Problem> offered_in_path(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<PersonId>("id");
  auto listed = id ? catalogue::find_offered(call.tx, catalogue_parts(parts), *id, call.now) : std::nullopt;
  if (!listed) return http::Refused(http::not_found());
  return std::move(*listed);
}

http::Reply<SpecialistPage> get_specialist(http::Call& call, Parts const& parts) {
  auto const listed = offered_in_path(call, parts);
  if (!listed) return http::Refused(listed.error());
  auto const& terms = terms::terms_in_force(call.tx, parts.brand, call.now);
  auto const today = parts.brand.zone.local(call.now).date;
  return SpecialistPage{card_of(call, parts, *listed, terms), listed->profile.text(call.language).about,
                        listed->qualification.educations, full_years(listed->qualification.practice_began, today)};
}

/// The window asked for: from now for four weeks where nothing is said, never more than window_max.
Result<Interval, http::Problem> window_of(http::Call const& call) {
  auto const from = instant_query(call, "from");
  if (!from) return http::Refused(from.error());
  auto const to = instant_query(call, "to");
  if (!to) return http::Refused(to.error());
  auto const starts_at = from->value_or(call.now);
  Interval const window{starts_at, to->value_or(starts_at + window_usual)};
  if (window.ends_at <= window.starts_at) return http::Refused(http::wrong_query("to", "not_after_from"));
  if (window.ends_at - window.starts_at > window_max)
    return http::Refused(http::wrong_query("to", "window_too_long"));
  return window;
}

http::Reply<SlotList> get_slots(http::Call& call, Parts const& parts) {
  auto const window = window_of(call);
  if (!window) return http::Refused(window.error());
  auto const& terms = terms::terms_in_force(call.tx, parts.brand, call.now);
  auto const id = call.path_id<PersonId>("id");
  if (!id || !catalogue::is_offered_now(call.tx, *id, parts.brand.zone, terms, call.now))
    return http::Refused(http::not_found());
  SlotList list{.slots = {}, .zone_of_business = parts.brand.zone.name()};
  for (auto const& slot : free_slots(call.tx, parts, *id, *window, terms, call.now, slots_max))
    list.slots.push_back({slot.when.starts_at, slot.when.ends_at, slot.refundable});
  return list;
}

}  // namespace

void add_catalogue_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::anyone, http::Nothing, SpecialistCards>{
          Method::get,
          "/v1/specialists",
          "list_specialists",
          {.cacheable = true,
           .query = {{"topic", "key of a topic"},
                     {"language", "of the session, ISO 639-1"},
                     {"max_price_minor", "in minor units of the business's currency"},
                     {"cursor", "next_cursor of the page before"}},
           .summary = "Who is offered now, with their nearest slots"}},
      [&parts](http::Call& call) { return get_specialists(call, parts); });
  routes.add(
      http::Route<Access::anyone, http::Nothing, SpecialistPage>{
          Method::get,
          "/v1/specialists/{id}",
          "get_specialist",
          {.cacheable = true, .summary = "The public page of a specialist"}},
      [&parts](http::Call& call) { return get_specialist(call, parts); });
  routes.add(
      http::Route<Access::anyone, http::Nothing, SlotList>{
          Method::get,
          "/v1/specialists/{id}/slots",
          "list_slots",
          {.cacheable = true,
           .query = {{"from", "RFC 3339; now when absent"}, {"to", "RFC 3339; at most 31 days after `from`"}},
           .summary = "Free slots by start"}},
      [&parts](http::Call& call) { return get_slots(call, parts); });
}

}  // namespace kelisim::scheduling
