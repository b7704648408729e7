#pragma once

#include "identity/settings.h"
#include "platform/http/server.h"
#include "privacy/keys.h"

#include <memory>

namespace kelisim::identity {

/// Who holds a session token. A session that was ended, has outlived its life or, for staff, has been idle for too
/// long is nobody's from that instant on; so is every session of blocked staff and specialists. A blocked client is
/// `Role::barred`: what was decided, complaints and one's own data stay open (HAR-4.2.16b). The last use of staff
/// sessions is kept in memory and written out by the job `identity.note_use` once a minute, because a read may not
/// write.
class SessionAuthenticator final : public http::Authenticator {
 public:
  SessionAuthenticator(privacy::ServerKeys const& keys, Settings const& settings);
  ~SessionAuthenticator() override;

  [[nodiscard]] std::optional<Caller> identify(db::Tx& tx, std::string_view token, Instant now) override;

  /// Writes out what identify() noted since the last time.
  void note_use(db::Tx& tx);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kelisim::identity
