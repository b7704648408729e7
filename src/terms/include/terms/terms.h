#pragma once

#include "kernel/civil.h"
#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/zone.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::terms {

/// A value of the contract and the clause that states it. A decision cites the clause of the value that decided.
template <class T>
struct Term {
  T value;
  Clause clause;
};

/// Whether "exactly at the limit" counts as inside.
enum class Boundary : std::uint8_t { inclusive, strictly_less };
/// What a notice outside support hours is worth (AMB-H02).
enum class OffHours : std::uint8_t { deemed_next_opening, at_submission, void_notice };

struct OfferTerms {
  Term<std::string> authoritative_language;
  Term<std::string> contract_term;
  Term<std::string> acceptance_act;
  Term<std::string> contract_formed_at;
  Term<std::string> new_edition_from;
};

struct PersonTerms {
  Term<int> min_age_years;
  Term<bool> adult_declaration;
  Term<std::string> user_type;
};

struct AccountTerms {
  Term<std::string> login;
  Term<std::string> password_source;
  Term<std::string> password_channel;
  Term<bool> password_single_use;
};

struct SpecialistTerms {
  Term<std::vector<std::string>> education_fields;
  Term<std::string> education_level;
  Term<bool> education_verified;
  Term<int> min_experience_years;  ///< full years; exactly so many is enough
  Term<bool> prescriptions_allowed;
  Term<std::string> specialist_type;
  Term<bool> auto_assign;
  Term<bool> psychiatry;
};

struct QuestionnaireTerms {
  Term<std::vector<std::string>> required_fields;
  Term<bool> pseudonym_allowed;
  Term<int> min_age_years;
  Term<bool> prior_experience_asked;
  Term<std::vector<std::string>> topics;
  Term<std::string> topic_with_required_text;
};

struct SessionTerms {
  Term<int> min_minutes;
  Term<bool> min_promised_to_punctual;  ///< the promise of the minimum holds for a client who came in time
  Term<int> max_participants;
  Term<std::vector<std::string>> modes;
  Term<bool> recording;
  Term<bool> media_processing;
  Term<bool> media_storage;
  Term<bool> third_party_media_transfer;
  Term<bool> live_relay;
  Term<std::string> under_delivery_remedy;
};

struct RoomTerms {
  Term<bool> reached_through_service;
  Term<Duration> opens_before;  ///< the room opens no later than this before the start
};

struct EquipmentTerms {
  Term<std::vector<std::string>> devices;
  Term<std::vector<std::string>> needs;
  Term<int> min_bandwidth_mbps;
  Term<bool> block_on_fail;
};

struct BookingTerms {
  Term<std::vector<std::string>> order_of_steps;
  Term<bool> registration_required;
  Term<bool> payment_before_booking;
  Term<int> clients_per_slot;
  Term<bool> overlap_allowed;
  Term<Duration> warn_no_refund;
  Term<bool> transferable;
};

struct SupportHours {
  Term<CivilTime> open;
  Term<CivilTime> close;
  Term<bool> open_inclusive;
  Term<bool> close_inclusive;  ///< at exactly `close` is inside, one microsecond later is not
  Term<Zone> zone;
  Term<OffHours> off_hours;
};

struct CancellationTerms {
  Term<bool> may_withdraw;
  Term<Duration> window;
  Term<Boundary> boundary;
  Term<int> refund_percent;
  Term<int> late_refund_percent;
  Term<int> no_show_refund_percent;
  Term<int> left_early_refund_percent;
  std::optional<SupportHours> support_hours;  ///< absent where `support_hours_apply` is false
  Term<bool> deadline_shown;
  Term<std::string> late_forfeit_goes_to;
};

struct SpecialistCancellationTerms {
  Term<Duration> window;
  Term<Boundary> boundary;
  Term<bool> support_hours_apply;
  Term<int> late_refund_percent;
  Term<int> early_refund_percent;
  Term<bool> early_client_may_move;
  Term<int> no_show_refund_percent;
  Term<std::int64_t> refund_deductions_minor;
};

