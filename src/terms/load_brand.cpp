#include "terms/brand.h"

#include "kernel/ensure.h"
#include "toml_reader.h"

#include <fmt/format.h>
#include <boost/describe/enum_from_string.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace kelisim::terms {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string read_file(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw BadBrand(file, "file", "is missing");
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (bytes.empty()) throw BadBrand(file, "file", "is empty");
  return bytes;
}

int small(TomlTable& table, std::string_view key, int min, int max) {
  return static_cast<int>(table.whole(key, min, max));
}

Provider read_provider(TomlTable table) {
  Provider provider{table.text("display_name"), table.text("support_email"), table.text("support_phone")};
  table.finish();
  return provider;
}

GatewaySettings read_gateway(TomlTable table) {
  GatewaySettings settings{.kind = table.word("kind", {"freedompay"}),
                           .display_name = table.text("display_name"),
                           .terms_url = table.text("terms_url"),
                           .terms_version = table.text("terms_version"),
                           .merchant_id_setting = table.text("merchant_id_setting"),
                           .secret_key_setting = table.text("secret_key_setting"),
                           .base_url_setting = table.text("base_url_setting"),
                           .payment_lifetime = table.duration<seconds>("payment_lifetime_seconds"),
                           .refund_initiate = table.duration<minutes>("refund_initiate_minutes")};
  table.finish();
  return settings;
}

SchedulingSettings read_scheduling(TomlTable table) {
  SchedulingSettings settings{.slot_hold = table.duration<minutes>("slot_hold_minutes"),
                              .buffer = table.duration<minutes>("buffer_minutes"),
                              .slot_step = table.duration<minutes>("slot_step_minutes"),
                              .booking_horizon_days = small(table, "booking_horizon_days", 1, 730),
                              .min_lead = table.duration<minutes>("min_lead_minutes"),
                              .max_duration_minutes = small(table, "max_duration_minutes", 1, 24 * 60),
                              .room_opens = table.duration<minutes>("room_opens_minutes"),
                              .reminders_before = {}};
  for (auto const before : table.wholes("reminder_minutes_before", 1, 60 * 24 * 30)) {
    settings.reminders_before.emplace_back(minutes(before));
  }
  if (settings.slot_step < minutes(5)) table.fail("slot_step_minutes", "is less than 5");
  table.finish();
  return settings;
}

OtpLimits read_otp(TomlTable table) {
  OtpLimits limits{.digits = small(table, "digits", 6, 12),
                   .lifetime = table.duration<seconds>("ttl_seconds"),
                   .attempts_max = small(table, "max_attempts", 1, 10),
                   .resend = table.duration<seconds>("resend_seconds"),
                   .per_number_per_day = small(table, "per_number_per_day", 1, 100)};
  table.finish();
  return limits;
}

EmailLimits read_email(TomlTable table) {
  EmailLimits limits{.code_lifetime = table.duration<seconds>("code_ttl_seconds"),
                     .per_person_per_day = small(table, "per_person_per_day", 1, 100)};
  table.finish();
  return limits;
}

SmsLimits read_sms(TomlTable table) {
  SmsLimits limits{.countries = table.texts("countries"),
                   .daily_budget = small(table, "daily_budget", 0, 10'000'000)};
  for (auto const& country : limits.countries) {
    if (country != "KZ" && country != "RU") table.fail("countries", "only KZ and RU are understood");
  }
  table.finish();
  return limits;
}

/// `off` names what is left out.
std::vector<AccountBlock> read_account_blocks(TomlTable table) {
  std::vector<AccountBlock> shown{AccountBlock::sign_in_sessions, AccountBlock::voluntary_answers};
  for (auto const& name : table.texts("blocks_off")) {
    AccountBlock block{};
    if (!boost::describe::enum_from_string(name.c_str(), block)) table.fail("blocks_off", "names no optional block");
    std::erase(shown, block);
  }
  table.finish();
  return shown;
}

ClaimSettings read_claims(TomlTable table) {
  ClaimSettings settings{.law_answer_calendar_days = small(table, "law_answer_calendar_days", 1, 366),
                         .answer_working_days = small(table, "answer_working_days", 1, 250),
                         .appeal_calendar_days = small(table, "appeal_calendar_days", 1, 366),
                         .work_calendar = table.text("work_calendar")};
  table.finish();
  return settings;
}

