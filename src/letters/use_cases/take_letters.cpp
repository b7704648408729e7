#include "identity/email_index.h"
#include "letters/letters.h"
#include "letters/rules/intake.h"
#include "store/received.h"
#include "terms/clauses.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::letters {
namespace {

constexpr std::size_t letters_at_once = 20;

/// What the request says, after what must be known of a letter: that its sender proves nothing.
std::string request_text(Parts const& parts, Letter const& letter, std::string const& language) {
  auto const word = [&](std::string const& key) {
    return std::string(parts.brand.notice("words", key, language).value_or(""));
  };
  auto text = word("letter_received") + "\n" +
              word(std::string("letter_signature_") + boost::describe::enum_to_string(letter.signature, "")) + "\n\n";
  if (!letter.subject.empty()) text += letter.subject + "\n\n";
  text += letter.text;
  if (letter.cut) text += "\n\n" + word("letter_cut");
  if (letter.attachments > 0) text += "\n\n" + word("letter_attachments") + " " + std::to_string(letter.attachments);
  return text;
}

bool take(db::Tx& tx, Parts const& parts, std::string const& name, Letter const& letter, Instant now) {
  if (store::was_received(tx, name)) return false;
  auto const senders = identity::clients_with_email(tx, parts.vault, letter.from);
  auto const decided = decide_intake({.automatic = letter.automatic,
                                      .accounts = std::ssize(senders),
                                      .says_something = !letter.subject.empty() || !letter.text.empty()});
  if (!decided) return false;
  auto const sender = parts.people.find(tx, senders.front());
  auto const& language = parts.brand.spoken(sender->language);
  auto const request = parts.open_request(tx, sender->id, request_text(parts, letter, language), now);
  if (!request) return false;
  store::insert(
      tx, {.id = name, .person = sender->id, .case_id = *request, .signature = letter.signature, .received_at = now});
  return true;
}

}  // namespace

int take_letters(db::Database& database, Parts const& parts, Instant now) {
  auto const waiting = parts.spool.waiting(letters_at_once);
  if (waiting.empty()) return 0;
  while (database.write_now([&](db::Tx& tx) { return identity::refresh_email_index(tx, parts.vault); }) > 0) {
  }
  int attached = 0;
  for (auto const& name : waiting) {
    auto const letter = parts.spool.read(name);
    if (letter && database.write_now([&](db::Tx& tx) { return take(tx, parts, name, *letter, now); })) ++attached;
    parts.spool.remove(name);
  }
  return attached;
}

std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId person, int limit) {
  std::vector<terms::TimelineEntry> entries;
  for (auto const& one : store::received_from(tx, person, limit)) {
    entries.push_back({.at = one.received_at,
                       .kind = "letters.received",
                       .subject = one.case_id,
                       .detail = boost::describe::enum_to_string(one.signature, ""),
                       .clause = terms::clause("HAR-4.2.14a")});
  }
  return entries;
}

}  // namespace kelisim::letters