struct MovingTerms {
  Term<Duration> window;
  Term<Boundary> boundary;
  Term<std::int64_t> fee_minor;
  Term<std::string> late_by_consent_of;
  Term<int> late_refund_percent;
};

struct LatenessTerms {
  Term<std::string> counted_from;
  Term<std::string> client_extension;
  Term<std::string> specialist_extension;
  Term<std::string> both_late_extension;
  Term<bool> extension_before_next_booking;
  Term<Duration> presence_resolution;  ///< joins and leaves are cut to whole steps of this
};

struct AcceptanceTerms {
  Term<Duration> claim_time;
  Term<Boundary> boundary;
  Term<std::string> starts_at;
  Term<std::string> claim_form;
  Term<bool> support_hours_apply;
  Term<std::vector<std::string>> claim_categories;
  Term<std::string> payout_after;
  Term<std::string> granted_claim_remedy;
};

struct PrepaymentTerms {
  Term<int> percent;
};

struct PriceTerms {
  Term<Currency> currency;
  Term<bool> commission_included;
  Term<std::string> earned_on;
  Term<std::string> change_effective;
  Term<bool> change_touches_paid;
};

struct PaymentTerms {
  Term<std::string> payee;
  Term<std::string> provider_name;
  Term<bool> partner_terms_confirmed;
  Term<bool> card_data_stored;
  Term<std::string> refund_channel;
};

struct LiabilityTerms {
  Term<std::int64_t> cap_minor;  ///< of damages; never more than was paid
  Term<bool> caps_refunds;
  Term<int> dissatisfaction_refund_percent;  ///< "did not help" alone
};

/// What follows a breach that staff have confirmed with evidence; clauses are named by their paragraph's number.
struct BreachTerms {
  Term<bool> automatic;
  Term<bool> evidence_required;
  Term<std::vector<std::string>> penalty_clauses;
  Term<std::int64_t> penalty_minor;  ///< for each of penalty_clauses, beside actual damage
  Term<int> penalty_due_working_days;
  Term<bool> penalty_set_off;
  Term<bool> blocks;                ///< each of penalty_clauses closes the account
  Term<bool> ends_contract;         ///< and ends the contract
  Term<int> unused_refund_percent;  ///< of sessions paid and not held yet
  Term<std::string> abuse_clause;   ///< one of penalty_clauses that itself says what follows
  Term<bool> abuse_blocks;
  Term<int> abuse_refund_percent;
  Term<std::string> solicitation_clause;
  Term<std::int64_t> solicitation_penalty_minor;
  Term<std::string> diversion_clause;
  Term<std::int64_t> diversion_penalty_minor;
};

/// A leaf as its file states it: `12`, `"inclusive"`, and the ledger row beside it.
struct StatedTerm {
  std::string value;
  std::string clause;

  friend bool operator==(StatedTerm const&, StatedTerm const&) = default;
};

/// Planned work of the provider, and what a session that it prevents is worth.
struct MaintenanceTerms {
  Term<bool> slots_inside;
  Term<int> refund_percent;
  Term<bool> client_may_move;
};

struct ForceMajeureTerms {
  Term<std::string> shift;
  Term<int> notice_calendar_days;       ///< counted from its beginning
  Term<int> certificate_calendar_days;  ///< counted from its beginning
};

/// How a contract ends by the will of one side, and what its paid sessions are worth then.
struct TerminationTerms {
  Term<bool> client_may;
  Term<std::string> client_sender;    ///< registered_address: a letter from any other is not executed
  Term<std::string> client_sessions;  ///< cancellation_rules: each session ahead by itself
  Term<bool> provider_may;
  Term<int> provider_refund_percent;  ///< whatever the time that is left
  Term<std::string> channel;
};

/// Shutting a client out without the end of the contract.
struct RestrictionTerms {
  Term<bool> may;
  Term<bool> reason_stored;
  Term<bool> reason_shown;
  Term<int> refund_percent;  ///< of sessions that can no longer be held
};

