#include "use_cases/staff_sign_in.h"

#include "rules/totp.h"
#include "store/challenges.h"
#include "store/people_rows.h"
#include "store/totp_rows.h"
#include "use_cases/fields.h"
#include "use_cases/throttle.h"

namespace kelisim::identity {
namespace {

constexpr Duration day = std::chrono::hours(24);

using Refused = Failure<StaffSignInRefused>;

std::span<std::uint8_t const> bytes_of(std::string const& text) {
  return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

// Where there is no secret the same is computed with one that nobody has.
std::optional<std::int64_t> prove(db::Tx& tx, Parts const& parts, std::optional<store::PersonRow> const& found,
                                  std::string_view totp, Instant now) {
  auto const row = found ? store::find_totp(tx, found->person.id) : std::nullopt;
  auto const secret = row ? parts.vault.open(tx, found->person.id, fields::totp_secret, row->secret) : std::nullopt;
  auto const step = matching_step(bytes_of(secret.value_or(std::string(totp_secret_bytes, '\0'))), totp, now,
                                  row ? row->last_step : -1);
  if (!secret || !step || found->person.state == PersonState::blocked) return std::nullopt;
  return step;
}

}  // namespace

Result<StaffSignedIn, StaffSignInRefused> sign_in_staff(db::Tx& tx, Parts const& parts, PhoneNumber const& phone,
                                                        std::string_view totp, Visit const& visit) {
  if (auto const until = throttle_tries(tx, parts, visit)) {
    return Refused(StaffSignInRefused{StaffSignInRefusal::address_throttled, until});
  }
  auto const phone_hash = parts.vault.phone_hash(phone);
  store::lock_number(tx, phone_hash, visit.now);
  if (store::failures_since(tx, phone_hash, visit.now - day) >= parts.settings.per_number_per_day) {
    return Refused(StaffSignInRefused{StaffSignInRefusal::too_many_today});
  }
  auto found = store::find_person_by_phone(tx, phone_hash);
  auto const step = prove(tx, parts, found, totp, visit.now);
  if (!step || !store::use_totp_step(tx, found->person.id, *step)) {
    store::insert_failure(tx, parts.random.id<store::FailureId>(visit.now), phone_hash, visit.now);
    return Refused(StaffSignInRefused{.why = StaffSignInRefusal::wrong, .counted = true});
  }
  auto session = open_session(tx, parts, found->person, visit);
  parts.audit.append(tx, visit.now,
                     {.action = "identity.staff_signed_in", .actor = found->person.id, .object = session.id.view()});
  return StaffSignedIn{std::move(found->person), std::move(session)};
}

}  // namespace kelisim::identity
