#pragma once

#include "auditor.h"
#include "dice.h"
#include "faulty_database.h"
#include "lying_acquirer.h"

#include "scratch_folder.h"
#include "second_edition.h"
#include "test_business.h"
#include "visitor.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::sim {

/// How a run ended. Empty findings are what everybody wants.
struct Report {
  std::vector<std::string> findings;  ///< each with the number of the operation after which it was seen
  std::int64_t operations = 0;
  std::uint64_t trace = 0;
  std::map<std::string, std::int64_t> actions;   ///< how often each was taken, and its refusals as `name:code`
  std::map<std::string, std::uint64_t> mishaps;  ///< of the database and of the acquirer
  std::int64_t decisions = 0;                    ///< that were replayed at the end
  std::int64_t restarts = 0;
  std::int64_t jobs = 0;
  std::int64_t days = 0;      ///< that passed in the world
  std::int64_t people = 0;    ///< who registered
  std::int64_t promises = 0;  ///< that the business made, each final
  std::int64_t cases = 0;     ///< claims and questions
};

struct Scale {
  std::uint64_t seed = 1;
  std::int64_t operations = 1000;
  std::int64_t days = 0;  ///< beside them: the world goes on until so many have passed and everybody has signed up
  std::string postgres = {};     ///< libpq keywords; empty: SQLite
  std::size_t clients_max = 60;  ///< people who sign up
  std::int64_t inspect_every = 250;
  bool faults = true;
  std::string folder = {};                           ///< where the data stay; empty: they go with the world
  std::function<void(Report const&)> progress = {};  ///< hears the report so far, every 2,500 operations
};

/// What somebody wrote to the business and must find again.
struct OwnCase {
  std::string id;
  std::string text;
};

/// Somebody in the world, at their own connection.
struct Person {
  std::string phone;
  std::string id = {};
  test::Visitor visitor;
  bool signed_in = false;
  std::string pseudonym = {};  ///< last saved in the questionnaire
  std::vector<std::string> bookings = {};
  std::vector<OwnCase> cases = {};
};

/// What a client once asked with a key, and what came back for good.
struct Remembered {
  std::size_t person = 0;
  std::string method;
  std::string target;
  boost::json::value body;
  std::string key;
  int status = 0;
  std::string answer;
  Instant at{};
};

/// A business, its people and its bad luck, all from one seed. Single-threaded from the outside: one request or one
/// job at a time.
class World {
 public:
  explicit World(Scale const& scale);
  ~World();
  World(World const&) = delete;
  World& operator=(World const&) = delete;

  [[nodiscard]] Report run();

  /// What would be found at the end if somebody did this to the database; it is undone. Shows that the auditor sees.
  [[nodiscard]] std::vector<std::string> findings_after(std::function<void(db::Tx&)> const& harm);
  /// Does it for good.
  void harm(std::function<void(db::Tx&)> const& harm) { real_database().write_now(harm); }
  [[nodiscard]] Report const& report() const noexcept { return report_; }

  // What actions are made of.
  struct Ask {
    std::string method;
    std::string target;
    boost::json::value body = {};
    std::string key = {};    ///< a fresh one where the method writes
    std::string bytes = {};  ///< instead of the body: no JSON, no key
  };
  /// Asks until there is an answer that is final: faults are asked again with the same key, a dead process is started
  /// anew first.
  test::Answer ask(Person& person, Ask request);
  /// How often the last request was asked until its answer was heard: so often it may have been carried out.
  [[nodiscard]] std::int64_t last_tries() const noexcept { return last_tries_; }
  void finding(std::string what);
  void note(std::string_view action, test::Answer const& answer);
  void pass(Duration by);
  /// The clock goes on and nothing runs until it stands.
  void jump(Duration by);
  void run_jobs();
  /// Callbacks that are due reach the business; each is a hint and nothing else.
  void deliver_callbacks();
  void hint(std::string const& order_number);
  [[nodiscard]] std::set<std::string> open_choices();  ///< bookings whose client still has to choose
  [[nodiscard]] std::set<std::string> questions();     ///< bookings whose client was asked anything
  struct Appointment {
    std::string booking;
    std::string specialist;
    Instant starts_at;
  };
  [[nodiscard]] std::optional<Appointment> next_appointment();
  void count(std::string_view action) { ++report_.actions[std::string(action)]; }
  void presence(std::string const& booking, bool specialist, bool joins);