/// Whom the service is not for, and how they learn of it.
struct SafetyTerms {
  Term<bool> confirmed_before_first_booking;
};

/// What the client declares beside accepting the offer.
struct DeclarationTerms {
  Term<bool> information_is_true;  ///< at registration and with each questionnaire
};

/// The address in the account, without which the right to end the contract by letter is none.
struct EmailTerms {
  Term<bool> registered;  ///< asked for, and kept once its owner has proved it
};

/// Answers of the questionnaire that nobody owes, by the words that may be chosen.
struct VoluntaryTerms {
  Term<std::vector<std::string>> sexes;
  Term<std::vector<std::string>> emotional_states;
};

/// One edition of a brand's offer as values. A section that the edition does not have is absent, and with it the
/// feature; a section that is there is whole. Immutable.
struct Terms {
  std::string brand;
  std::string document;
  std::string version;
  std::optional<OfferTerms> offer;
  std::optional<PersonTerms> person;
  std::optional<AccountTerms> account;
  std::optional<SpecialistTerms> specialist;
  std::optional<QuestionnaireTerms> questionnaire;
  std::optional<SessionTerms> session;
  std::optional<RoomTerms> room;
  std::optional<EquipmentTerms> equipment;
  std::optional<BookingTerms> booking;
  std::optional<CancellationTerms> cancellation;
  std::optional<SpecialistCancellationTerms> specialist_cancellation;
  std::optional<MovingTerms> moving;
  std::optional<LatenessTerms> lateness;
  std::optional<AcceptanceTerms> acceptance;
  std::optional<PrepaymentTerms> prepayment;
  std::optional<PriceTerms> price;
  std::optional<PaymentTerms> payment;
  std::optional<LiabilityTerms> liability;
  std::optional<BreachTerms> breach;
  std::optional<MaintenanceTerms> maintenance;
  std::optional<ForceMajeureTerms> force_majeure;
  std::optional<TerminationTerms> termination;
  std::optional<RestrictionTerms> restriction;
  std::optional<SafetyTerms> safety;
  std::optional<DeclarationTerms> declarations;
  std::optional<VoluntaryTerms> voluntary;
  std::optional<EmailTerms> email;
  std::map<std::string, StatedTerm, std::less<>> stated;  ///< every leaf of the file, by `section.key`

  /// Whether the file has the section at all.
  [[nodiscard]] bool states(std::string_view section) const;
};

/// A file of a brand that is missing, unreadable, incomplete or says what the program does not understand. Names the
/// file and the key. The server does not start.
class BadBrand : public std::runtime_error {
 public:
  BadBrand(std::filesystem::path const& file, std::string_view key, std::string_view what);
};

/// Reads terms/<version>.toml. Every leaf is `{ value, clause }`; an unknown clause, a leaf of another type, a
/// missing leaf of a present section and an unknown leaf are BadBrand.
[[nodiscard]] Terms read_terms(std::filesystem::path const& file);
/// The same of a file that stands in no brand's folder, whatever its name.
[[nodiscard]] Terms read_draft_terms(std::filesystem::path const& file);

/// All editions of a brand's terms by version. Which of them is in force at an instant is a row, not a file:
/// see editions.h.
class TermsBook {
 public:
  explicit TermsBook(std::map<std::string, Terms, std::less<>> editions) : editions_(std::move(editions)) {}
  /// Every terms/*.toml of the brand's folder.
  [[nodiscard]] static TermsBook load(std::filesystem::path const& brand_folder);

  /// Null when there is no such edition.
  [[nodiscard]] Terms const* find(std::string_view version) const;
  /// The terms of a version that a row of ours names; a bug when there are none.
  [[nodiscard]] Terms const& at(std::string_view version) const;

 private:
  std::map<std::string, Terms, std::less<>> editions_;
};

}  // namespace kelisim::terms
