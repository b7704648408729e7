#pragma once

#include "astro/services.h"
#include "consultations/desk.h"
#include "http/bodies.h"

/// From bodies to what the services work with. A refusal says why in a code of its own: birth_…, or that of the
/// service.
namespace kelisim::consultations {

template <class Value>
using Read = Result<Value, http::Problem>;

/// One of the desk's languages, or language_not_offered.
[[nodiscard]] Read<std::string> language_of(AstrologersDesk const& desk, std::string_view asked);
[[nodiscard]] Read<astro::BirthMoment> birth_of(AstrologersDesk const& desk, BirthBody const& body,
                                                std::string const& language);

[[nodiscard]] Read<astro::SunActionsInput> input_of(AstrologersDesk const& desk, SunActionsBody const& body,
                                                    Instant at);
[[nodiscard]] Read<astro::NatalBaseInput> input_of(AstrologersDesk const& desk, NatalBaseBody const& body,
                                                   Instant at);
[[nodiscard]] Read<astro::MoneyInput> input_of(AstrologersDesk const& desk, MoneyBody const& body, Instant at);
[[nodiscard]] Read<astro::ExpressAnswerInput> input_of(AstrologersDesk const& desk, ExpressAnswerBody const& body,
                                                       Instant at);
[[nodiscard]] Read<astro::ElectionInput> input_of(AstrologersDesk const& desk, ElectionBody const& body, Instant at);

[[nodiscard]] http::Problem problem(astro::DraftRefusal refusal);
[[nodiscard]] http::Problem problem(astro::ChartRefusal refusal);

/// The astrologer's edits upon a computed draft. unknown_paragraph; denied_wording with the words that the deny-list
/// finds.
[[nodiscard]] Read<void> apply_edits(astro::Content const& content, astro::Draft& draft,
                                     std::vector<EditBody> const& edits);

}  // namespace kelisim::consultations