  /// Counted in days: people come oftener, and more nights pass in which nothing is done.
  [[nodiscard]] bool lasts_long() const noexcept { return scale_.days > 0; }
  [[nodiscard]] Dice& dice() noexcept { return dice_; }
  [[nodiscard]] std::uint16_t port() const { return business_->port(); }
  [[nodiscard]] Instant now() const { return business_->clock().now(); }
  [[nodiscard]] LyingAcquirer& acquirer() noexcept { return acquirer_; }
  [[nodiscard]] Auditor& auditor() noexcept { return auditor_; }
  [[nodiscard]] std::vector<std::unique_ptr<Person>>& clients() noexcept { return clients_; }
  [[nodiscard]] std::vector<std::unique_ptr<Person>>& specialists() noexcept { return specialists_; }
  [[nodiscard]] Person& staff(std::string_view role) { return *staff_.at(std::string(role)); }
  [[nodiscard]] std::vector<Remembered>& memory() noexcept { return memory_; }
  [[nodiscard]] std::optional<std::string> code_for(std::string const& phone);
  struct OfferInForce {
    std::string version;
    std::string hash;
  };
  [[nodiscard]] OfferInForce offer_in_force(Person& person);
  /// The next that may be published by now; nothing when all are, or the last one is too young.
  [[nodiscard]] test::LaterEdition const* next_edition() const;
  void edition_published();
  /// Clients whom the desk shut out, as far as the desk remembers.
  [[nodiscard]] bool refuses(Person const& person, test::Answer const& answer) const {
    return answer.status == 403 && shut_out_.contains(person.id);
  }
  [[nodiscard]] std::set<std::string>& shut_out() noexcept { return shut_out_; }
  [[nodiscard]] std::size_t clients_max() const noexcept { return scale_.clients_max; }
  [[nodiscard]] std::string fresh_key() { return "sim-" + std::to_string(++last_key_); }
  bool sign_in_staff(Person& person);
  bool sign_in_client(Person& person);
  /// Signs in whoever was last told to.
  bool is_in(Person& person) { return person.signed_in || sign_in_client(person); }

 private:
  void open();
  void meet_everybody();
  void revive();
  void inspect();
  void calm_down();
  [[nodiscard]] bool goes_on() const;
  void count_everything();
  [[nodiscard]] std::vector<std::string> prove(db::Tx& tx);
  [[nodiscard]] std::vector<std::string> looked_at(std::function<std::vector<std::string>(db::Tx&)> const& look);
  [[nodiscard]] db::Database& real_database();
  [[nodiscard]] test::Answer ask_until_heard(Person& person, Ask const& request);

  Scale scale_;
  Dice dice_;
  Weather weather_;
  std::unique_ptr<test::TestBusiness> business_;
  FaultyDatabase* database_ = nullptr;
  LyingAcquirer acquirer_;
  Auditor auditor_;
  TraceHash trace_;
  Report report_;
  std::vector<std::unique_ptr<Person>> clients_;
  std::vector<std::unique_ptr<Person>> specialists_;
  std::map<std::string, std::unique_ptr<Person>> staff_;
  std::vector<Remembered> memory_;
  test::ScratchFolder brand_folder_;
  std::size_t editions_published_ = 0;
  Instant last_edition_at_{};
  std::set<std::string> shut_out_;
  std::int64_t last_tries_ = 0;
  Instant began_{};
  std::uint64_t last_key_ = 0;
};

/// The commit that the program was built from, for whoever must repeat a run.
[[nodiscard]] std::string_view built_from();

}  // namespace kelisim::sim
