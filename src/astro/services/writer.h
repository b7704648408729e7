#pragma once

#include "astro/services.h"
#include "services/rules.h"

#include <boost/json/fwd.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// Puts a draft together: knows the texts of one language, keeps every sentence to one place, and lets nothing be
/// said that cites no finding.
class Writer {
 public:
  Writer(Desk const& desk, Service service, std::string_view language, Zone zone);

  Facts facts;

  [[nodiscard]] std::string const& term(std::string_view key) const;
  [[nodiscard]] std::string const& heading(std::string_view key) const;
  [[nodiscard]] std::string const& label(std::string_view subject, std::string_view key) const;
  [[nodiscard]] std::string const& text(FragmentKey const& key) const { return fragments_.get(key); }
  /// `03.12.2026` (ISO 8601 in English), `03.12.2026 14:05`, on the clock of the draft's zone.
  [[nodiscard]] std::string date(Instant at) const;
  /// `2027-01` as `01.2027`.
  [[nodiscard]] std::string month(std::string const& iso) const;
  [[nodiscard]] std::string date_time(Instant at) const;
  [[nodiscard]] std::string clock(Instant at) const;
  [[nodiscard]] Zone const& zone() const { return zone_; }

  /// Takes a finding in, as robust as its facts; its id, which a second finding of the same id shares.
  std::string conclude(Finding finding);
  [[nodiscard]] Finding const& finding(std::string_view id) const;

  /// Everything said from here on stands in this section; opening one again goes on with it.
  void section(std::string_view id);
  /// One paragraph out of the texts of these findings, a text that several share said once, after `lead` (`05.01.2027
  /// `). False, and nothing said, when a sentence of it was said before.
  bool say(std::vector<std::string> const& findings, std::string const& lead = {});
  /// Two findings that pull apart, with a sentence between them.
  bool say_tension(std::string const& one, std::string const& other);
  /// A sentence about the document itself.
  void remark(FragmentKey const& key, std::vector<std::pair<std::string, std::string>> const& params = {});
  /// The text if none of its sentences was said before, and then it counts as said; else nothing.
  [[nodiscard]] std::string once(std::string text);

  Table& table(std::string_view id, std::string heading, std::vector<std::string> columns);
  Strip& strip(std::string_view id, std::string heading);
  void date_item(DatedItem item) { draft_.dates.push_back(std::move(item)); }
  void score(Score score) { draft_.scores.push_back(std::move(score)); }

  /// The whole draft. `chart` gives the settings of the footer; the told uncertainty is named in the legend of
  /// robustness.
  [[nodiscard]] Draft finish(boost::json::value const& input, Chart const& chart, int uncertainty_minutes);

 private:
  void legend(int uncertainty_minutes);
  [[nodiscard]] std::string settings_line(Chart const& chart) const;

  Desk const& desk_;
  Fragments const& fragments_;
  Zone zone_;
  Draft draft_;
  std::size_t section_ = 0;
  int joints_ = 0;
  std::set<std::string, std::less<>> said_;
};

/// What every service refuses, in the order of DraftRefusal; nothing when all is well.
[[nodiscard]] std::optional<DraftRefusal> refuse_common(Desk const& desk, std::string_view language,
                                                        std::vector<Place> const& places,
                                                        std::vector<Instant> const& instants,
                                                        std::vector<std::string> const& texts);

/// For the input hash.
[[nodiscard]] boost::json::value json_of(BirthMoment const& birth);
[[nodiscard]] boost::json::value json_of(Place const& place);

/// Half of the told uncertainty's span, in minutes, rounded up; 0 for a time told to the minute.
[[nodiscard]] int uncertainty_minutes(BirthMoment const& birth);

}  // namespace kelisim::astro
