#include "handover/handover.h"
#include "platform/json/described.h"
#include "privacy/staff_access.h"
#include "store/notes.h"

namespace kelisim::handover {

struct NoteBody {
  json::Text<1, 2000, true> text;
  std::optional<json::Text<26, 26>> about;  ///< id of a person; absent: about nobody in particular
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (text, about))

struct HandoverNote {
  NoteId id;
  std::optional<PersonId> about;
  std::optional<std::string> text;  ///< absent after an erasure
  PersonId written_by;
  Instant written_at;
  std::optional<PersonId> taken_by;
  std::optional<Instant> taken_at;
};
BOOST_DESCRIBE_STRUCT(HandoverNote, (), (id, about, text, written_by, written_at, taken_by, taken_at))

struct HandoverPage {
  std::vector<HandoverNote> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(HandoverPage, (), (items, next))

struct NoteMade {
  NoteId id;
};
BOOST_DESCRIBE_STRUCT(NoteMade, (), (id))

namespace {

using http::Method;
using http::Nothing;
using http::Reply;
using http::Route;

// The name is bound to the ciphertexts: never changed.
constexpr privacy::Field note_text{"handover.note"};
constexpr int page_size = 50;

http::Problem bad(std::string path) {
  return {.status = 400, .code = "bad_query", .errors = {{std::move(path), "not_an_id"}}};
}
http::Problem person_not_found() { return {.status = 404, .code = "person_not_found"}; }

Reply<NoteMade> post_note(http::Call& call, Parts const& parts, NoteBody const& body) {
  Note note{.id = parts.random.id<NoteId>(call.now),
            .about = std::nullopt,
            .body = {},
            .written_by = call.person(),
            .written_at = call.now,
            .taken_by = std::nullopt,
            .taken_at = std::nullopt};
  if (body.about) {
    note.about = PersonId::parse(body.about->view());
    if (!note.about || parts.vault.state(call.tx, *note.about) != privacy::KeyState::live) {
      return http::Refused(person_not_found());
    }
  }
  note.body = parts.vault.seal(call.tx, note.keeper(), note_text, body.text.view());
  store::insert_note(call.tx, note);
  parts.audit.append(
      call.tx, call.now,
      {.action = "handover.written", .actor = call.person(), .subject = note.about, .object = note.id.view()});
  return NoteMade{note.id};
}

Reply<HandoverPage> get_notes(http::Call& call, Parts const& parts) {
  auto const purpose = privacy::purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const cursor = call.query("cursor");
  auto const before = cursor ? NoteId::parse(*cursor) : std::nullopt;
  auto const about = call.query("about");
  auto const person = about ? PersonId::parse(*about) : std::nullopt;
  if (about && !person) return http::Refused(bad("about"));
  auto const notes = person ? store::notes_about(call.tx, *person, before, page_size)
                            : store::list_notes(call.tx, before, page_size);
  privacy::StaffAccess const access(parts.vault, parts.audit);
  HandoverPage page;
  for (auto const& note : notes) {
    page.items.push_back({.id = note.id,
                          .about = note.about,
                          .text = access.open(call, note.keeper(), note_text, note.body, *purpose),
                          .written_by = note.written_by,
                          .written_at = note.written_at,
                          .taken_by = note.taken_by,
                          .taken_at = note.taken_at});
  }
  if (std::ssize(notes) == page_size) page.next = notes.back().id.str();
  return page;
}

Reply<Nothing> post_taking(http::Call& call) {
  auto const id = call.path_id<NoteId>("id");
  if (!id || !store::find_note(call.tx, *id)) {
    return http::Refused(http::Problem{.status = 404, .code = "note_not_found"});
  }
  if (!store::take_note(call.tx, *id, call.person(), call.now)) {
    return http::Refused(http::Problem{.status = 409, .code = "note_taken"});
  }
  return Nothing{};
}

}  // namespace

void add_routes(http::Routes& routes, Parts const& parts) {
  routes.add(
      Route<Access::staff, NoteBody, NoteMade>{
          Method::post,
          "/v1/staff/handover-notes",
          "write_handover_note",
          {.success = 201, .summary = "A note to the next shift, about a person or about nobody in particular"}},
      [&parts](http::Call& call, NoteBody const& body) { return post_note(call, parts, body); });
  Route<Access::staff, Nothing, HandoverPage> list{
      Method::get,
      "/v1/staff/handover-notes",
      "list_handover_notes",
      {.query = {{"purpose", "why: a word of the closed list of purposes", true},
                 {"about", "only notes about this person"},
                 {"cursor", "`next` of the page before"}},
       .summary = "Notes of the shifts before, newest first; each one opened leaves an audit row"}};
  list.options.effect = http::Effect::writes;
  routes.add(list, [&parts](http::Call& call) { return get_notes(call, parts); });
  routes.add(
      Route<Access::staff, Nothing, Nothing>{
          Method::post, "/v1/staff/handover-notes/{id}/taking", "take_handover_note", {.summary = "I take it over"}},
      [](http::Call& call, Nothing const&) { return post_taking(call); });
}

}  // namespace kelisim::handover
