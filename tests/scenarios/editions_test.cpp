#include "clause_mark.h"
#include "scratch_folder.h"
#include "second_edition.h"
#include "story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>

namespace kelisim::test {
namespace {

using boost::json::object;

constexpr char const* saule = "+77000000014";
constexpr std::int64_t price_minor = 1'600'000;  ///< of a session with her

void publish_stricter_edition(Story& story, std::optional<Instant> effective_at = std::nullopt) {
  auto& administrator = story.staff("administrator");
  object edition{{"document", "offer"}, {"version", stricter_edition}};
  if (effective_at) edition["effective_at"] = to_rfc3339(*effective_at);
  (void)story.expect(administrator.visitor.post("/v1/staff/offers", edition), 201);
}

/// `cancellation.window_hours 12 24 HAR-3.8a`.
Lines told_terms(boost::json::value const& changes) {
  Lines lines;
  for (auto const& change : changes.at("terms").as_array()) {
    lines.push_back(text_at(change, "key") + " " + text_at(change, "before") + " " + text_at(change, "after") + " " +
                    text_at(change, "clause.id"));
  }
  return lines;
}

/// `3.8 changed`.
Lines told_paragraphs(boost::json::value const& changes) {
  Lines lines;
  for (auto const& change : changes.at("paragraphs").as_array()) {
    lines.push_back(text_at(change, "number") + " " + text_at(change, "change"));
  }
  return lines;
}

void accept_stricter_edition(Story& story, Actor& client) {
  auto const edition = client.visitor.get("/v1/offers/offer/2026-12-08?lang=en").json();
  (void)story.expect(
      client.visitor.post("/v1/me/acceptances", object{{"document", "offer"},
                                                       {"version", stricter_edition},
                                                       {"content_hash", text_at(edition, "edition.content_hash")},
                                                       {"language", "en"},
                                                       {"accepts", true}}),
      201);
}

TEST(Editions, a_new_edition_binds_from_its_publication_whoever_accepts_it_and_no_booking_made_before) {
  CLAUSE("HAR-2.5b");
  CLAUSE("HAR-1.acceptance.a");
  CLAUSE("HAR-8.6a");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const before = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));

  story.pass(std::chrono::minutes(1));
  publish_stricter_edition(story);

  object const wish{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-11T12:00"))}};
  auto const refused = client.visitor.post("/v1/bookings", wish);
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "contract_outdated");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-2.5b");
  EXPECT_EQ(text_at(story.booking(client, before), "terms_version"), "2023-02-24");

  accept_stricter_edition(story, client);
  EXPECT_NE(client.visitor.get("/v1/me/acceptances").body.find(stricter_edition), std::string::npos)
      << "on record before anything is booked under it";
  auto const booked = client.visitor.post("/v1/bookings", wish);
  ASSERT_EQ(booked.status, 201) << booked.body;
  EXPECT_EQ(text_at(booked.json(), "terms_version"), "2026-12-08");
  EXPECT_EQ(text_at(story.booking(client, before), "terms_version"), "2023-02-24") << "what was agreed stays agreed";
}

TEST(Editions, what_was_accepted_is_read_again_with_what_belonged_to_it) {
  CLAUSE("HAR-8.5a");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& client = story.client("client", "+77010000041");
  story.pass(std::chrono::minutes(1));
  publish_stricter_edition(story);
  std::map<std::string, std::string> accepted;
  auto const on_record = client.visitor.get("/v1/me/acceptances").json();
  for (auto const& one : on_record.at("items").as_array()) {
    auto const document = text_at(one, "document");
    auto const version = text_at(one, "version");
    accepted[document] = version;
    auto const shown = client.visitor.get("/v1/offers/" + document + "/" + version + "?lang=en");
    ASSERT_EQ(shown.status, 200) << document;
    EXPECT_EQ(text_at(shown.json(), "edition.content_hash"), text_at(one, "content_hash")) << document;
  }
  EXPECT_EQ(accepted.at("offer"), "2023-02-24") << "as of the acceptance, not as of today";
  EXPECT_TRUE(accepted.contains("privacy")) << "what the offer refers to is accepted and kept with it";
}

