#include "terms/terms.h"

#include "kernel/ensure.h"
#include "toml_reader.h"

#include <limits>

namespace kelisim::terms {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using Words = std::initializer_list<std::string_view>;

/// A section of a terms file; each getter reads one leaf.
class Section {
 public:
  explicit Section(TomlTable table) : table_(std::move(table)) {}

  auto text(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.text("value"); });
  }
  /// A word of which the program knows all meanings: another one would be a rule that nobody has written.
  auto word(std::string_view key, Words words) {
    return table_.term(key, [&](TomlTable& leaf) { return leaf.word("value", words); });
  }
  auto texts(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.texts("value"); });
  }
  auto flag(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.flag("value"); });
  }
  /// A "no" of the contract that the program keeps by having no such function: a "yes" would be a rule that nobody
  /// wrote.
  auto never(std::string_view key) {
    auto term = flag(key);
    if (term.value) refuse(key, "only false is understood");
    return term;
  }
  auto whole(std::string_view key, int min, int max) {
    return table_.term(key, [&](TomlTable& leaf) { return static_cast<int>(leaf.whole("value", min, max)); });
  }
  auto minor(std::string_view key) {
    return table_.term(
        key, [](TomlTable& leaf) { return leaf.whole("value", 0, std::numeric_limits<std::int64_t>::max()); });
  }
  auto percent(std::string_view key) { return whole(key, 0, 100); }
  template <class Unit>
  auto duration(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.duration<Unit>("value"); });
  }
  auto time(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.time("value"); });
  }
  auto zone(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.zone("value"); });
  }
  auto currency(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) { return leaf.currency("value"); });
  }
  auto boundary(std::string_view key) {
    return table_.term(key, [](TomlTable& leaf) {
      return leaf.word("value", {"inclusive", "strictly_less"}) == "inclusive" ? Boundary::inclusive
                                                                               : Boundary::strictly_less;
    });
  }
  void refuse(std::string_view key, std::string_view what) const { table_.fail(key, what); }
  void finish() const { table_.finish(); }

 private:
  TomlTable table_;
};

OfferTerms read_offer(Section& s) {
  return {.authoritative_language = s.text("authoritative_language"),
          .contract_term = s.word("contract_term", {"indefinite"}),
          .acceptance_act = s.word("acceptance_act", {"registration"}),
          .contract_formed_at = s.word("contract_formed_at", {"acceptance"}),
          .new_edition_from = s.word("new_edition_from", {"publication"})};
}

PersonTerms read_person(Section& s) {
  return {.min_age_years = s.whole("min_age_years", 0, 120),
          .adult_declaration = s.flag("adult_declaration"),
          .user_type = s.word("user_type", {"natural_person"})};
}

AccountTerms read_account(Section& s) {
  return {.login = s.word("login", {"mobile_phone"}),
          .password_source = s.word("password_source", {"system_generated"}),
          .password_channel = s.word("password_channel", {"sms"}),
          .password_single_use = s.flag("password_single_use")};
}

SpecialistTerms read_specialist(Section& s) {
  return {.education_fields = s.texts("education_fields"),
          .education_level = s.text("education_level"),
          .education_verified = s.flag("education_verified"),
          .min_experience_years = s.whole("min_experience_years", 0, 60),
          .prescriptions_allowed = s.never("prescriptions_allowed"),
          .specialist_type = s.word("specialist_type", {"natural_person"}),
          .auto_assign = s.never("auto_assign"),
          .psychiatry = s.never("psychiatry")};
}

QuestionnaireTerms read_questionnaire(Section& s) {
  return {.required_fields = s.texts("required_fields"),
          .pseudonym_allowed = s.flag("pseudonym_allowed"),
          .min_age_years = s.whole("min_age_years", 0, 120),
          .prior_experience_asked = s.flag("prior_experience_asked"),
          .topics = s.texts("topics"),
          .topic_with_required_text = s.text("topic_with_required_text")};
}

