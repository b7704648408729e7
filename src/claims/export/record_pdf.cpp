#include "export/case_record.h"
#include "kernel/ensure.h"
#include "notify/rendering.h"
#include "paper/document.h"
#include "paper/flow.h"
#include "store/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kelisim::claims {
namespace {

using paper::Face;
using paper::Type;
using store::word;

constexpr std::string_view table = "case_record";

Type bold(Type type) {
  type.face = Face::bold;
  return type;
}

class Composer {
 public:
  Composer(CaseRecord const& record, terms::Brand const& brand, std::string const& language, Wording const& wording)
      : record_(record),
        brand_(brand),
        language_(language),
        wording_(wording),
        reader_{language, brand.zone, brand.zone},
        flow_(language) {}

  paper::Flow compose() && {
    title();
    said_and_decided();
    session();
    money();
    files();
    notices();
    heading("proof");
    text(words("proof_text"));
    return std::move(flow_);
  }

  [[nodiscard]] std::string title_text() const {
    return notify::fill(words("title"), {{"number", std::to_string(record_.claim.number)}}, reader_,
                        notify::Length::full);
  }
  [[nodiscard]] std::string words(std::string_view key) const {
    auto const found = brand_.notice(table, key, language_);
    ENSURE(found.has_value());
    return std::string(*found);
  }
  [[nodiscard]] std::string at(Instant when) const {
    return notify::write_instant(when, reader_, notify::Length::full);
  }

 private:
  /// The word of the table for a closed word of ours: `finding_unfounded`.
  [[nodiscard]] std::string named(std::string_view kind, std::string_view value) const {
    return words(fmt::format("{}_{}", kind, value));
  }

  void heading(std::string_view key) { flow_.heading(words(key), 3 * paper::body_type.leading); }
  void text(std::string const& said, Type const& type = paper::body_type) {
    flow_.paragraph(flow_.lines(type, said, paper::text_width));
    flow_.space(5);
  }
  void line(std::string const& said) { text(said, paper::small_type); }
  /// Who and when above what; not parted from its first lines.
  void piece(std::string const& who, Instant when, std::optional<std::string> const& said) {
    flow_.need(4 * paper::body_type.leading);
    text(fmt::format("{} · {}", who, at(when)), bold(paper::small_type));
    text(said.value_or(words("erased")));
  }
  void clause(Clause const& because) {
    line(fmt::format("{} {}: {}", words("clause"), because.number, wording_(because)));
  }

  void title() {
    auto const& claim = record_.claim;
    Type large = paper::heading_type;
    large.size = 24;
    large.leading = 31;
    text(brand_.name, paper::label_type);
    text(title_text(), large);
    auto about = named("standing", word(claim.standing));
    if (claim.category) about += " · " + named("category", word(*claim.category));
    text(about);
    line(fmt::format("{}: {}", words("received"), at(claim.received_at)));
    line(fmt::format("{}: {}", words("answer_by"), at(claim.answer_by)));
    line(fmt::format("{}: {}", words("state"), named("state", word(claim.state))));
    clause(claim.clause);
  }

  void ruling(RulingView const& one) {
    piece(named("finding", word(one.finding)), one.at, one.reasons);
    auto const sum = [&](std::string_view key, Money amount) {
      if (amount.is_positive()) line(fmt::format("{}: {}", words(key), notify::write_money(amount, language_)));
    };
    sum("refund", one.refund);
    sum("damages", one.damages);
    clause(one.clause);
  }

  void said_and_decided() {
    auto const& claim = record_.claim;
    heading("said");
    std::multimap<std::int64_t, std::function<void()>> pieces;  // in the order of time; of one instant, as put in
    pieces.emplace(claim.received_at.micros, [&] { piece(words("by_client"), claim.received_at, claim.text); });
    for (auto const& message : claim.messages) {
      pieces.emplace(message.at.micros, [&] { piece(named("by", word(message.by)), message.at, message.text); });
    }
    for (auto const& one : claim.rulings) pieces.emplace(one.at.micros, [&] { ruling(one); });
    if (claim.appeal) {
      pieces.emplace(claim.appeal->at.micros, [&] { piece(words("appeal"), claim.appeal->at, claim.appeal->text); });
    }
    if (claim.court) {
      pieces.emplace(claim.court->at.micros, [&] {
        piece(words("in_court"), claim.court->at, claim.court->note);
        clause(claim.court->clause);
      });
    }
    for (auto const& [when, set] : pieces) set();
  }

  void session() {
    if (!record_.session) return;
    auto const& session = *record_.session;
    heading("session");
    line(fmt::format("{}: {}", words("starts"), at(session.starts_at)));
    if (session.ended_at) line(fmt::format("{}: {}", words("ended"), at(*session.ended_at)));
    if (session.attendance) line(named("attendance", *session.attendance));
    for (auto const& stay : session.stays) {
      auto const left = stay.left_at ? at(*stay.left_at) : std::string("—");
      line(fmt::format("{}: {} – {}", named("who", word(stay.who)), at(stay.joined_at), left));
    }
    equipment("client", session.client_equipment);
    equipment("specialist", session.specialist_equipment);
    if (session.connection) line(named("connection", word(session.connection->side)));
  }

  void equipment(std::string_view who, std::optional<EquipmentView> const& check) {
    if (!check) return;
    line(fmt::format("{}: {} ({})", named("who", who), words(check->passed ? "equipment_passed" : "equipment_failed"),
                     at(check->checked_at)));
  }

  void money() {
    if (record_.money.empty()) return;
    heading("money");
    for (auto const& one : record_.money) {
      line(fmt::format("{}: {}, {}", at(one.at), named("entry", one.kind),
                       notify::write_money(one.amount, language_)));
    }
  }

  void files() {
    auto const& all = record_.claim.files;
    if (std::ranges::none_of(all, [](FileView const& file) { return file.sha256.has_value(); })) return;
    heading("files");
    for (auto const& file : all) {
      if (!file.sha256) continue;
      line(fmt::format("{}. {} ({}, {})", file.number, file.name.value_or(words("erased")),
                       named("by", word(file.by)), at(file.at)));
      text("SHA-256 " + *file.sha256, paper::label_type);
    }
  }

  void notices() {
    if (record_.notices.empty()) return;
    heading("notices");
    for (auto const& one : record_.notices) line(fmt::format("{}: {}. {}", at(one.at), one.title, one.text));
  }

  CaseRecord const& record_;
  terms::Brand const& brand_;
  std::string const& language_;
  Wording const& wording_;
  notify::Reader reader_;
  paper::Flow flow_;
};

}  // namespace

std::string record_pdf(CaseRecord const& record, terms::Brand const& brand, std::string const& language,
                       Wording const& wording) {
  Composer composer(record, brand, language, wording);
  auto const title = composer.title_text();
  auto const notice = fmt::format("{} · {} · {}", brand.name, title, composer.at(record.made_at));
  auto const flow = std::move(composer).compose();
  return paper::write_pdf(
      flow, {.title = title, .author = brand.name, .subject = title, .notice = notice, .made_at = record.made_at});
}

}  // namespace kelisim::claims
