#include "identity/authenticator.h"

#include "privacy/keyed_hash.h"
#include "store/sessions.h"
#include "use_cases/sign_in_sessions.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace kelisim::identity {
namespace {

constexpr std::size_t token_length = 43;   // base64url of 32 bytes
constexpr std::size_t noted_max = 20'000;  // staff sessions in use: above it a use is not noted, idleness comes early

}  // namespace

struct SessionAuthenticator::State {
  privacy::ServerKeys const& keys;
  Settings const& settings;
  std::mutex mutex;
  std::map<store::SessionId, Instant> last_use;  ///< later than what the table says, since the last note_use()

  /// The last use before this one, which takes its place; `known` is what the table says.
  bool in_use(store::Holder const& holder, Instant now) {
    std::lock_guard const lock(mutex);
    auto const noted = last_use.find(holder.id);
    auto const last = noted == last_use.end() ? holder.used_at : std::max(holder.used_at, noted->second);
    if (now - last > settings.staff_idle) return false;
    if (noted != last_use.end()) {
      noted->second = std::max(now, last);
    } else if (last_use.size() < noted_max) {
      last_use.emplace(holder.id, std::max(now, last));
    }
    return true;
  }
};

SessionAuthenticator::SessionAuthenticator(privacy::ServerKeys const& keys, Settings const& settings)
    : state_(new State{keys, settings, {}, {}}) {}

SessionAuthenticator::~SessionAuthenticator() = default;

std::optional<Caller> SessionAuthenticator::identify(db::Tx& tx, std::string_view token, Instant now) {
  if (token.size() != token_length) return std::nullopt;
  auto const holder = store::find_holder(tx, hash_token(state_->keys, token));
  if (!holder || now >= holder->expires_at) return std::nullopt;
  if (holder->blocked && holder->role != Role::client) return std::nullopt;
  if (idles_out(holder->role) && !state_->in_use(*holder, now)) return std::nullopt;
  return Caller{
      .role = holder->blocked ? Role::barred : holder->role, .person = holder->person, .session = holder->id.str()};
}

void SessionAuthenticator::note_use(db::Tx& tx) {
  std::map<store::SessionId, Instant> noted;
  {
    std::lock_guard const lock(state_->mutex);
    noted = state_->last_use;
  }
  for (auto const& [session, at] : noted) store::note_session_use(tx, session, at);
  // Only what was not used again is forgotten: were this transaction lost, the rest is written by the next one.
  std::lock_guard const lock(state_->mutex);
  std::erase_if(state_->last_use, [&](auto const& use) {
    auto const written = noted.find(use.first);
    return written != noted.end() && written->second == use.second;
  });
}

}  // namespace kelisim::identity
