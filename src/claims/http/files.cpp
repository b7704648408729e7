#include "files/content.h"
#include "http/views.h"
#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "privacy/staff_access.h"

#include <fmt/format.h>

namespace kelisim::claims {

struct FileBody {
  json::Text<1, 120> name;
  std::int64_t size_bytes;
};
BOOST_DESCRIBE_STRUCT(FileBody, (), (name, size_bytes))

/// What the sender has to know to send the parts.
struct SendingView {
  FileView file;
  std::int64_t part_bytes;  ///< of every part but the last
  std::int64_t parts;
};
BOOST_DESCRIBE_STRUCT(SendingView, (), (file, part_bytes, parts))

namespace {

http::Problem file_not_found() { return {.status = 404, .code = "file_not_found"}; }

/// The case in the path where the caller may work on it: one's own, or any of them for staff.
Result<Case, http::Problem> case_of_caller(http::Call& call) {
  auto const id = call.path_id<CaseId>("id");
  auto const found = id ? store::lock_case(call.tx, *id) : std::nullopt;
  auto const own = found && found->client == call.person();
  if (!found || (!own && !admits(Access::support, call.caller.role))) return http::Refused(case_not_found());
  return *found;
}

struct FileOfCase {
  Case about;
  CaseFile file;
};

Result<FileOfCase, http::Problem> file_of_caller(http::Call& call) {
  auto const about = case_of_caller(call);
  if (!about) return http::Refused(about.error());
  auto const id = call.path_id<FileId>("file");
  auto const file = id ? store::find_file(call.tx, *id) : std::nullopt;
  if (!file || file->of != about->id) return http::Refused(file_not_found());
  return FileOfCase{*about, *file};
}

http::Reply<SendingView> post_file(http::Call& call, Parts const& parts, FileBody const& body) {
  auto const about = case_of_caller(call);
  if (!about) return http::Refused(about.error());
  auto const made =
      announce_file(call.tx, parts, *about, {body.name.value, body.size_bytes}, call.person(), call.now);
  if (!made) return http::Refused(problem(made.error()));
  return SendingView{view_of(*made, *about, body.name.value), part_bytes, parts_of(made->size_bytes)};
}

/// Only who announced a file sends it.
http::Reply<FileView> put_part(http::Call& call, Parts const& parts, http::RawBody const& body) {
  auto const found = file_of_caller(call);
  if (!found) return http::Refused(found.error());
  auto const& [about, file] = *found;
  if (file.by != call.person()) return http::Refused(file_not_found());
  auto const number = parse_digits(call.path("part"));
  if (!number) return http::Refused(problem(PartRefusal::not_awaited));
  auto const taken = take_part(call.tx, parts, file, *number, body.text, call.now);
  if (!taken) return http::Refused(problem(taken.error()));
  return view_of(*taken, about, parts.vault.open(call.tx, about.client, case_text, file.name));
}

/// A download under a name of ours; a browser shows nothing of it as a page.
http::Document download(FileOfCase const& found, std::string bytes) {
  auto const kind = *found.file.kind;
  auto const name = fmt::format("case-{}-file-{}{}", found.about.number, found.file.number, extension(kind));
  return {.content_type = std::string(media_type(kind)),
          .body = std::move(bytes),
          .status = 200,
          .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)},
                      {"Content-Security-Policy", "sandbox; default-src 'none'"},
                      {"Cache-Control", "private, no-store"}}};
}

http::Reply<http::Document> get_file(http::Call& call, Parts const& parts) {
  auto const found = file_of_caller(call);
  if (!found) return http::Refused(found.error());
  if (found->file.state != FileState::kept) return http::Refused(file_not_found());
  auto opened = parts.vault.open(call.tx, found->about.client, file_body, sealed_bytes(call.tx, found->file));
  if (!opened) return http::Refused(file_not_found());
  return download(*found, verified(found->file, *std::move(opened)));
}

http::Reply<http::Document> get_staff_file(http::Call& call, Parts const& parts) {
  auto const text = call.query("purpose");
  auto const purpose = text ? privacy::parse_purpose(*text) : std::nullopt;
  if (!purpose) {
    return http::Refused(http::wrong_query("purpose", text ? "unknown" : "missing"));
  }
  auto const found = file_of_caller(call);
  if (!found) return http::Refused(found.error());
  if (found->file.state != FileState::kept) return http::Refused(file_not_found());
  privacy::StaffAccess const access(parts.vault, parts.audit);
  auto opened = access.open(call, found->about.client, file_body, sealed_bytes(call.tx, found->file), *purpose);
  if (!opened) return http::Refused(file_not_found());
  return download(*found, verified(found->file, *std::move(opened)));
}

}  // namespace

void add_file_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  auto const announce = [&parts](http::Call& call, FileBody const& body) { return post_file(call, parts, body); };
  auto const send = [&parts](http::Call& call, http::RawBody const& body) { return put_part(call, parts, body); };
  routes.add(
      http::Route<Access::client_or_barred, FileBody, SendingView>{Method::post,
                                                                   "/v1/claims/{id}/files",
                                                                   "announce_file",
                                                                   {.success = 201,
                                                                    .summary = "A picture or PDF that belongs to the "
                                                                               "case; its parts come after"}},
      announce);
  routes.add(
      http::Route<Access::client_or_barred, http::RawBody, FileView>{Method::put,
                                                                     "/v1/claims/{id}/files/{file}/parts/{part}",
                                                                     "send_file_part",
                                                                     {.summary = "One part, counted from 1; the same "
                                                                                 "part twice is once"}},
      send);
  routes.add(
      http::Route<Access::client_or_barred, http::Nothing, http::Document>{
          Method::get, "/v1/claims/{id}/files/{file}", "read_file", {.effect = http::Effect::writes}},
      [&parts](http::Call& call) { return get_file(call, parts); });
  routes.add(
      http::Route<Access::support, FileBody, SendingView>{
          Method::post, "/v1/staff/claims/{id}/files", "announce_staff_file", {.success = 201}},
      announce);
  routes.add(
      http::Route<Access::support, http::RawBody, FileView>{
          Method::put, "/v1/staff/claims/{id}/files/{file}/parts/{part}", "send_staff_file_part"},
      send);
  routes.add(
      http::Route<Access::support, http::Nothing, http::Document>{
          Method::get,
          "/v1/staff/claims/{id}/files/{file}",
          "read_staff_file",
          {.effect = http::Effect::writes,
           .query = {{"purpose", "why: a word of the closed list of purposes", true}},
           .summary = "A file of the case; leaves an audit row"}},
      [&parts](http::Call& call) { return get_staff_file(call, parts); });
}

}  // namespace kelisim::claims
