#include "files/content.h"
#include "kernel/ensure.h"
#include "use_cases/files.h"

#include <atomic>
#include <variant>

namespace kelisim::claims {
namespace {

/// A whole file as it came, and whose key seals it.
struct Upload {
  CaseFile file;
  PersonId key;
  std::string bytes;
};

/// A picture may hold a worker for seconds and 200 MB: one at a time in this process, so that codes, payments and
/// alerts find the other workers free.
class Turn {
 public:
  Turn() : mine_(!busy.test_and_set()) {}
  ~Turn() {
    if (mine_) busy.clear();
  }
  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;
  [[nodiscard]] bool is_mine() const { return mine_; }

 private:
  static inline std::atomic_flag busy = ATOMIC_FLAG_INIT;
  bool mine_;
};
constexpr Duration next_turn_in = std::chrono::seconds(2);

/// Nothing when there is nothing to look at: kept or refused before, or its person was erased meanwhile.
std::optional<Upload> load(db::Tx& tx, Parts const& parts, FileId id) {
  auto const file = store::find_file(tx, id);
  if (!file || file->state != FileState::whole) return std::nullopt;
  Upload upload{*file, key_of(tx, *file), {}};
  for (auto const& part : store::parts_of_file(tx, id)) {
    auto const opened = parts.vault.open(tx, upload.key, file_body, part);
    if (!opened) return std::nullopt;
    upload.bytes += *opened;
  }
  ENSURE(static_cast<std::int64_t>(upload.bytes.size()) == file->size_bytes);
  return upload;
}

struct Clean {
  FileKind kind;
  std::string bytes;
};

/// What the bytes are decides, never their name. May take as long as the scanner and the picture need.
std::variant<Clean, FileRefusal> look_at(std::string bytes, Scanner* scanner) {
  auto const kind = kind_of(bytes);
  if (!kind) return FileRefusal::kind_not_taken;
  if (scanner != nullptr && !scanner->is_clean(bytes)) return FileRefusal::infected;
  if (*kind == FileKind::pdf) return Clean{*kind, std::move(bytes)};
  auto picture = redrawn(*kind, bytes);
  if (!picture) return FileRefusal::unreadable;
  if (static_cast<std::int64_t>(picture->size()) > kept_bytes_max) return FileRefusal::too_large;
  return Clean{*kind, *std::move(picture)};
}

void keep(db::Tx& tx, Parts const& parts, Upload const& upload, Clean const& clean, Instant now) {
  store::set_kept(tx, upload.file.id,
                  {.kind = clean.kind,
                   .bytes = static_cast<std::int64_t>(clean.bytes.size()),
                   .sha256 = sha256_of(clean.bytes),
                   .body = parts.vault.seal(tx, upload.key, file_body, clean.bytes)},
                  now);
  auto const& file = upload.file;
  if (!file.outage) return;
  // In time by when it came, however long the looking took. Of two that came, the one that was kept first is given.
  (void)scheduling::certificate_given(
      tx, *file.outage, {.file = file.id.str(), .text = *file.text, .by = file.by, .at = *file.whole_at});
}

jobs::JobResult examine(jobs::JobContext& context, Parts const& parts) {
  Turn const turn;
  if (!turn.is_mine()) return jobs::JobResult::again(context.now() + next_turn_in);
  auto const id = context.id<FileId>("file");
  auto upload = context.database().read_now([&](db::Tx& tx) { return load(tx, parts, id); });
  if (!upload) return jobs::JobResult::done();
  auto const seen = look_at(std::move(upload->bytes), parts.scanner);
  context.database().write_now([&](db::Tx& tx) {
    auto const live = parts.vault.state(tx, upload->key) == privacy::KeyState::live;
    auto const file = store::find_file(tx, id);
    if (live && file && file->state == FileState::whole) {
      if (auto const* clean = std::get_if<Clean>(&seen)) {
        keep(tx, parts, *upload, *clean, context.now());
      } else {
        store::set_refused(tx, id, std::get<FileRefusal>(seen), context.now());
      }
    }
    context.finish(tx);
  });
  return jobs::JobResult::done();
}

jobs::JobResult forget(jobs::JobContext& context) {
  auto const id = context.id<FileId>("file");
  context.database().write_now([&](db::Tx& tx) {
    store::forget_coming(tx, id);
    context.finish(tx);
  });
  return jobs::JobResult::done();
}

}  // namespace

void add_file_jobs(jobs::JobRunner& runner, Parts const& parts) {
  runner.on("claims.examine_file", [&parts](jobs::JobContext& context) { return examine(context, parts); });
  runner.on("claims.forget_file", [](jobs::JobContext& context) { return forget(context); });
}

}  // namespace kelisim::claims