OverrideSettings read_overrides(TomlTable table) {
  OverrideSettings const settings{.alone_up_to_minor = table.whole("alone_up_to_minor", 0, 100'000'000'000)};
  table.finish();
  return settings;
}

SignInLimits read_sign_in(TomlTable table) {
  SignInLimits limits{.client_lifetime = table.duration<days>("client_lifetime_days"),
                      .staff_lifetime = table.duration<hours>("staff_lifetime_hours"),
                      .staff_idle = table.duration<minutes>("staff_idle_minutes")};
  table.finish();
  return limits;
}

std::map<std::string, std::string, std::less<>> read_colours(TomlTable table) {
  std::map<std::string, std::string, std::less<>> colours;
  for (auto const& key : table.keys()) colours.emplace(key, table.text(key));
  return colours;
}

/// [contrast] is the promise of the file to whoever draws it: the web client's tests measure it.
Theme read_theme(fs::path const& file, std::vector<std::string> const& languages) {
  auto table = TomlTable::parse(file);
  Theme theme{.name = table.text("name"),
              .short_name = table.text("short_name"),
              .tagline = table.localized("tagline", languages),
              .light = read_colours(table.table("light")),
              .dark = read_colours(table.table("dark"))};
  (void)table.table("contrast");
  table.finish();
  return theme;
}

std::vector<Topic> read_topics(fs::path const& file, std::vector<std::string> const& languages) {
  auto whole = TomlTable::parse(file);
  std::vector<Topic> topics;
  for (auto& table : whole.tables("topic")) {
    Topic topic{.key = table.text("key"), .label = {}};
    for (auto const& language : languages) topic.label[language] = table.text(language);
    table.finish();
    topics.push_back(std::move(topic));
  }
  whole.finish();
  return topics;
}

std::vector<EmergencyContact> read_emergency(fs::path const& file, std::vector<std::string> const& languages) {
  auto whole = TomlTable::parse(file);
  std::vector<EmergencyContact> contacts;
  for (auto& table : whole.tables("contact")) {
    contacts.push_back({.country = table.text("country"),
                        .phone = table.text("phone"),
                        .name = table.localized("name", languages),
                        .text = table.localized("text", languages)});
    table.finish();
  }
  if (contacts.empty()) whole.fail("contact", "is nobody");
  whole.finish();
  return contacts;
}

using Notices = std::map<std::string, NoticeText, std::less<>>;

Notices read_notices(fs::path const& file) {
  auto whole = TomlTable::parse(file);
  Notices notices;
  for (auto const& name : whole.keys()) {
    auto table = whole.table(name);
    NoticeText text;
    for (auto const& field : table.keys()) {
      static std::set<std::string, std::less<>> const known{"sms", "title", "body", "email_subject", "email_body"};
      auto const only_words = name == "words" || name == "case_record";
      if (!only_words && !known.contains(field)) table.fail(field, "is not a field of a notice");
      text.emplace(field, table.text(field));
    }
    notices.emplace(name, std::move(text));
  }
  return notices;
}

/// Every language has the same templates with the same fields.
void compare_notices(fs::path const& file, Notices const& theirs, Notices const& ours) {
  for (auto const& [name, fields] : ours) {
    auto const found = theirs.find(name);
    if (found == theirs.end()) throw BadBrand(file, name, "is missing");
    for (auto const& [field, text] : fields) {
      if (!found->second.contains(field)) throw BadBrand(file, fmt::format("{}.{}", name, field), "is missing");
    }
  }
}

void read_document(Brand& brand, fs::path const& folder, std::string const& name, TomlTable table) {
  auto const current = table.text("current");
  auto const versions = table.texts("editions");
  brand.documents.set_first(name, {.version = current, .effective_at = table.instant("effective_at")});
  if (std::ranges::find(versions, current) == versions.end()) table.fail("current", "is not among the editions");
  for (auto const& version : versions) {
    std::map<std::string, std::string, std::less<>> texts;
    for (auto const& language : brand.languages) {
      texts.emplace(language, read_file(folder / name / version / (language + ".md")));
    }
    brand.documents.add(Edition::make(name, version, texts));
  }
  table.finish();
}

/// What two files of a brand say about the same thing must agree.
void check_agreement(Brand const& brand, fs::path const& folder) {
  auto const file = folder / "brand.toml";
  auto const& first = brand.documents.first("offer").version;
  auto const* terms = brand.terms.find(first);
  if (terms == nullptr) throw BadBrand(file, "documents.offer.current", "has no terms");
  if (terms->brand != brand.id) throw BadBrand(folder / "terms" / (first + ".toml"), "brand", "is another brand");
  if (terms->price && terms->price->currency.value != brand.currency) {
    throw BadBrand(file, "currency", "is not the currency of the terms");
  }
  if (terms->room && brand.scheduling.room_opens < terms->room->opens_before.value) {
    throw BadBrand(file, "scheduling.room_opens_minutes", "is less than the terms promise");
  }
  if (terms->questionnaire) {
    std::vector<std::string> keys;
    for (auto const& topic : brand.topics) keys.push_back(topic.key);
    if (keys != terms->questionnaire->topics.value) {
      throw BadBrand(folder / "catalogue" / "topics.toml", "topic", "are not the topics of the terms");
    }
  }
}

}  // namespace

Brand Brand::load(fs::path const& folder) {
  auto file = TomlTable::parse(folder / "brand.toml");
  auto decisions = file.table("decisions");
  auto money = file.table("money");
  auto media = file.table("media");
  auto session = file.table("session");
  auto emergency = file.table("emergency");
  auto languages = file.texts("languages");
  Brand brand{
      .id = file.text("id"),
      .name = file.text("name"),
      .domain = file.text("domain"),
      .zone = file.zone("zone"),
      .currency = file.currency("currency"),
      .languages = languages,
      .default_language = file.text("default_language"),
      .provider = read_provider(file.table("provider")),
      .commission = {small(money, "commission_basis_points", 0, 10'000)},
      .gateway = read_gateway(file.table("gateway")),
      .preview_lifetime = decisions.duration<minutes>("preview_minutes"),
      .scheduling = read_scheduling(file.table("scheduling")),
      .otp = read_otp(file.table("otp")),
      .email = read_email(file.table("email")),
      .sms = read_sms(file.table("sms")),
      .sign_in = read_sign_in(file.table("sign_in")),
      .claims = file.has("claims") ? std::optional(read_claims(file.table("claims"))) : std::nullopt,
      .overrides = file.has("overrides") ? std::optional(read_overrides(file.table("overrides"))) : std::nullopt,
      .emergency_phone = emergency.text("phone"),
      .emergency_contacts = read_emergency(folder / "emergency.toml", languages),
      .media_mode = media.word("mode", {"relay", "direct"}) == "relay" ? MediaMode::relay : MediaMode::direct,
      .session = {.chat = session.flag("chat"), .screen_share = session.flag("screen_share")},
      .account_blocks = read_account_blocks(file.table("account")),
      .theme = read_theme(folder / "theme.toml", languages),
      .topics = read_topics(folder / "catalogue" / "topics.toml", languages),
      .notices = {},
      .documents = {},
      .terms = TermsBook::load(folder)};
  for (auto const* table : {&decisions, &money, &media, &session, &emergency}) table->finish();
  if (brand.id != folder.filename()) file.fail("id", "is not the name of the folder");
  if (!brand.speaks(brand.default_language)) file.fail("default_language", "is not among the languages");
  auto documents = file.table("documents");
  for (auto const& name : documents.keys()) read_document(brand, folder, name, documents.table(name));
  file.finish();
  for (auto const& language : brand.languages) {
    brand.notices.emplace(language, read_notices(folder / "notices" / (language + ".toml")));
  }
  for (auto const& language : brand.languages) {
    auto const path = folder / "notices" / (language + ".toml");
    compare_notices(path, brand.notices.at(language), brand.notices.at(brand.default_language));
    compare_notices(path, brand.notices.at(brand.default_language), brand.notices.at(language));
  }
  check_agreement(brand, folder);
  return brand;
}

bool Brand::speaks(std::string_view language) const {
  return std::ranges::find(languages, language) != languages.end();
}

bool Brand::shows(AccountBlock block) const {
  return std::ranges::find(account_blocks, block) != account_blocks.end();
}

std::string const& Brand::spoken(std::string_view language) const {
  auto const found = std::ranges::find(languages, language);
  return found == languages.end() ? default_language : *found;
}

std::optional<std::string_view> Brand::notice(std::string_view template_name, std::string_view field,
                                              std::string_view language) const {
  auto const of_language = notices.find(language);
  ENSURE(of_language != notices.end());
  auto const found = of_language->second.find(template_name);
  ENSURE(found != of_language->second.end());
  auto const text = found->second.find(field);
  return text == found->second.end() ? std::nullopt : std::optional<std::string_view>(text->second);
}

ClauseView Brand::view(Clause const& clause, std::string_view offer_version, std::string_view language) const {
  ClauseView view{.id = std::string(clause.id), .number = std::string(clause.number), .text = {}};
  if (auto const* edition = documents.find("offer", offer_version)) {
    if (auto const text = edition->paragraph(spoken(language), clause.number)) view.text = *text;
  }
  return view;
}

bool SmsLimits::allows(PhoneNumber const& number) const {
  auto const has = [&](std::string_view country) { return std::ranges::find(countries, country) != countries.end(); };
  return (number.in_kazakhstan() && has("KZ")) || (number.in_russia() && has("RU"));
}

}  // namespace kelisim::terms
