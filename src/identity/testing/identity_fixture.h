#pragma once

#include "clause_mark.h"
#include "database_fixture.h"
#include "identity/authenticator.h"
#include "identity/demo.h"
#include "identity/identity.h"
#include "identity/migrations.h"
#include "identity/people.h"
#include "platform/json/described.h"
#include "privacy/migrations.h"
#include "terms/editions.h"
#include "terms/migrations.h"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include <string>
#include <vector>

namespace kelisim::identity {

inline constexpr Instant monday_noon{1'796'626'800'000'000};  ///< 2026-12-07T12:00:00+05:00

struct SentCode {
  std::string phone;
  std::string code;
  std::string language;
  Instant at;
};

/// Notes codes instead of writing them to an outbox. What an undone mark sent is noted in `tried` alone.
class NotingSender final : public CodeSender {
 public:
  explicit NotingSender(privacy::Vault const& vault) : vault_(vault) {}
  void send_code(db::Tx& tx, Instant now, CodeMessage const& message) override;
  void send_email_code(db::Tx& tx, Instant now, EmailCodeMessage const& message) override;

  /// Of messages whose person is still there: what was undone is not.
  std::vector<SentCode> delivered(db::Database& database);
  std::size_t tried() const { return all_.size(); }
  /// To addresses, oldest first; `phone` is the address.
  std::vector<SentCode> const& letters() const { return letters_; }

 private:
  privacy::Vault const& vault_;
  std::vector<std::pair<PersonId, SentCode>> all_;
  std::vector<SentCode> letters_;
};

/// The room's routes over a database of either engine, asked as a server would ask them: GET on a snapshot, a refusal
/// undone unless it says that its effects stay.
class IdentityFixture : public test::OnBothEngines {
 protected:
  IdentityFixture();

  struct Request {
    std::string_view route;  ///< its operation id
    boost::json::value body = nullptr;
    std::string token = {};  ///< of a sign-in session
    http::Call::Fields path = {};
    http::Call::Fields query = {};
    std::string address = "192.0.2.1";
  };
  struct Answer {
    int status = 0;
    boost::json::value body;  ///< of a refusal: {code, clause?, errors?}
    std::string token = {};   ///< set as a cookie
    bool cleared = false;

    [[nodiscard]] std::string code() const;
    [[nodiscard]] std::string clause() const;
    /// `age:under_age concern_text:text_required`
    [[nodiscard]] std::string errors() const;
    [[nodiscard]] std::string text(std::string_view member) const;
    [[nodiscard]] bool has(std::string_view member) const;
  };
  Answer ask(Request const& request);

  [[nodiscard]] boost::json::object registration(std::string_view phone) const;
  /// The code that was sent last to the number; empty: none.
  std::string last_code(std::string_view phone);
  [[nodiscard]] std::size_t sent_to(std::string_view phone);
  /// Registers and signs in.
  Answer register_client(std::string_view phone);
  /// An account of staff; returns the secret's URI and person.
  Provisioned make_staff(std::string_view phone, Role role);
  /// What the authenticator app of the account shows now.
  std::string totp_of(PersonId person);
  Answer sign_in_staff(std::string_view phone, PersonId person);
  PersonId person_of(std::string_view phone);
  PhoneNumber phone(std::string_view text);
  void advance(Duration by) { now_ = now_ + by; }
  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }

  Instant now_ = monday_noon;
  http::Call::Fields asked_headers_;  ///< sent with every request from now on
  SeededRandom random_{17};
  std::array<std::uint8_t, 32> master_{3, 1, 4};
  privacy::ServerKeys keys_ = privacy::ServerKeys::from_master(master_);
  privacy::Vault vault_{keys_, random_};
  privacy::Audit audit_{keys_};
  terms::Brand brand_ = terms::Brand::load(std::string(KELISIM_SOURCE_DIR) + "/brands/harmonia");
  Settings settings_ = settings_of(brand_, false);
  NotingSender sender_{vault_};
  std::vector<std::string> ended_;                       ///< sessions that listeners were told of
  std::map<std::string, PersonId, std::less<>> owners_;  ///< by the numbers that the rooms above would know
  Parts parts_{keys_,
               vault_,
               audit_,
               random_,
               brand_,
               settings_,
               sender_,
               [this](std::string const& session) { ended_.push_back(session); },
               [this](db::Tx&, std::string_view number) {
                 auto const found = owners_.find(number);
                 return found == owners_.end() ? std::nullopt : std::optional(found->second);
               }};
  People people_{vault_, audit_, random_, settings_};
  SessionAuthenticator authenticator_{keys_, settings_};
  http::Routes routes_;

 private:
  Answer handle(http::RouteEntry const& entry, Request const& request, db::Tx& tx,
                std::vector<std::function<void()>>& effects);
};

}  // namespace kelisim::identity
