#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/zone.h"
#include "table.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kelisim::clauses {

using Value = std::variant<bool, std::int64_t, std::string, Instant, Money>;

/// What a decision said, by name, and the clauses that it cites, its `because` first.
struct Observed {
  std::map<std::string, Value, std::less<>> outcome;
  std::vector<Clause> cites;

  void cite(Clause const& because, std::span<Clause const> rests_on = {});
  void cite(std::optional<Clause> const& because);
};

/// The facts of a row, read as values. Wall clock times are those of Astana; `2026-12-11T15:00Z` is UTC; a time may
/// end in ` +1us` or ` -1us`. Money is KZT.
class Facts {
 public:
  Facts(Cells& cells, Zone const& zone) : cells_(cells), zone_(zone) {}

  [[nodiscard]] bool flag(std::string_view name) { return cells_.has(name); }
  /// `yes` or `no`.
  [[nodiscard]] bool answer(std::string_view name);
  [[nodiscard]] bool has(std::string_view name) { return cells_.has(name); }
  [[nodiscard]] std::string const& text(std::string_view name) { return cells_.text(name); }
  [[nodiscard]] std::int64_t whole(std::string_view name);
  [[nodiscard]] std::int64_t whole_or(std::string_view name, std::int64_t otherwise);
  [[nodiscard]] Instant instant(std::string_view name);
  [[nodiscard]] std::optional<Instant> maybe_instant(std::string_view name);
  [[nodiscard]] Money money(std::string_view name);
  [[nodiscard]] std::vector<std::string> list(std::string_view name);
  [[nodiscard]] CivilDate date(std::string_view name);
  [[nodiscard]] Zone const& zone() const { return zone_; }

  /// A word of a described enum, by its name.
  template <class Enum>
  [[nodiscard]] Enum word(std::string_view name) {
    Enum value{};
    auto const& text = cells_.text(name);
    if (!boost::describe::enum_from_string(text.c_str(), value)) throw std::runtime_error("unknown word " + text);
    return value;
  }

 private:
  Cells& cells_;
  Zone const& zone_;
};

template <class Enum>
std::string name_of(Enum value) {
  return boost::describe::enum_to_string(value, "?");
}

[[nodiscard]] Instant parse_time(std::string_view text, Zone const& zone);
[[nodiscard]] std::string show(Value const& value, Zone const& zone);
/// Whether the text of a `then` cell means this value.
[[nodiscard]] bool means(std::string_view text, Value const& value, Zone const& zone);

/// Makes facts of the row's values, asks the rule, and says what it answered.
using Rule = std::function<Observed(Facts&, terms::Terms const&)>;
using Rules = std::map<std::string, Rule, std::less<>>;

void add_notice_rules(Rules& rules);
void add_booking_rules(Rules& rules);
void add_selling_rules(Rules& rules);
void add_session_rules(Rules& rules);
void add_order_rules(Rules& rules);
void add_catalogue_rules(Rules& rules);
void add_identity_rules(Rules& rules);
void add_claim_rules(Rules& rules);
void add_breach_rules(Rules& rules);
void add_contract_rules(Rules& rules);

}  // namespace kelisim::clauses