SessionTerms read_session(Section& s) {
  return {.min_minutes = s.whole("min_minutes", 1, 24 * 60),
          .min_promised_to_punctual = s.flag("min_promised_to_punctual"),
          .max_participants = s.whole("max_participants", 2, 2),
          .modes = s.texts("modes"),
          .recording = s.never("recording"),
          .media_processing = s.never("media_processing"),
          .media_storage = s.never("media_storage"),
          .third_party_media_transfer = s.never("third_party_media_transfer"),
          .live_relay = s.flag("live_relay"),
          .under_delivery_remedy = s.word("under_delivery_remedy", {"full_refund_or_free_repeat"})};
}

RoomTerms read_room(Section& s) {
  return {.reached_through_service = s.flag("reached_through_service"),
          .opens_before = s.duration<minutes>("opens_minutes_before")};
}

EquipmentTerms read_equipment(Section& s) {
  return {.devices = s.texts("devices"),
          .needs = s.texts("needs"),
          .min_bandwidth_mbps = s.whole("min_bandwidth_mbps", 0, 100'000),
          .block_on_fail = s.flag("block_on_fail")};
}

BookingTerms read_booking(Section& s) {
  BookingTerms terms{.order_of_steps = s.texts("order_of_steps"),
                     .registration_required = s.flag("registration_required"),
                     .payment_before_booking = s.flag("payment_before_booking"),
                     .clients_per_slot = s.whole("clients_per_slot", 1, 1),
                     .overlap_allowed = s.flag("overlap_allowed"),
                     .warn_no_refund = s.duration<hours>("warn_no_refund_hours"),
                     .transferable = s.flag("transferable")};
  if (terms.order_of_steps.value != std::vector<std::string>{"registration", "questionnaire", "choice"}) {
    s.refuse("order_of_steps", "only registration, questionnaire, choice is understood");
  }
  return terms;
}

std::optional<SupportHours> read_support_hours(Section& s) {
  auto const apply = s.flag("support_hours_apply");
  if (!apply.value) return std::nullopt;
  auto off_hours = s.word("offhours_notice", {"deemed_next_opening", "at_submission", "void"});
  auto const meaning = off_hours.value == "deemed_next_opening" ? OffHours::deemed_next_opening
                       : off_hours.value == "at_submission"     ? OffHours::at_submission
                                                                : OffHours::void_notice;
  SupportHours hours{.open = s.time("support_open"),
                     .close = s.time("support_close"),
                     .open_inclusive = s.flag("support_open_inclusive"),
                     .close_inclusive = s.flag("support_close_inclusive"),
                     .zone = s.zone("support_zone"),
                     .off_hours = {meaning, off_hours.clause}};
  (void)s.word("support_days", {"every_day"});
  if (!(hours.open.value < hours.close.value)) s.refuse("support_close", "is not after support_open");
  if (!hours.open_inclusive.value) s.refuse("support_open_inclusive", "only true is understood");
  return hours;
}

CancellationTerms read_cancellation(Section& s) {
  return {.may_withdraw = s.flag("may_withdraw"),
          .window = s.duration<hours>("window_hours"),
          .boundary = s.boundary("boundary"),
          .refund_percent = s.percent("refund_percent"),
          .late_refund_percent = s.percent("late_refund_percent"),
          .no_show_refund_percent = s.percent("no_show_refund_percent"),
          .left_early_refund_percent = s.percent("left_early_refund_percent"),
          .support_hours = read_support_hours(s),
          .deadline_shown = s.flag("deadline_shown"),
          .late_forfeit_goes_to = s.word("late_forfeit_goes_to", {"usual_split"})};
}

SpecialistCancellationTerms read_specialist_cancellation(Section& s) {
  SpecialistCancellationTerms terms{.window = s.duration<hours>("window_hours"),
                                    .boundary = s.boundary("boundary"),
                                    .support_hours_apply = s.flag("support_hours_apply"),
                                    .late_refund_percent = s.percent("late_refund_percent"),
                                    .early_refund_percent = s.percent("early_refund_percent"),
                                    .early_client_may_move = s.flag("early_client_may_move"),
                                    .no_show_refund_percent = s.percent("no_show_refund_percent"),
                                    .refund_deductions_minor = s.minor("refund_deductions_minor")};
  if (terms.support_hours_apply.value) s.refuse("support_hours_apply", "only false is understood");
  return terms;
}

MovingTerms read_moving(Section& s) {
  return {.window = s.duration<hours>("window_hours"),
          .boundary = s.boundary("boundary"),
          .fee_minor = s.minor("fee_minor"),
          .late_by_consent_of = s.word("late_by_consent_of", {"specialist"}),
          .late_refund_percent = s.percent("late_refund_percent")};
}

LatenessTerms read_lateness(Section& s) {
  return {.counted_from = s.word("counted_from", {"scheduled_start"}),
          .client_extension = s.word("client_extension", {"none"}),
          .specialist_extension = s.word("specialist_extension", {"equal_to_lateness"}),
          .both_late_extension = s.word("both_late_extension", {"specialist_lateness_alone"}),
          .extension_before_next_booking = s.flag("extension_before_next_booking"),
          .presence_resolution = s.duration<milliseconds>("presence_resolution_ms")};
}

AcceptanceTerms read_acceptance(Section& s) {
  return {.claim_time = s.duration<hours>("claim_hours"),
          .boundary = s.boundary("boundary"),
          .starts_at = s.word("starts_at", {"actual_end"}),
          .claim_form = s.word("claim_form", {"written_text"}),
          .support_hours_apply = s.flag("support_hours_apply"),
          .claim_categories = s.texts("claim_categories"),
          .payout_after = s.word("payout_after", {"acceptance"}),
          .granted_claim_remedy = s.word("granted_claim_remedy", {"full_refund_or_free_repeat"})};
}

PrepaymentTerms read_prepayment(Section& s) { return {.percent = s.whole("percent", 100, 100)}; }

PriceTerms read_price(Section& s) {
  return {.currency = s.currency("currency"),
          .commission_included = s.flag("commission_included"),
          .earned_on = s.word("earned_on", {"acceptance"}),
          .change_effective = s.word("change_effective", {"publication"}),
          .change_touches_paid = s.never("change_touches_paid")};
}

PaymentTerms read_payment(Section& s) {
  return {.payee = s.word("payee", {"provider"}),
          .provider_name = s.text("provider_name"),
          .partner_terms_confirmed = s.flag("partner_terms_confirmed"),
          .card_data_stored = s.never("card_data_stored"),
          .refund_channel = s.word("refund_channel", {"original_instrument"})};
}

LiabilityTerms read_liability(Section& s) {
  return {.cap_minor = s.minor("cap_minor"),
          .caps_refunds = s.never("caps_refunds"),
          .dissatisfaction_refund_percent = s.percent("dissatisfaction_refund_percent")};
}

BreachTerms read_breach(Section& s) {
  return {.automatic = s.never("automatic"),
          .evidence_required = s.flag("evidence_required"),
          .penalty_clauses = s.texts("penalty_clauses"),
          .penalty_minor = s.minor("penalty_minor"),
          .penalty_due_working_days = s.whole("penalty_due_working_days", 1, 365),
          .penalty_set_off = s.never("penalty_set_off"),
          .blocks = s.flag("blocks"),
          .ends_contract = s.flag("ends_contract"),
          .unused_refund_percent = s.whole("unused_refund_percent", 0, 0),
          .abuse_clause = s.text("abuse_clause"),
          .abuse_blocks = s.flag("abuse_blocks"),
          .abuse_refund_percent = s.whole("abuse_refund_percent", 0, 0),
          .solicitation_clause = s.text("solicitation_clause"),
          .solicitation_penalty_minor = s.minor("solicitation_penalty_minor"),
          .diversion_clause = s.text("diversion_clause"),
          .diversion_penalty_minor = s.minor("diversion_penalty_minor")};
}

MaintenanceTerms read_maintenance(Section& s) {
  return {.slots_inside = s.never("slots_inside"),
          .refund_percent = s.percent("refund_percent"),
          .client_may_move = s.flag("client_may_move")};
}

ForceMajeureTerms read_force_majeure(Section& s) {
  return {.shift = s.word("shift", {"duration_of_event"}),
          .notice_calendar_days = s.whole("notice_calendar_days", 0, 366),
          .certificate_calendar_days = s.whole("certificate_calendar_days", 0, 366)};
}

TerminationTerms read_termination(Section& s) {
  return {.client_may = s.flag("client_may"),
          .client_sender = s.word("client_sender", {"registered_address"}),
          .client_sessions = s.word("client_sessions", {"cancellation_rules"}),
          .provider_may = s.flag("provider_may"),
          .provider_refund_percent = s.percent("provider_refund_percent"),
          .channel = s.word("channel", {"email"})};
}

RestrictionTerms read_restriction(Section& s) {
  return {.may = s.flag("may"),
          .reason_stored = s.flag("reason_stored"),
          .reason_shown = s.flag("reason_shown"),
          .refund_percent = s.percent("refund_percent")};
}

SafetyTerms read_safety(Section& s) {
  return {.confirmed_before_first_booking = s.flag("confirmed_before_first_booking")};
}

DeclarationTerms read_declarations(Section& s) { return {.information_is_true = s.flag("information_is_true")}; }

EmailTerms read_email(Section& s) { return {.registered = s.flag("registered")}; }

VoluntaryTerms read_voluntary(Section& s) {
  return {.sexes = s.texts("sexes"), .emotional_states = s.texts("emotional_states")};
}

template <class T>
void section(TomlTable& file, std::string_view name, std::optional<T>& into, T (*read)(Section&)) {
  if (!file.has(name)) return;
  Section inner(file.table(name));
  into = read(inner);
  inner.finish();
}

}  // namespace

