// The certificate of a force majeure: staff upload it, everybody may fetch it (HAR-7.3a).
#include "files/content.h"
#include "http/views.h"
#include "kernel/digits.h"
#include "kernel/ensure.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::claims {

struct CertificateBody {
  json::Text<1, 120> name;
  std::int64_t size_bytes;
  json::Text<1, 2000, true> text;  ///< number and issuer
};
BOOST_DESCRIBE_STRUCT(CertificateBody, (), (name, size_bytes, text))

struct CertificateSending {
  FileView file;
  std::int64_t part_bytes;  ///< of every part but the last
  std::int64_t parts;
};
BOOST_DESCRIBE_STRUCT(CertificateSending, (), (file, part_bytes, parts))

struct CertificateFiles {
  std::vector<FileView> items;  ///< everything that was sent, the refused too
};
BOOST_DESCRIBE_STRUCT(CertificateFiles, (), (items))

namespace {

using scheduling::OutageId;

http::Problem outage_not_found() { return {.status = 404, .code = "outage_not_found"}; }
http::Problem file_not_found() { return {.status = 404, .code = "file_not_found"}; }

/// The outage in the path where it is a force majeure.
std::optional<OutageId> force_majeure_in_path(http::Call& call) {
  auto const id = call.path_id<OutageId>("id");
  return id && scheduling::is_force_majeure(call.tx, *id) ? id : std::nullopt;
}

http::Problem refused(TakingRefusal refusal) {
  if (refusal == TakingRefusal::case_closed) return {.status = 409, .code = "certificate_given_already"};
  return problem(refusal);
}

http::Reply<CertificateSending> announce(http::Call& call, Parts const& parts, CertificateBody const& body) {
  auto const outage = force_majeure_in_path(call);
  if (!outage) return http::Refused(outage_not_found());
  AnnouncedCertificate const certificate{.file = {body.name.value, body.size_bytes}, .text = body.text.value};
  auto const made = announce_certificate(call.tx, parts, *outage, certificate, call.person(), call.now);
  if (!made) return http::Refused(refused(made.error()));
  return CertificateSending{view_of(*made, body.name.value), part_bytes, parts_of(made->size_bytes)};
}

std::optional<std::string> name_of(http::Call& call, Parts const& parts, CaseFile const& file) {
  return parts.vault.open(call.tx, key_of(call.tx, file), case_text, file.name);
}

/// Only who announced a file sends it.
http::Reply<FileView> put_part(http::Call& call, Parts const& parts, http::RawBody const& body) {
  auto const outage = force_majeure_in_path(call);
  auto const id = call.path_id<FileId>("file");
  auto const file = id ? store::find_file(call.tx, *id) : std::nullopt;
  if (!outage || !file || file->outage != outage || file->by != call.person()) return http::Refused(file_not_found());
  auto const number = parse_digits(call.path("part"));
  if (!number) return http::Refused(problem(PartRefusal::not_awaited));
  auto const taken = take_part(call.tx, parts, *file, *number, body.text, call.now);
  if (!taken) return http::Refused(problem(taken.error()));
  return view_of(*taken, name_of(call, parts, *taken));
}

http::Reply<CertificateFiles> list(http::Call& call, Parts const& parts) {
  auto const outage = force_majeure_in_path(call);
  if (!outage) return http::Refused(outage_not_found());
  CertificateFiles files;
  for (auto const& file : store::files_of(call.tx, *outage)) {
    files.items.push_back(view_of(file, name_of(call, parts, file)));
  }
  return files;
}

/// The first that was kept: that is the one that was given.
http::Reply<http::Document> fetch(http::Call& call, Parts const& parts) {
  auto const outage = force_majeure_in_path(call);
  if (!outage) return http::Refused(file_not_found());
  auto const files = store::files_of(call.tx, *outage);
  auto const given = std::ranges::find(files, FileState::kept, &CaseFile::state);
  if (given == files.end()) return http::Refused(file_not_found());
  auto opened = parts.vault.open(call.tx, key_of(call.tx, *given), file_body, sealed_bytes(call.tx, *given));
  if (!opened) return http::Refused(file_not_found());
  auto const name = fmt::format("certificate{}", extension(*given->kind));
  return http::Document{.content_type = std::string(media_type(*given->kind)),
                        .body = verified(*given, *std::move(opened)),
                        .status = 200,
                        .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)},
                                    {"Content-Security-Policy", "sandbox; default-src 'none'"}}};
}

}  // namespace

void add_certificate_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::support, CertificateBody, CertificateSending>{
          Method::post,
          "/v1/staff/outages/{id}/certificate",
          "announce_certificate",
          {.success = 201,
           .summary = "The official certificate of a force majeure; its parts come after (HAR-7.3a)"}},
      [&parts](http::Call& call, CertificateBody const& body) { return announce(call, parts, body); });
  routes.add(
      http::Route<Access::support, http::Nothing, CertificateFiles>{Method::get, "/v1/staff/outages/{id}/certificate",
                                                                    "list_certificate_files"},
      [&parts](http::Call& call) { return list(call, parts); });
  routes.add(
      http::Route<Access::support, http::RawBody, FileView>{
          Method::put, "/v1/staff/outages/{id}/certificate/{file}/parts/{part}", "send_certificate_part"},
      [&parts](http::Call& call, http::RawBody const& body) { return put_part(call, parts, body); });
  routes.add(
      http::Route<Access::anyone, http::Nothing, http::Document>{
          Method::get,
          "/v1/outages/{id}/certificate",
          "read_certificate",
          {.summary = "The certificate, for the other party: whoever has a contract with the business"}},
      [&parts](http::Call& call) { return fetch(call, parts); });
}

}  // namespace kelisim::claims
