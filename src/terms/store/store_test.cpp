// The store of the terms room on both engines.
#include "clause_mark.h"
#include "database_fixture.h"
#include "terms/acceptance.h"
#include "terms/clauses.h"
#include "terms/decisions.h"
#include "terms/editions.h"
#include "terms/migrations.h"
#include "testing/two_editions.h"

#include <gmock/gmock.h>

#include <array>
#include <barrier>
#include <map>
#include <thread>

namespace kelisim::terms {
namespace {

using ::testing::ElementsAre;

Instant at(std::string_view text) { return *parse_rfc3339(text); }

PersonId person(char last) {
  auto text = std::string(26, '0');
  text.back() = last;
  return *PersonId::parse(text);
}

struct Doubling {
  std::int64_t number;
};
BOOST_DESCRIBE_STRUCT(Doubling, (), (number))

class TermsStore : public test::OnBothEngines {
 protected:
  TermsStore() : brand(brand_with_two_editions()) {
    database().migrate(migrations());
    database().write_now([&](db::Tx& tx) { settle_editions(tx, brand, start); });
  }

  template <class F>
  auto write(F work) {
    return database().write_now(work);
  }
  template <class F>
  auto read(F work) {
    return database().read_now(work);
  }

  NewAcceptance acceptance(std::string_view version, Instant when) const {
    return {.person = person('1'),
            .document = "offer",
            .version = std::string(version),
            .content_hash = brand.documents.find("offer", version)->content_hash,
            .language = "kk",
            .accepted_at = when,
            .evidence = {1, 2, 3}};
  }

