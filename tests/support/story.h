#pragma once

#include "sandbox_gateway.h"
#include "test_business.h"
#include "visitor.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace kelisim::test {

/// Lines of a story, sorted: what happened and nothing else.
using Lines = std::vector<std::string>;

/// Somebody in a story. Lines call them by their label.
struct Actor {
  std::string label;
  std::string phone;
  std::string id = {};
  Visitor visitor;
};

/// A business with the stand-in acquirer, people who act over HTTP, and the news: every notice, decision and
/// transaction of the ledger that there was since the last time.
class Story {
 public:
  /// `astrology`, `scanner` and `group_engine` as of TestBusiness::Options.
  explicit Story(std::uint64_t seed = 1, std::filesystem::path brand = {}, std::filesystem::path astrology = {},
                 claims::Scanner* scanner = nullptr, groups::Engine* group_engine = nullptr);

  [[nodiscard]] TestBusiness& business() noexcept { return *business_; }
  [[nodiscard]] SandboxGateway& acquirer() noexcept { return *gateway_; }
  [[nodiscard]] Instant now() { return business_->clock().now(); }

  // Verbs. Each expects that it succeeds and throws with the answer when it does not.
  Actor& visitor(std::string label, std::string phone);
  Actor& newcomer(std::string label, std::string phone);  ///< registers, proves the number, accepts the offer
  Actor& client(std::string label, std::string phone);    ///< newcomer with the questionnaire filled in
  [[nodiscard]] Actor& actor(std::string const& label) { return *actors_.at(label); }
  /// Of the demo people, signed in, and again when the sign-in may have idled out: a code is good for one.
  Actor& staff(std::string const& role);
  Actor& specialist(std::string const& label, std::string const& phone);  ///< of the demo people, signed in
  void fill_in_questionnaire(Actor& client, int age = 31);
  /// Enters the address in the account and the code that came there.
  void register_email(Actor& actor, std::string const& email, std::string const& language = "en");
  std::string start_registration(Actor& visitor);  ///< challenge_id
  void enter_code(Actor& visitor, std::string const& challenge_id);
  std::string book(Actor& client, Actor const& specialist, Instant starts_at);
  /// Begins the payment and gives the address of the acquirer's page.
  std::string begin_payment(Actor& client, std::string const& booking, bool accepts_no_refund = false);
  void pay(Actor& client, std::string const& booking, bool accepts_no_refund = false);
  std::string booked_and_paid(Actor& client, Actor const& specialist, Instant starts_at);
  [[nodiscard]] boost::json::value booking(Actor& actor, std::string const& id);
  /// What the person confirmed of this kind, newest first.
  [[nodiscard]] boost::json::value confirmed(Actor& actor, std::string_view what);
  [[nodiscard]] boost::json::value cancellation_preview(Actor& actor, std::string const& id);
  Answer cancel(Actor& actor, std::string const& id, boost::json::object body = {});

  /// Time goes on from job to job; callbacks arrive when they are due.
  void pass(Duration by);
  void pass_until(Instant at);
  /// Runs what is due now, callbacks included.
  void settle();

  /// Everything new since the last call.
  [[nodiscard]] Lines news();
  void forget() { (void)news(); }
  /// Every balance that is not zero, of all accounts: `prepaid_specialist order-1 -1200000`.
  [[nodiscard]] Lines balances();

  [[nodiscard]] boost::json::value expect(Answer const& answer, int status);

 private:
  void equip(server::Business& business);
  void sign_in_by_totp(Actor& actor);
  [[nodiscard]] std::string name_of(std::string const& id);
  [[nodiscard]] Lines read_news(db::Tx& tx);

  MovableClock* clock_ = nullptr;
  std::unique_ptr<SandboxGateway> gateway_;
  std::unique_ptr<TestBusiness> business_;
  std::map<std::string, std::unique_ptr<Actor>> actors_;
  std::map<std::string, std::string> names_;                   ///< id → label
  std::map<std::string, std::optional<Instant>> staff_since_;  ///< role → when they last signed in
  std::set<std::string> seen_;  ///< ids of messages and decisions; many share one instant of a clock that stands
  std::int64_t seen_transaction_ = 0;
};

/// `2026-12-11T20:00` of Astana (UTC+5), seconds and microseconds where given.
[[nodiscard]] Instant astana(std::string const& wall);

}  // namespace kelisim::test
