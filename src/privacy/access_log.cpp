#include "privacy/access_log.h"

#include "store/access_rows.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <tuple>

namespace kelisim::privacy {
namespace {

constexpr Field address_field{"privacy.address"};
constexpr std::size_t noted_max = 20'000;  // lines of each kind between two writings
constexpr std::size_t address_bytes_max = 64;
constexpr Duration write_period = std::chrono::minutes(1);
constexpr Duration forget_period = std::chrono::hours(1);
constexpr int forgotten_at_once = 10'000;  // a full page is followed by the next an hour later
constexpr Duration hour = std::chrono::hours(1);

Instant hour_of(Instant at) { return {at.micros - at.micros % hour.count()}; }

struct Span {
  Instant from;
  Instant until;
  std::int64_t times = 0;

  void take(Instant at) {
    from = times == 0 ? at : std::min(from, at);
    until = times == 0 ? at : std::max(until, at);
    ++times;
  }
};

}  // namespace

struct AccessLog::Heard {
  using Who = std::tuple<Instant, std::optional<PersonId>, std::string>;  ///< hour, person, address
  using What =
      std::tuple<PersonId, std::string, std::string, int, std::string>;  ///< …, route, object, status, address

  struct Lines {
    std::map<Who, Span> accesses;
    std::map<What, Span> refusals;
    std::int64_t lost = 0;
  };
  std::mutex mutex;
  Lines lines;

  void note(http::Answered const& answered) {
    std::string const address(answered.address.substr(0, address_bytes_max));
    std::lock_guard const lock(mutex);
    take(lines.accesses, Who{hour_of(answered.at), answered.person, address}, answered.at);
    if (!answered.refused || !answered.person) return;
    // What is no id may be anything, a telephone number too: it is not kept.
    auto const object = IdText::parse(answered.object) ? std::string(answered.object) : std::string();
    take(lines.refusals, What{*answered.person, std::string(answered.route), object, answered.status, address},
         answered.at);
  }

 private:
  template <class Key>
  void take(std::map<Key, Span>& noted, Key key, Instant at) {
    auto found = noted.find(key);
    if (found == noted.end() && noted.size() >= noted_max) {
      ++lines.lost;
      return;
    }
    if (found == noted.end()) found = noted.emplace(std::move(key), Span{}).first;
    found->second.take(at);
  }
};

AccessLog::AccessLog(Vault const& vault, Audit const& audit, Random& random)
    : vault_(vault), audit_(audit), random_(random), heard_(std::make_unique<Heard>()) {}

AccessLog::~AccessLog() = default;

void AccessLog::answered(http::Answered const& answered) noexcept {
  try {
    heard_->note(answered);
  } catch (std::bad_alloc const&) {
    return;  // the answer is worth more than the line about it
  }
}

void AccessLog::write_out(db::Tx& tx, Instant now) {
  Heard::Lines lines;
  {
    std::lock_guard const lock(heard_->mutex);
    std::swap(lines, heard_->lines);
  }
  auto const seal = [&](std::optional<PersonId> const& person, std::string const& address) {
    return person ? vault_.seal(tx, *person, address_field, address) : db::Bytes{};
  };
  auto const lives = [&](PersonId person) { return vault_.state(tx, person) == KeyState::live; };
  for (auto const& [who, span] : lines.accesses) {
    auto const& [begins, person, address] = who;
    if (person && !lives(*person)) continue;
    store::add_access(tx, {.id = random_.id<AccessId>(span.from),
                           .hour = begins,
                           .address_hash = vault_.address_hash(address),
                           .person = person,
                           .address = seal(person, address),
                           .from = span.from,
                           .until = span.until,
                           .requests = span.times});
  }
  for (auto const& [what, span] : lines.refusals) {
    auto const& [person, route, object, status, address] = what;
    if (!lives(person)) continue;
    store::insert_refusal(tx, {.id = random_.id<RefusalId>(span.from),
                               .person = person,
                               .route = route,
                               .object = object,
                               .status = status,
                               .address = seal(person, address),
                               .from = span.from,
                               .until = span.until,
                               .times = span.times});
  }
  if (lines.lost > 0)
    audit_.append(tx, now, {.action = "privacy.accesses_lost", .object = std::to_string(lines.lost)});
}

std::optional<std::string> AccessLog::address_of(db::Tx& tx, std::optional<PersonId> person,
                                                 db::Bytes const& sealed) const {
  if (!person) return std::nullopt;
  return vault_.open(tx, *person, address_field, sealed);
}

void forget_lines(db::Tx& tx, Instant now) {
  store::forget_accesses(tx, now - accesses_kept, forgotten_at_once);
  store::forget_refusals(tx, now - refusals_kept, forgotten_at_once);
}

void add_jobs(jobs::JobRunner& runner, AccessLog& log) {
  runner.every("privacy.write_accesses", write_period, [&log](jobs::JobContext& context) {
    context.database().write_now([&](db::Tx& tx) {
      log.write_out(tx, context.now());
      context.finish(tx);
    });
    return jobs::JobResult::done();
  });
  runner.every("privacy.forget_accesses", forget_period, [](jobs::JobContext& context) {
    context.database().write_now([&](db::Tx& tx) {
      forget_lines(tx, context.now());
      context.finish(tx);
    });
    return jobs::JobResult::done();
  });
}

}  // namespace kelisim::privacy
