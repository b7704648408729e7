#include "use_cases/sign_in_sessions.h"

#include "platform/json/described.h"
#include "privacy/keyed_hash.h"
#include "use_cases/fields.h"

namespace kelisim::identity {
namespace {

constexpr std::size_t token_bytes = 32;

// Cut at a whole character.
std::string bounded(std::string text) {
  if (text.size() <= user_agent_max) return text;
  auto end = user_agent_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

bool end(db::Tx& tx, PersonId person, store::SessionId id, std::string_view by, Instant now,
         std::vector<std::string>& ended) {
  auto const done = store::end_session(tx, person, id, by, now);
  if (done) ended.push_back(id.str());
  return done;
}

}  // namespace

OpenedSession open_session(db::Tx& tx, Parts const& parts, Person const& person, Visit const& visit) {
  OpenedSession opened{parts.random.id<store::SessionId>(visit.now), parts.random.token(token_bytes), {}};
  auto const& settings = parts.settings;
  auto const life = person.role == Role::client ? settings.client_session_life : settings.staff_session_life;
  if (auto const old = store::SessionId::parse(visit.session)) {
    if (auto const holder = store::person_of_session(tx, *old)) {
      end(tx, *holder, *old, "new_sign_in", visit.now, opened.replaced);
    }
  }
  auto live = store::live_sessions(tx, person.id, visit.now);
  for (; std::ssize(live) >= settings.sessions_per_person; live.pop_back()) {
    end(tx, person.id, live.back().id, "too_many", visit.now, opened.replaced);
  }
  store::insert_session(tx,
                        {.id = opened.id,
                         .person = person.id,
                         .evidence = seal_evidence(tx, parts, person.id, visit),
                         .opened_at = visit.now,
                         .used_at = visit.now,
                         .expires_at = visit.now + life},
                        hash_token(parts.keys, opened.token));
  return opened;
}

std::vector<SessionView> list_sessions(db::Tx& tx, Parts const& parts, PersonId person, Instant now) {
  std::vector<SessionView> views;
  for (auto const& row : store::live_sessions(tx, person, now)) {
    auto const text = parts.vault.open(tx, person, fields::evidence, row.evidence);
    views.push_back({row.id, row.opened_at, row.used_at, text ? json::from_text<Evidence>(*text) : Evidence{}});
  }
  return views;
}

std::vector<std::string> end_all_sessions(db::Tx& tx, PersonId person, std::string_view ended_by, Instant now) {
  std::vector<std::string> ended;
  for (auto const& row : store::live_sessions(tx, person, now)) end(tx, person, row.id, ended_by, now, ended);
  return ended;
}

db::Bytes hash_token(privacy::ServerKeys const& keys, std::string_view token) {
  return privacy::keyed_hash(keys.key(privacy::KeyUse::hash_session_tokens), token);
}

db::Bytes seal_evidence(db::Tx& tx, Parts const& parts, PersonId person, Visit const& visit) {
  Evidence const evidence{visit.address, bounded(visit.user_agent)};
  return parts.vault.seal(tx, person, fields::evidence, json::to_text(evidence));
}

db::Bytes seal_evidence(http::Call& call, Parts const& parts) {
  return seal_evidence(call.tx, parts, call.person(), {call.now, call.address, call.user_agent, call.caller.session});
}

bool idles_out(Role role) { return role == Role::support || role == Role::finance || role == Role::administrator; }

}  // namespace kelisim::identity