  Brand const brand;
  SeededRandom random{1};
  Instant const start = at("2026-12-07T00:00:00Z");
  Instant const change = at("2026-12-08T04:00:00Z");
};

TEST_P(TermsStore, settling_again_changes_nothing) {
  write([&](db::Tx& tx) { settle_editions(tx, brand, start + std::chrono::hours(1)); });
  auto const editions = read([](db::Tx& tx) { return published_editions(tx, "offer"); });
  ASSERT_EQ(editions.size(), 1U);
  EXPECT_EQ(editions[0].version, "2023-02-24");
  EXPECT_EQ(editions[0].published_at, start);
}

TEST_P(TermsStore, a_new_edition_is_in_force_from_its_microsecond_on) {
  CLAUSE("HAR-2.5b");
  CLAUSE("HAR-0c");
  CLAUSE("HAR-8.8b");
  auto const published = write(
      [&](db::Tx& tx) { return publish_edition(tx, brand, "offer", "2026-12-08", change, person('9'), start); });
  ASSERT_TRUE(published.has_value());
  auto const version = [&](Instant when) {
    return read([&](db::Tx& tx) { return edition_in_force(tx, "offer", when)->version; });
  };
  EXPECT_EQ(version(change - Duration(1)), "2023-02-24");
  EXPECT_EQ(version(change), "2026-12-08");
  EXPECT_EQ(version(change + Duration(1)), "2026-12-08");
  EXPECT_EQ(read([&](db::Tx& tx) { return terms_in_force(tx, brand, change).version; }), "2026-12-08");
  EXPECT_FALSE(
      read([&](db::Tx& tx) { return edition_in_force(tx, "offer", at("2020-01-01T00:00:00Z")); }).has_value());
  EXPECT_EQ(read([](db::Tx& tx) { return published_editions(tx, "offer"); }).size(), 2U) << "both stay retrievable";
}

TEST_P(TermsStore, of_two_who_publish_for_the_same_instant_at_once_one_is_refused) {
  CLAUSE("HAR-8.8b");
  auto racing = brand;
  std::map<std::string, std::string, std::less<>> texts;
  for (auto const& [language, text] : brand.documents.find("privacy", "2023-02-24")->texts) {
    texts.emplace(language, text.bytes);
  }
  for (auto const* version : {"2026-12-08", "2026-12-09"}) {
    racing.documents.add(Edition::make("privacy", version, texts));
  }
  std::barrier ready(2);
  std::array<bool, 2> published{};
  auto const publish = [&](std::size_t who, std::string_view version) {
    ready.arrive_and_wait();
    published[who] = write([&](db::Tx& tx) {
                       return publish_edition(tx, racing, "privacy", version, change, person('9'), start);
                     }).has_value();
  };
  std::thread other([&] { publish(1, "2026-12-09"); });
  publish(0, "2026-12-08");
  other.join();
  EXPECT_NE(published[0], published[1]);
  auto const current = [&](Instant when) {
    return read([&](db::Tx& tx) { return edition_in_force(tx, "privacy", when)->version; });
  };
  auto const won = std::string(published[0] ? "2026-12-08" : "2026-12-09");
  EXPECT_EQ(current(change - Duration(1)), "2023-02-24");
  EXPECT_EQ(current(change), won);
  EXPECT_EQ(current(change + Duration(1)), won);
  EXPECT_EQ(read([](db::Tx& tx) { return published_editions(tx, "privacy"); }).size(), 2U);
}

TEST_P(TermsStore, publishing_is_refused_in_the_order_of_its_reasons) {
  auto const publish = [&](std::string_view version, Instant effective_at) {
    return write(
        [&](db::Tx& tx) { return publish_edition(tx, brand, "offer", version, effective_at, person('9'), start); });
  };
  EXPECT_EQ(publish("2031-01-01", start - Duration(1)).error(), PublishRefusal::unknown_edition);
  EXPECT_EQ(publish("2023-02-24", start - Duration(1)).error(), PublishRefusal::already_published);
  EXPECT_EQ(publish("2026-12-08", start - Duration(1)).error(), PublishRefusal::in_the_past);
  EXPECT_TRUE(publish("2026-12-08", start).has_value());
}

TEST_P(TermsStore, a_published_text_that_changed_stops_the_server) {
  auto changed = brand;
  DocumentBook book;
  for (auto const& name : brand.documents.documents()) {
    book.set_first(name, brand.documents.first(name));
    book.add(Edition::make(name, "2023-02-24", {{"ru", "other"}, {"kk", "other"}, {"en", "other"}}));
  }
  changed.documents = book;
  EXPECT_THROW(write([&](db::Tx& tx) { settle_editions(tx, changed, start); }), BadBrand);
}

TEST_P(TermsStore, an_acceptance_keeps_version_hash_language_time_and_evidence) {
  CLAUSE("HAR-1.acceptance.a");
  CLAUSE("HAR-0a");
  auto const made = write([&](db::Tx& tx) { return accept(tx, random, acceptance("2023-02-24", start)); });
  auto const found = read([&](db::Tx& tx) { return current_acceptance(tx, person('1'), "offer"); });
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, made.id);
  EXPECT_EQ(found->version, "2023-02-24");
  EXPECT_EQ(found->content_hash, brand.documents.find("offer", "2023-02-24")->content_hash);
  EXPECT_EQ(found->language, "kk");
  EXPECT_EQ(found->accepted_at, start);
  EXPECT_EQ(read([&](db::Tx& tx) { return acceptance_evidence(tx, made.id); }), (db::Bytes{1, 2, 3}));
  EXPECT_EQ(read([&](db::Tx& tx) { return accepted_terms(tx, brand, person('1'))->version; }), "2023-02-24");
  EXPECT_EQ(read([&](db::Tx& tx) { return accepted_terms(tx, brand, person('2')); }), nullptr);
}

TEST_P(TermsStore, an_accepted_contract_has_no_end_of_its_own) {
  CLAUSE("HAR-2.5a");
  auto const accepted_at = at("2026-12-07T00:00:00Z");
  write([&](db::Tx& tx) { return accept(tx, random, acceptance("2023-02-24", accepted_at)); });
  auto const* terms = read([&](db::Tx& tx) { return accepted_terms(tx, brand, person('1')); });
  ASSERT_NE(terms, nullptr);
  EXPECT_EQ(terms->offer->contract_term.value, "indefinite");
  auto const years_later = at("2029-12-07T00:00:00Z");
  EXPECT_EQ(read([&](db::Tx& tx) { return edition_in_force(tx, "offer", years_later)->version; }), terms->version);
}

TEST_P(TermsStore, accepting_the_same_edition_again_adds_nothing) {
  auto const again = write([&](db::Tx& tx) {
    auto const first = accept(tx, random, acceptance("2023-02-24", start));
    auto const second = accept(tx, random, acceptance("2023-02-24", start + std::chrono::hours(1)));
    EXPECT_EQ(first.id, second.id);
    return second;
  });
  EXPECT_EQ(again.accepted_at, start);
  EXPECT_EQ(read([&](db::Tx& tx) { return acceptances_of(tx, person('1')); }).size(), 1U);
}

TEST_P(TermsStore, nothing_that_was_written_can_be_changed_or_removed) {
  write([&](db::Tx& tx) {
    accept(tx, random, acceptance("2023-02-24", start));
    record(tx, random,
           {.kind = "test.double",
            .subject = "s",
            .terms_version = "2023-02-24",
            .facts = "{}",
            .outcome = "{}",
            .because = clause("HAR-3.8a"),
            .decided_at = start});
  });
  static constexpr db::Sql breaches[] = {
      {"test.update_decision", "UPDATE terms_decisions SET outcome = '{}'"},
      {"test.delete_decision", "DELETE FROM terms_decisions"},
      {"test.update_edition", "UPDATE terms_editions SET effective_at_us = 0"},
      {"test.delete_edition", "DELETE FROM terms_editions"},
      {"test.update_acceptance", "UPDATE terms_acceptances SET version = '2023-02-24'"},
      {"test.delete_acceptance", "DELETE FROM terms_acceptances"}};
  for (auto const& breach : breaches) {
    EXPECT_THROW(write([&](db::Tx& tx) { tx.execute(breach); }), Fault) << breach.name;
  }
}

TEST_P(TermsStore, decisions_are_listed_newest_first_by_pages) {
  write([&](db::Tx& tx) {
    for (int n = 0; n < 5; ++n) {
      record(tx, random, "test.double", n % 2 == 0 ? "even" : "odd", person('1'), brand.terms.at("2023-02-24"),
             Doubling{n}, Doubling{2 * n}, clause("HAR-3.8a"), start + std::chrono::seconds(n));
    }
  });
  auto const facts = [](std::vector<Decision> const& decisions) {
    std::vector<std::string> texts;
    for (auto const& decision : decisions) texts.push_back(decision.facts);
    return texts;
  };
  read([&](db::Tx& tx) {
    EXPECT_THAT(facts(decisions_of(tx, "even")),
                ElementsAre(R"({"number":0})", R"({"number":2})", R"({"number":4})"));
    auto const first = list_decisions(tx, {.limit = 2});
    EXPECT_THAT(facts(first), ElementsAre(R"({"number":4})", R"({"number":3})"));
    EXPECT_THAT(facts(list_decisions(tx, {.before = first.back().id, .limit = 2})),
                ElementsAre(R"({"number":2})", R"({"number":1})"));
    EXPECT_THAT(facts(list_decisions(tx, {.subject = "odd"})), ElementsAre(R"({"number":3})", R"({"number":1})"));
    EXPECT_TRUE(list_decisions(tx, {.person = person('2')}).empty());
    return 0;
  });
}

TEST_P(TermsStore, replay_finds_exactly_the_decisions_that_differ) {
  write([&](db::Tx& tx) {
    auto const& terms = brand.terms.at("2023-02-24");
    record(tx, random, "test.unknown", "s", std::nullopt, terms, Doubling{0}, Doubling{0}, clause("HAR-3.8a"),
           start - std::chrono::seconds(1));
    for (int n = 0; n < 1200; ++n) {
      record(tx, random, "test.double", "s", std::nullopt, terms, Doubling{n}, Doubling{n == 777 ? 1 : 2 * n},
             clause("HAR-3.8a"), start + std::chrono::milliseconds(n));
    }
  });
  Replayer replayer;
  replayer.on_rule<Doubling>("test.double",
                             [](Doubling const& facts, Terms const&) { return Doubling{2 * facts.number}; });
  auto const report = read([&](db::Tx& tx) { return replay_all(tx, replayer, brand.terms); });
  EXPECT_EQ(report.decisions, 1201);
  ASSERT_EQ(report.differing.size(), 2U);
  EXPECT_EQ(report.differing[0].replayed, "no rule replays this kind");
  EXPECT_EQ(report.differing[1].stored.facts, R"({"number":777})");
  EXPECT_EQ(report.differing[1].replayed, R"({"number":1554})");
}

KELISIM_ON_BOTH_ENGINES(TermsStore);

}  // namespace
}  // namespace kelisim::terms
