#pragma once

#include "claims/claims.h"
#include "http/attached.h"
#include "http/views.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The whole of a case on paper and as data.
namespace kelisim::claims {

/// What the business told the client about the case or its session.
struct NoticeLine {
  Instant at;
  std::string title;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoticeLine, (), (at, title, text))

struct CaseRecord {
  CaseView claim;
  std::optional<SessionView> session;
  std::vector<LedgerLine> money;
  std::vector<NoticeLine> notices;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(CaseRecord, (), (claim, session, money, notices, made_at))

using Wording = std::function<std::string(Clause const&)>;

/// A4, in one of the brand's languages, with the words of the brand's notices/<language>.toml, `[case_record]`. The
/// same record gives the same bytes on the same machine.
[[nodiscard]] std::string record_pdf(CaseRecord const& record, terms::Brand const& brand, std::string const& language,
                                     Wording const& wording);

struct Export {
  std::string language;
  Wording wording;
  bool for_staff;  ///< with what only the business pays, such as the gateway's fee
};
/// Everything of the case as a signed ZIP: `case.pdf`, `case.json`, `files/…`. Opens sealed data with the client's
/// key: whoever asks was let in before. Nothing when the client was erased.
[[nodiscard]] std::optional<std::string> export_case(db::Tx& tx, Parts const& parts, Case const& about,
                                                     Export const& how, Instant now);

}  // namespace kelisim::claims
