// The store on both engines: what is only added, what stands once.
#include "contracts/migrations.h"
#include "database_fixture.h"
#include "kernel/fault.h"
#include "platform/db/database.h"
#include "platform/random.h"
#include "store/standing.h"

#include <gtest/gtest.h>

#include <string>

namespace kelisim::contracts {
namespace {

Instant at(std::string_view text) { return *parse_rfc3339(text); }
Money kzt(std::int64_t tenge) { return {tenge * 100, Currency::KZT}; }
db::Bytes sealed(std::string_view text) { return {text.begin(), text.end()}; }

class Store : public test::OnBothEngines {
 protected:
  Store() { database().migrate(contracts::migrations()); }

  template <class F>
  auto write(F work) {
    return database().write_now(work);
  }

  Breach recorded() {
    Breach const breach{.id = random.id<BreachId>(now),
                        .client = client,
                        .code = "4.2.16",
                        .account = sealed("account"),
                        .booking = std::nullopt,
                        .recorded_by = staff,
                        .recorded_at = now,
                        .terms_version = "2023-02-24"};
    write([&](db::Tx& tx) { store::insert_breach(tx, breach); });
    return breach;
  }
  store::Restriction restriction(std::optional<BreachId> breach) {
    return {.id = random.id<store::RestrictionId>(now),
            .client = client,
            .breach = breach,
            .ground = "4.2.16",
            .shows_ground = true,
            .reasons = sealed("reasons"),
            .imposed_by = staff,
            .imposed_at = now,
            .clause = "HAR-4.2.16b",
            .decision = "d"};
  }

  SeededRandom random{7};
  Instant now = at("2026-12-07T10:00:00Z");
  PersonId client = random.id<PersonId>(now);
  PersonId staff = random.id<PersonId>(now);
};
KELISIM_ON_BOTH_ENGINES(Store);

TEST_P(Store, KeepsABreachWithAllThatFollowsAsItWasWritten) {
  auto const breach = recorded();
  write([&](db::Tx& tx) {
    store::Evidence const item{1, EvidenceKind::publication, sealed("words"), sealed("sum"), staff, now};
    EXPECT_TRUE(store::insert_evidence(tx, breach.id, item));
    EXPECT_FALSE(store::insert_evidence(tx, breach.id, item)) << "a number is taken once";
    store::RulingRow const ruling{true, sealed("reasons"), staff, now, "HAR-4.2.16b", "d"};
    EXPECT_TRUE(store::insert_ruling(tx, breach.id, ruling));
    EXPECT_FALSE(store::insert_ruling(tx, breach.id, ruling)) << "ruled on once";
    store::insert_forfeit(tx, breach.id, {random.id<scheduling::BookingId>(now), kzt(15'000)});
    store::DemandRow const demand{kzt(1'000'000), kzt(250'000), staff, now, at("2026-12-18T18:59:59Z"), "c", "d"};
    EXPECT_TRUE(store::insert_demand(tx, breach.id, demand));
    EXPECT_FALSE(store::insert_demand(tx, breach.id, demand)) << "demanded once";
    store::DemandEndRow const end{DemandEnd::contested, now, true, staff, now};
    EXPECT_TRUE(store::insert_demand_end(tx, breach.id, end));
    EXPECT_FALSE(store::insert_demand_end(tx, breach.id, end));
  });
  write([&](db::Tx& tx) {
    auto const found = store::lock_breach(tx, breach.id);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->code, "4.2.16");
    EXPECT_EQ(found->account, sealed("account"));
    EXPECT_FALSE(found->booking.has_value());
    EXPECT_EQ(store::evidence_of(tx, breach.id).at(0).kind, EvidenceKind::publication);
    EXPECT_TRUE(store::ruling_of(tx, breach.id)->confirmed);
    EXPECT_EQ(store::forfeits_of(tx, breach.id).at(0).amount, kzt(15'000));
    EXPECT_EQ(store::demand_of(tx, breach.id)->penalty, kzt(1'000'000));
    EXPECT_EQ(store::demand_of(tx, breach.id)->damage, kzt(250'000));
    EXPECT_EQ(store::demand_end_of(tx, breach.id)->what, DemandEnd::contested);
    EXPECT_EQ(store::breaches_of(tx, client, 10).size(), 1U);
    EXPECT_EQ(store::list_breaches(tx, breach.id, 10).size(), 0U);
  });
}

TEST_P(Store, NeverEditsWhatWasDecided) {
  auto const breach = recorded();
  write([&](db::Tx& tx) {
    EXPECT_TRUE(store::insert_ruling(tx, breach.id, {false, sealed("r"), staff, now, "HAR-6.2d", "d"}));
  });
  for (auto const* const sql : {"UPDATE contracts_rulings SET confirmed = 1", "DELETE FROM contracts_breaches"}) {
    EXPECT_ANY_THROW(write([&](db::Tx& tx) { tx.execute(db::Sql{"test.edit", sql}); })) << sql;
  }
}

TEST_P(Store, HasOneRestrictionAndOneEndThatStand) {
  auto const breach = recorded();
  write([&](db::Tx& tx) {
    auto const first = restriction(breach.id);
    EXPECT_TRUE(store::insert_restriction(tx, first));
    EXPECT_FALSE(store::insert_restriction(tx, restriction(std::nullopt)));
    EXPECT_EQ(store::standing_restriction(tx, client)->breach, breach.id);
    store::lift_restriction(tx, first.id, {staff, sealed("lifted"), "d", now});
    EXPECT_FALSE(store::standing_restriction(tx, client).has_value());
    EXPECT_TRUE(store::insert_restriction(tx, restriction(std::nullopt)));
    EXPECT_FALSE(store::standing_restriction(tx, client)->breach.has_value());

    store::ContractEnd end{.id = random.id<store::EndId>(now),
                           .client = client,
                           .initiator = Initiator::client,
                           .sent = Sent::registered_address,
                           .breach = std::nullopt,
                           .reasons = std::nullopt,
                           .ended_at = now,
                           .recorded_by = staff,
                           .recorded_at = now,
                           .clause = "HAR-4.4.3a",
                           .decision = "d"};
    EXPECT_TRUE(store::insert_end(tx, end));
    EXPECT_EQ(store::standing_end(tx, client)->sent, Sent::registered_address);
    auto const id = end.id;
    end.id = random.id<store::EndId>(now);
    EXPECT_FALSE(store::insert_end(tx, end));
    store::undo_end(tx, id, now);
    EXPECT_FALSE(store::standing_end(tx, client).has_value());
    EXPECT_TRUE(store::insert_end(tx, end));
  });
}

}  // namespace
}  // namespace kelisim::contracts