Terms read_draft_terms(std::filesystem::path const& path) {
  auto file = TomlTable::parse(path);
  Terms terms;
  terms.stated = file.leaves();
  terms.brand = file.text("brand");
  terms.document = file.text("document");
  terms.version = file.text("edition");
  file.cite_edition(terms.version);
  section(file, "offer", terms.offer, read_offer);
  section(file, "person", terms.person, read_person);
  section(file, "account", terms.account, read_account);
  section(file, "specialist", terms.specialist, read_specialist);
  section(file, "questionnaire", terms.questionnaire, read_questionnaire);
  section(file, "session", terms.session, read_session);
  section(file, "room", terms.room, read_room);
  section(file, "equipment", terms.equipment, read_equipment);
  section(file, "booking", terms.booking, read_booking);
  section(file, "cancellation", terms.cancellation, read_cancellation);
  section(file, "specialist_cancellation", terms.specialist_cancellation, read_specialist_cancellation);
  section(file, "moving", terms.moving, read_moving);
  section(file, "lateness", terms.lateness, read_lateness);
  section(file, "acceptance", terms.acceptance, read_acceptance);
  section(file, "prepayment", terms.prepayment, read_prepayment);
  section(file, "price", terms.price, read_price);
  section(file, "payment", terms.payment, read_payment);
  section(file, "liability", terms.liability, read_liability);
  section(file, "breach", terms.breach, read_breach);
  section(file, "maintenance", terms.maintenance, read_maintenance);
  section(file, "force_majeure", terms.force_majeure, read_force_majeure);
  section(file, "termination", terms.termination, read_termination);
  section(file, "restriction", terms.restriction, read_restriction);
  section(file, "safety", terms.safety, read_safety);
  section(file, "declarations", terms.declarations, read_declarations);
  section(file, "voluntary", terms.voluntary, read_voluntary);
  section(file, "email", terms.email, read_email);
  file.finish();
  return terms;
}

Terms read_terms(std::filesystem::path const& path) {
  auto terms = read_draft_terms(path);
  if (terms.version != path.stem()) throw BadBrand(path, "edition", "is not the name of the file");
  return terms;
}

bool Terms::states(std::string_view section) const {
  auto const prefix = std::string(section) + ".";
  auto const found = stated.lower_bound(prefix);
  return found != stated.end() && found->first.starts_with(prefix);
}

TermsBook TermsBook::load(std::filesystem::path const& brand_folder) {
  std::map<std::string, Terms, std::less<>> editions;
  for (auto const& entry : std::filesystem::directory_iterator(brand_folder / "terms")) {
    if (entry.path().extension() != ".toml") continue;
    auto terms = read_terms(entry.path());
    editions.emplace(terms.version, std::move(terms));
  }
  return TermsBook(std::move(editions));
}

Terms const* TermsBook::find(std::string_view version) const {
  auto const found = editions_.find(version);
  return found == editions_.end() ? nullptr : &found->second;
}

Terms const& TermsBook::at(std::string_view version) const {
  auto const* terms = find(version);
  ENSURE(terms != nullptr);
  return *terms;
}

}  // namespace kelisim::terms
