#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"
#include "platform/json/described.h"
#include "terms/brand.h"
#include "terms/confirmation.h"
#include "terms/decisions.h"

#include <boost/describe.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::terms {

struct ProviderAnswer {
  std::string display_name;
  std::string support_email;
  std::string support_phone;
};
BOOST_DESCRIBE_STRUCT(ProviderAnswer, (), (display_name, support_email, support_phone))

struct TopicAnswer {
  std::string key;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(TopicAnswer, (), (key, label))

struct SupportHoursAnswer {
  CivilTime open;
  CivilTime close;
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(SupportHoursAnswer, (), (open, close, zone))

struct EquipmentAnswer {
  std::vector<std::string> devices;
  std::vector<std::string> needs;
  std::int64_t min_bandwidth_mbps;
};
BOOST_DESCRIBE_STRUCT(EquipmentAnswer, (), (devices, needs, min_bandwidth_mbps))

struct PaymentServiceAnswer {
  std::string display_name;
  std::string terms_url;
  std::string terms_version;
};
BOOST_DESCRIBE_STRUCT(PaymentServiceAnswer, (), (display_name, terms_url, terms_version))

struct ThemeAnswer {
  std::string name;
  std::string short_name;
  std::string tagline;
  std::map<std::string, std::string> light;
  std::map<std::string, std::string> dark;
};
BOOST_DESCRIBE_STRUCT(ThemeAnswer, (), (name, short_name, tagline, light, dark))

struct EditionAnswer {
  std::string document;
  std::string version;
  std::string content_hash;
  Instant effective_at;
  Instant published_at;
  bool in_force;
};
BOOST_DESCRIBE_STRUCT(EditionAnswer, (), (document, version, content_hash, effective_at, published_at, in_force))

/// Words that may be chosen in the questionnaire by whoever wishes (HAR-4.3.8c).
struct VoluntaryAnswer {
  std::vector<std::string> sexes;
  std::vector<std::string> emotional_states;
};
BOOST_DESCRIBE_STRUCT(VoluntaryAnswer, (), (sexes, emotional_states))

/// Bounds of the brand's group events, as who takes part in them is told.
struct GroupsAnswer {
  std::int64_t speakers_max;
  std::int64_t viewers_max;
  std::int64_t minutes_max;
  std::int64_t chat_letters_max;
  std::int64_t chat_messages_a_minute;
  std::int64_t chat_kept_days;
};
BOOST_DESCRIBE_STRUCT(GroupsAnswer, (),
                      (speakers_max, viewers_max, minutes_max, chat_letters_max, chat_messages_a_minute,
                       chat_kept_days))

struct BrandAnswer {
  std::string id;
  std::string name;
  std::string domain;
  std::string zone;
  std::string currency;
  std::vector<std::string> languages;
  std::string default_language;
  ProviderAnswer provider;
  std::string emergency_phone;
  PaymentServiceAnswer payment_service;
  std::vector<EditionAnswer> documents;  ///< the editions in force
  std::vector<TopicAnswer> topics;
  std::optional<std::int64_t> min_age_years;
  std::optional<bool> psychiatry;
  std::optional<SupportHoursAnswer> support_hours;
  std::optional<EquipmentAnswer> equipment;
  std::optional<VoluntaryAnswer> voluntary;  ///< absent where the account leaves them out
  std::vector<AccountBlock> account_blocks;  ///< of those that a brand may leave out: what is shown
  std::int64_t room_opens_minutes;
  std::int64_t slot_hold_minutes;
  std::int64_t otp_digits;
  std::optional<GroupsAnswer> groups;  ///< absent where the brand holds no group events
  ThemeAnswer theme;
  bool sandbox;
};
BOOST_DESCRIBE_STRUCT(BrandAnswer, (),
                      (id, name, domain, zone, currency, languages, default_language, provider, emergency_phone,
                       payment_service, documents, topics, min_age_years, psychiatry, support_hours, equipment,
                       voluntary, account_blocks, room_opens_minutes, slot_hold_minutes, otp_digits, groups, theme,
                       sandbox))

struct EditionsAnswer {
  std::vector<EditionAnswer> items;
};
BOOST_DESCRIBE_STRUCT(EditionsAnswer, (), (items))

struct ParagraphAnswer {
  std::string number;
  std::string title;
  json::Text<0, 100'000, true> text;
};
BOOST_DESCRIBE_STRUCT(ParagraphAnswer, (), (number, title, text))

struct DocumentAnswer {
  EditionAnswer edition;
  std::string language;
  std::string text_hash;  ///< BLAKE2b-256 of the bytes that …/text gives
  std::vector<std::string> languages;
  std::optional<std::string> authoritative_language;
  std::string provider;
  std::vector<ParagraphAnswer> paragraphs;
};
BOOST_DESCRIBE_STRUCT(DocumentAnswer, (),
                      (edition, language, text_hash, languages, authoritative_language, provider, paragraphs))

struct AcceptanceAnswer {
  std::string id;
  std::string document;
  std::string version;
  std::string content_hash;
  std::string language;
  Instant accepted_at;
};
BOOST_DESCRIBE_STRUCT(AcceptanceAnswer, (), (id, document, version, content_hash, language, accepted_at))

struct ConfirmationAnswer {
  Confirmation what;
  std::string version;
  Instant confirmed_at;
};
BOOST_DESCRIBE_STRUCT(ConfirmationAnswer, (), (what, version, confirmed_at))

struct AcceptancesAnswer {
  std::vector<AcceptanceAnswer> items;
  std::vector<ConfirmationAnswer> confirmations;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(AcceptancesAnswer, (), (items, confirmations))

struct AcceptBody {
  json::Text<1, 40> document;
  json::Text<1, 40> version;
  json::Text<64, 64> content_hash;
  json::Text<2, 8> language;
  bool accepts;
};
BOOST_DESCRIBE_STRUCT(AcceptBody, (), (document, version, content_hash, language, accepts))

struct PublishBody {
  json::Text<1, 40> document;
  json::Text<1, 40> version;
  std::optional<Instant> effective_at;  ///< now when absent
};
BOOST_DESCRIBE_STRUCT(PublishBody, (), (document, version, effective_at))

struct DecisionAnswer {
  std::string id;
  std::string kind;
  std::string subject;
  std::optional<std::string> person;
  std::string terms_version;
  boost::json::value facts;
  boost::json::value outcome;
  Clause clause;
  Instant decided_at;
};
BOOST_DESCRIBE_STRUCT(DecisionAnswer, (),
                      (id, kind, subject, person, terms_version, facts, outcome, clause, decided_at))

struct DecisionsAnswer {
  std::vector<DecisionAnswer> items;
  std::optional<std::string> next;  ///< `?cursor=` of the next page
};
BOOST_DESCRIBE_STRUCT(DecisionsAnswer, (), (items, next))

}  // namespace kelisim::terms
