#include "store/exports.h"
#include "export/case_record.h"
#include "http/views.h"
#include "kernel/ensure.h"
#include "kernel/fault.h"
#include "privacy/staff_access.h"

#include <fmt/format.h>

#include <atomic>

namespace kelisim::claims {

struct ExportBody {
  privacy::Purpose purpose;
};
BOOST_DESCRIBE_STRUCT(ExportBody, (), (purpose))

struct ExportView {
  ExportId id;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(ExportView, (), (id, until))

namespace {

/// How long what staff asked for may be fetched.
constexpr Duration fetched_within = std::chrono::minutes(10);

http::Problem export_not_found() { return {.status = 404, .code = "export_not_found"}; }

/// Making an archive holds a reader of the database for up to a second: one at a time, the other readers stay free.
class Turn {
 public:
  Turn() {
    if (busy.test_and_set()) throw Fault(Fault::Retry::yes, "an archive is being made already");
  }
  ~Turn() { busy.clear(); }
  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;

 private:
  static inline std::atomic_flag busy = ATOMIC_FLAG_INIT;
};

http::Reply<http::Document> archive_of(http::Call& call, Parts const& parts, Case const& about, bool for_staff) {
  Turn const turn;
  auto archive = export_case(
      call.tx, parts, about,
      {.language = parts.brand.spoken(call.language), .wording = call.clause_wording, .for_staff = for_staff},
      call.now);
  if (!archive) return http::Refused(case_not_found());
  auto const name = fmt::format("attachment; filename=\"case-{}.zip\"", about.number);
  return http::Document{.content_type = "application/zip",
                        .body = *std::move(archive),
                        .status = 200,
                        .headers = {{"Content-Disposition", name}, {"Cache-Control", "private, no-store"}}};
}

http::Reply<http::Document> get_own(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<CaseId>("id");
  auto const found = id ? store::find_case(call.tx, *id) : std::nullopt;
  if (!found || found->client != call.person()) return http::Refused(case_not_found());
  return archive_of(call, parts, *found, false);
}

/// Leaves the audit row; the archive itself is made by the read that follows, outside of the writer.
http::Reply<ExportView> post_export(http::Call& call, Parts const& parts, ExportBody const& body) {
  auto const id = call.path_id<CaseId>("id");
  auto const found = id ? store::find_case(call.tx, *id) : std::nullopt;
  if (!found) return http::Refused(case_not_found());
  ExportAsked const asked{parts.random.id<ExportId>(call.now), found->id, call.person(), call.now};
  store::insert_export(call.tx, asked);
  parts.audit.append(call.tx, call.now,
                     {.action = privacy::action_read,
                      .actor = call.person(),
                      .subject = found->client,
                      .object = "claims.archive",
                      .purpose = body.purpose});
  return ExportView{asked.id, call.now + fetched_within};
}

http::Reply<http::Document> get_export(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<ExportId>("id");
  auto const asked = id ? store::find_export(call.tx, *id) : std::nullopt;
  if (!asked || asked->by != call.person() || call.now > asked->asked_at + fetched_within) {
    return http::Refused(export_not_found());
  }
  auto const found = store::find_case(call.tx, asked->of);
  ENSURE(found.has_value());
  return archive_of(call, parts, *found, true);
}

}  // namespace

void add_export_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::client_or_barred, http::Nothing, http::Document>{
          Method::get,
          "/v1/claims/{id}/archive",
          "export_claim",
          {.summary = "The whole case as a ZIP whose hash list is signed: paper, data, files"}},
      [&parts](http::Call& call) { return get_own(call, parts); });
  routes.add(
      http::Route<Access::support, ExportBody, ExportView>{
          Method::post,
          "/v1/staff/claims/{id}/exports",
          "ask_for_claim_archive",
          {.success = 201, .summary = "Leaves an audit row and opens the archive to the caller for ten minutes"}},
      [&parts](http::Call& call, ExportBody const& body) { return post_export(call, parts, body); });
  routes.add(http::Route<Access::support, http::Nothing, http::Document>{Method::get, "/v1/staff/exports/{id}",
                                                                         "read_claim_archive"},
             [&parts](http::Call& call) { return get_export(call, parts); });
}

}  // namespace kelisim::claims
