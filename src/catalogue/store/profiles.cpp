#include "store/profiles.h"

#include "kernel/ensure.h"

#include <boost/describe.hpp>

namespace kelisim::catalogue {

namespace {

constexpr db::Sql select_profile{"catalogue.select_profile",
                                 "SELECT gender FROM catalogue_specialists WHERE person = $1"};
constexpr db::Sql select_languages{
    "catalogue.select_languages",
    "SELECT language FROM catalogue_specialist_languages WHERE specialist = $1 ORDER BY place"};
constexpr db::Sql select_topics{"catalogue.select_topics",
                                "SELECT topic FROM catalogue_specialist_topics WHERE specialist = $1 ORDER BY place"};
constexpr db::Sql select_texts{
    "catalogue.select_texts",
    "SELECT language, name, approach, about FROM catalogue_specialist_texts WHERE specialist = $1"};
constexpr db::Sql select_name{"catalogue.select_name",
                              "SELECT name FROM catalogue_specialist_texts WHERE specialist = $1 "
                              "ORDER BY CASE WHEN language = $2 THEN 0 ELSE 1 END, language LIMIT 1"};

constexpr db::Sql insert_specialist{
    "catalogue.insert_specialist",
    "INSERT INTO catalogue_specialists (person, gender, created_at_us) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql update_gender{"catalogue.update_gender",
                                "UPDATE catalogue_specialists SET gender = $2 WHERE person = $1"};
constexpr db::Sql delete_languages{"catalogue.delete_languages",
                                   "DELETE FROM catalogue_specialist_languages WHERE specialist = $1"};
constexpr db::Sql delete_topics{"catalogue.delete_topics",
                                "DELETE FROM catalogue_specialist_topics WHERE specialist = $1"};
constexpr db::Sql delete_texts{"catalogue.delete_texts",
                               "DELETE FROM catalogue_specialist_texts WHERE specialist = $1"};
constexpr db::Sql insert_language{
    "catalogue.insert_language",
    "INSERT INTO catalogue_specialist_languages (specialist, place, language) VALUES ($1, $2, $3)"};
constexpr db::Sql insert_topic{
    "catalogue.insert_topic",
    "INSERT INTO catalogue_specialist_topics (specialist, place, topic) VALUES ($1, $2, $3)"};
constexpr db::Sql insert_text{"catalogue.insert_text",
                              "INSERT INTO catalogue_specialist_texts (specialist, language, name, approach, about) "
                              "VALUES ($1, $2, $3, $4, $5)"};

constexpr db::Sql select_ids{"catalogue.select_ids",
                             "SELECT s.person FROM catalogue_specialists s WHERE s.person > $1 "
                             "AND (CAST($2 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM catalogue_publications p "
                             "                       WHERE p.specialist = s.person AND p.withdrawn_at_us IS NULL)) "
                             "AND (CAST($3 AS TEXT) = '' OR EXISTS (SELECT 1 FROM catalogue_specialist_topics t "
                             "                        WHERE t.specialist = s.person AND t.topic = $3)) "
                             "AND (CAST($4 AS TEXT) = '' OR EXISTS (SELECT 1 FROM catalogue_specialist_languages l "
                             "                        WHERE l.specialist = s.person AND l.language = $4)) "
                             "ORDER BY s.person LIMIT $5"};

std::string_view to_text(Gender gender) {
  switch (gender) {
    case Gender::unstated:
      return "unstated";
    case Gender::female:
      return "female";
    case Gender::male:
      return "male";
  }
  ENSURE(false);
  return {};
}

Gender read_gender(std::string const& text) {
  Gender gender{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), gender));
  return gender;
}

void insert_words(db::Tx& tx, Profile const& profile) {
  std::int64_t place = 0;
  for (auto const& language : profile.languages) tx.execute(insert_language, profile.id, place++, language);
  place = 0;
  for (auto const& topic : profile.topics) tx.execute(insert_topic, profile.id, place++, topic);
  for (auto const& [language, text] : profile.texts)
    tx.execute(insert_text, profile.id, language, text.name, text.approach, text.about);
}

}  // namespace

ProfileText const& Profile::text(std::string_view language) const {
  ENSURE(!texts.empty());
  auto const found = texts.find(language);
  return found == texts.end() ? texts.begin()->second : found->second;
}

std::optional<Profile> find_profile(db::Tx& tx, PersonId specialist) {
  auto const gender = tx.one(select_profile, [](db::Row const& row) { return read_gender(row.str(0)); }, specialist);
  if (!gender) return std::nullopt;
  auto const first_text = [](db::Row const& row) { return row.str(0); };
  Profile profile{.id = specialist,
                  .gender = *gender,
                  .languages = tx.all(select_languages, first_text, specialist),
                  .topics = tx.all(select_topics, first_text, specialist),
                  .texts = {}};
  db::Param const params[] = {db::param(specialist)};
  tx.run(select_texts, params, [&](db::Row const& row) {
    profile.texts.emplace(row.str(0), ProfileText{row.str(1), row.str(2), row.str(3)});
  });
  return profile;
}

std::optional<std::string> specialist_name(db::Tx& tx, PersonId specialist, std::string_view language) {
  return tx.one(select_name, [](db::Row const& row) { return row.str(0); }, specialist, language);
}

namespace store {

bool insert_profile(db::Tx& tx, Profile const& profile, Instant now) {
  if (tx.execute(insert_specialist, profile.id, to_text(profile.gender), now) == 0) return false;
  insert_words(tx, profile);
  return true;
}

void replace_words(db::Tx& tx, Profile const& profile) {
  ENSURE(tx.execute(update_gender, profile.id, to_text(profile.gender)) == 1);
  tx.execute(delete_languages, profile.id);
  tx.execute(delete_topics, profile.id);
  tx.execute(delete_texts, profile.id);
  insert_words(tx, profile);
}

std::vector<PersonId> list_profiles(db::Tx& tx, ProfileFilter const& filter) {
  auto const after = filter.after ? filter.after->str() : std::string();
  return tx.all(
      select_ids, [](db::Row const& row) { return row.id<PersonId>(0); }, after, filter.published_only,
      filter.topic.value_or(""), filter.language.value_or(""), filter.limit);
}

}  // namespace store

}  // namespace kelisim::catalogue