TEST(Editions, an_answer_words_its_clause_by_the_edition_that_decided_and_never_by_one_that_is_not_published) {
  CLAUSE("HAR-4.2.3b");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const before = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  auto const words = [&](std::string const& booking) {
    auto const shown = client.visitor.get("/v1/bookings/" + booking + "?lang=en").json();
    return text_at(shown, "refund_deadline.clause.text");
  };
  EXPECT_NE(words(before).find("more than 12 hours before the start"), std::string::npos)
      << "a text that lies ready is nobody's offer yet";

  story.pass(std::chrono::minutes(1));
  publish_stricter_edition(story);
  accept_stricter_edition(story, client);
  auto const after = story.booked_and_paid(client, specialist, astana("2026-12-11T12:00"));
  EXPECT_NE(words(after).find("more than 24 hours before the start"), std::string::npos) << words(after);
  EXPECT_NE(words(before).find("more than 12 hours before the start"), std::string::npos) << words(before);
}

TEST(Editions, publishing_is_previewed_announced_with_its_differences_and_kept_with_its_author) {
  CLAUSE("HAR-4.2.3a");
  CLAUSE("HAR-4.3.1a");
  CLAUSE("HAR-4.3.7a");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  (void)story.book(client, specialist, astana("2026-12-11T12:00"));
  story.pass(std::chrono::minutes(1));

  auto& administrator = story.staff("administrator");
  auto const address = "/v1/offers/offer/2026-12-08/changes?lang=en";
  EXPECT_EQ(client.visitor.get(address).status, 404) << "what lies ready is nobody's business yet";
  auto const preview =
      story.expect(administrator.visitor.get("/v1/staff/offers/offer/2026-12-08/preview?lang=en"), 200);
  EXPECT_EQ(told_terms(preview.at("changes")), (Lines{"cancellation.window_hours 12 24 HAR-3.8a"}));
  EXPECT_EQ(told_paragraphs(preview.at("changes")), (Lines{"3.7 changed", "3.8 changed", "8.9 added"}));
  auto const offers = administrator.visitor.get("/v1/staff/offers").json().at("items").as_array();
  auto const first = std::ranges::find_if(offers, [](auto const& item) {
    return text_at(item, "document") == "offer" && text_at(item, "version") == "2023-02-24";
  });
  ASSERT_NE(first, offers.end());
  EXPECT_GE(first->at("accepted_by").as_int64(), 1);
  EXPECT_EQ(preview.at("asked_again"), first->at("accepted_by"));
  EXPECT_EQ(preview.at("paid_on_old_terms").as_int64(), 1);
  EXPECT_EQ(preview.at("unpaid_holds").as_int64(), 1);

  object const edition{{"document", "offer"}, {"version", stricter_edition}};
  EXPECT_EQ(story.staff("support").visitor.post("/v1/staff/offers", edition).status, 403);
  publish_stricter_edition(story);
  auto const published_at = story.now();
  auto const changes = story.expect(client.visitor.get(address), 200);
  EXPECT_EQ(text_at(changes, "since"), "2023-02-24");
  EXPECT_EQ(text_at(changes, "effective_at"), to_rfc3339(published_at));
  EXPECT_EQ(told_terms(changes), (Lines{"cancellation.window_hours 12 24 HAR-3.8a"}));
  EXPECT_EQ(told_paragraphs(changes), (Lines{"3.7 changed", "3.8 changed", "8.9 added"}));
  EXPECT_FALSE(client.visitor.get("/v1/me").json().at("accepted_current_offer").as_bool()) << "and so a banner asks";
  accept_stricter_edition(story, client);
  EXPECT_TRUE(client.visitor.get("/v1/me").json().at("accepted_current_offer").as_bool());

  Lines history;
  for (auto const& item : administrator.visitor.get("/v1/staff/offers").json().at("items").as_array()) {
    if (text_at(item, "document") != "offer") continue;
    auto const by = item.as_object().contains("published_by");
    history.push_back(text_at(item, "version") + " " + text_at(item, "state") + " " + text_at(item, "published_at") +
                      " by " + (by ? text_at(item, "published_by") : "nobody") + ", accepted by " +
                      std::to_string(item.at("accepted_by").as_int64()));
  }
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0],
            "2026-12-08 in_force " + to_rfc3339(published_at) + " by " + administrator.id + ", accepted by 1");
  EXPECT_TRUE(history[1].starts_with("2023-02-24 former ")) << history[1];
}

