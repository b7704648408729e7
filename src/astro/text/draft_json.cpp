#include "text/draft_json.h"

#include "text/canonical_json.h"

#include <boost/json.hpp>

namespace kelisim::astro {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

template <class Range, class Write>
array list(Range const& range, Write write) {
  array out;
  for (auto const& one : range) out.push_back(write(one));
  return out;
}

array words(std::vector<std::string> const& texts) {
  return list(texts, [](std::string const& text) { return value(text); });
}

value json_of(Fact const& fact) {
  object out{{"id", fact.id},        {"kind", fact.kind},     {"subject", fact.subject},
             {"value", fact.value},  {"weight", fact.weight}, {"robust", to_string(fact.robust)},
             {"source", fact.source}};
  if (fact.orb) out["orb"] = *fact.orb;
  if (fact.applying) out["applying"] = *fact.applying;
  if (fact.exact_at) out["exact_at"] = to_rfc3339(*fact.exact_at);
  return out;
}

value json_of(Finding const& finding) {
  object params;
  for (auto const& [name, text] : finding.params) params[name] = text;
  return object{{"id", finding.id},
                {"rule", finding.rule},
                {"facts", words(finding.facts)},
                {"theme", finding.theme},
                {"weight", finding.weight},
                {"robust", to_string(finding.robust)},
                {"fragment", to_string(finding.fragment)},
                {"params", params}};
}

value json_of(Section const& section) {
  return object{{"id", section.id},
                {"heading", section.heading},
                {"paragraphs", list(section.paragraphs, [](Paragraph const& one) {
                   return value(object{
                       {"text", one.text}, {"findings", words(one.findings)}, {"robust", to_string(one.robust)}});
                 })}};
}

value json_of(Table const& table) {
  return object{{"id", table.id},
                {"heading", table.heading},
                {"columns", words(table.columns)},
                {"rows", list(table.rows, [](TableRow const& row) {
                   return value(object{{"cells", words(row.cells)}, {"findings", words(row.findings)}});
                 })}};
}

value json_of(Strip const& strip) {
  return object{
      {"id", strip.id}, {"heading", strip.heading}, {"cells", list(strip.cells, [](StripCell const& cell) {
                                                       return value(object{{"label", cell.label},
                                                                           {"level", cell.level},
                                                                           {"score", cell.score},
                                                                           {"text", cell.text},
                                                                           {"findings", words(cell.findings)}});
                                                     })}};
}

value json_of(DatedItem const& item) {
  object out{{"id", item.id},     {"from", to_rfc3339(item.from)},   {"all_day", item.all_day}, {"title", item.title},
             {"text", item.text}, {"findings", words(item.findings)}};
  if (item.to) out["to"] = to_rfc3339(*item.to);
  return out;
}

value json_of(Score const& score) {
  return object{{"id", score.id}, {"value", score.value}, {"min", score.min}, {"max", score.max}};
}

}  // namespace

value json_of(Draft const& draft) {
  auto const write = [](auto const& one) { return json_of(one); };
  return object{{"service", name_of(draft.service)},
                {"language", draft.language},
                {"title", draft.title},
                {"zone", draft.zone},
                {"sections", list(draft.sections, write)},
                {"tables", list(draft.tables, write)},
                {"strips", list(draft.strips, write)},
                {"scores", list(draft.scores, write)},
                {"dates", list(draft.dates, write)},
                {"findings", list(draft.findings, write)},
                {"facts", list(draft.facts, write)},
                {"notice", draft.notice},
                {"settings", draft.settings},
                {"versions", object{{"engine", draft.versions.engine},
                                    {"tzdata", draft.versions.tzdata},
                                    {"atlas", draft.versions.atlas},
                                    {"content", draft.versions.content}}},
                {"input_hash", draft.input_hash}};
}

std::string to_json(Draft const& draft) { return canonical_json(json_of(draft)); }

}  // namespace kelisim::astro
