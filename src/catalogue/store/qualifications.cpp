#include "store/qualifications.h"

#include "kernel/ensure.h"

namespace kelisim::catalogue {

namespace {

using QualificationId = Id<struct QualificationTag>;

constexpr db::Sql select_newest{
    "catalogue.select_newest_qualification",
    "SELECT id, practice_began, undertaking, valid_until_us, revoked, recorded_at_us FROM catalogue_qualifications "
    "WHERE specialist = $1 ORDER BY recorded_at_us DESC, id DESC LIMIT 1"};
constexpr db::Sql select_educations{
    "catalogue.select_educations",
    "SELECT field, level, verified FROM catalogue_educations WHERE qualification = $1 ORDER BY place"};
constexpr db::Sql insert_row{
    "catalogue.insert_qualification",
    "INSERT INTO catalogue_qualifications (id, specialist, practice_began, undertaking, valid_until_us, revoked, "
    "recorded_at_us, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr db::Sql insert_education{
    "catalogue.insert_education",
    "INSERT INTO catalogue_educations (qualification, place, field, level, verified) VALUES ($1, $2, $3, $4, $5)"};

}  // namespace

std::optional<Qualification> find_qualification(db::Tx& tx, PersonId specialist) {
  struct Newest {
    QualificationId id;
    Qualification record;
  };
  auto newest = tx.one(
      select_newest,
      [](db::Row const& row) {
        auto const began = parse_civil_date(row.text(1));
        ENSURE(began.has_value());
        return Newest{row.id<QualificationId>(0), Qualification{.educations = {},
                                                                .practice_began = *began,
                                                                .no_prescription_undertaking = row.flag(2),
                                                                .valid_until = row.maybe_instant(3),
                                                                .revoked = row.flag(4),
                                                                .recorded_at = row.instant(5)}};
      },
      specialist);
  if (!newest) return std::nullopt;
  newest->record.educations = tx.all(
      select_educations, [](db::Row const& row) { return Education{row.str(0), row.str(1), row.flag(2)}; },
      newest->id);
  return std::move(newest->record);
}

void store::insert_qualification(db::Tx& tx, Random& random, PersonId specialist, Qualification const& qualification,
                                 std::optional<PersonId> by) {
  auto const id = random.id<QualificationId>(qualification.recorded_at);
  tx.execute(insert_row, id, specialist, to_string(qualification.practice_began),
             qualification.no_prescription_undertaking, qualification.valid_until, qualification.revoked,
             qualification.recorded_at, by);
  std::int64_t place = 0;
  for (auto const& education : qualification.educations)
    tx.execute(insert_education, id, place++, education.field, education.level, education.verified);
}

}  // namespace kelisim::catalogue