TEST(Editions, what_is_paid_keeps_its_terms_and_what_is_paid_later_comes_under_the_new) {
  CLAUSE("HAR-4.2.3c");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const before = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.pass(std::chrono::minutes(1));
  publish_stricter_edition(story);
  accept_stricter_edition(story, client);
  auto const after = story.booked_and_paid(client, specialist, astana("2026-12-10T14:00"));

  story.pass_until(astana("2026-12-09T18:00"));  // 18 and 20 hours before, in support hours
  auto const back = [&](std::string const& booking) {
    return story.cancellation_preview(client, booking).at("refund").at("minor").as_int64();
  };
  EXPECT_EQ(back(before), price_minor) << "12 hours are enough under the terms that it was paid under";
  EXPECT_EQ(back(after), 0) << "24 hours are asked for under the new";
}

TEST(Editions, a_booking_is_paid_under_the_edition_in_force_at_the_instant_of_paying) {
  CLAUSE("HAR-4.2.3b");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& early = story.client("early", "+77010000041");
  auto& late = story.client("late", "+77010000042");
  auto const takes_effect = story.now() + std::chrono::minutes(5);
  publish_stricter_edition(story, takes_effect);
  auto const first = story.book(early, specialist, astana("2026-12-10T12:00"));
  auto const second = story.book(late, specialist, astana("2026-12-11T12:00"));

  story.pass_until(takes_effect - std::chrono::microseconds(1));
  (void)story.begin_payment(early, first);
  story.pass_until(takes_effect);
  (void)story.begin_payment(early, first);  // begun before: the same attempt goes on
  EXPECT_EQ(text_at(story.booking(early, first), "terms_version"), "2023-02-24");

  auto const pay = [&] {
    return late.visitor.post("/v1/bookings/" + second + "/payment",
                             object{{"accepts_no_refund", false}, {"accepts_partner_terms", "2026-01-15"}});
  };
  auto const refused = pay();
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "contract_outdated");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-2.5b");
  EXPECT_EQ(text_at(story.booking(late, second), "terms_version"), "2023-02-24") << "a refusal changes nothing";
  accept_stricter_edition(story, late);
  EXPECT_LT(pay().status, 300);
  EXPECT_EQ(text_at(story.booking(late, second), "terms_version"), stricter_edition);
}

TEST(Editions, an_unpublished_specialist_and_a_new_price_touch_nothing_that_is_paid) {
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const id = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.pass(std::chrono::minutes(1));
  auto& administrator = story.staff("administrator");
  object const price{{"specialist_id", specialist.id}, {"price", object{{"minor", 9'900'000}, {"currency", "KZT"}}}};
  auto const changed = administrator.visitor.post("/v1/staff/prices", price);
  EXPECT_LT(changed.status, 300) << changed.body;
  auto const withdrawn = administrator.visitor.del("/v1/staff/specialists/" + specialist.id + "/publication");
  EXPECT_LT(withdrawn.status, 300) << withdrawn.body;

  auto const shown = story.booking(client, id);
  EXPECT_EQ(text_at(shown, "state"), "confirmed");
  EXPECT_EQ(shown.at("price").at("minor").as_int64(), price_minor);
  EXPECT_EQ(shown.at("order").at("paid").at("minor").as_int64(), price_minor);
  EXPECT_EQ(story.cancellation_preview(client, id).at("refund").at("minor").as_int64(), price_minor);
}

}  // namespace
}  // namespace kelisim::test
