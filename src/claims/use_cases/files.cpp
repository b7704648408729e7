#include "use_cases/files.h"

#include "kernel/ensure.h"
#include "platform/jobs/jobs.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace kelisim::claims {
namespace {

std::string forget_key(FileId id) { return fmt::format("claims.forget_file:{}", id.view()); }

void enqueue(db::Tx& tx, std::string_view kind, FileId id, Instant due_at) {
  jobs::enqueue(tx, {.kind = std::string(kind),
                     .dedupe_key = fmt::format("{}:{}", kind, id.view()),
                     .payload = {{"file", id.str()}},
                     .due_at = due_at});
}

CaseFile coming_file(Parts const& parts, Announced const& announced, PersonId by, Instant now) {
  return {.id = parts.random.id<FileId>(now),
          .of = std::nullopt,
          .number = 0,
          .by = by,
          .name = {},
          .size_bytes = announced.size_bytes,
          .state = FileState::coming,
          .kind = std::nullopt,
          .refused = std::nullopt,
          .kept_bytes = std::nullopt,
          .sha256 = std::nullopt,
          .begun_at = now,
          .ended_at = std::nullopt};
}

CaseFile awaited(db::Tx& tx, CaseFile made, Instant now) {
  store::insert_file(tx, made);
  enqueue(tx, "claims.forget_file", made.id, now + parts_awaited);
  return made;
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

int count_taken(std::vector<CaseFile> const& files) {
  return static_cast<int>(
      std::ranges::count_if(files, [](CaseFile const& one) { return one.state != FileState::refused; }));
}

PersonId key_of(db::Tx& tx, CaseFile const& file) {
  if (file.of) {
    auto const about = store::find_case(tx, *file.of);
    ENSURE(about.has_value());
    return about->client;
  }
  ENSURE(file.outage.has_value());
  auto const key = PersonId::parse(file.outage->view());
  ENSURE(key.has_value());
  return *key;
}

Result<CaseFile, TakingRefusal> announce_file(db::Tx& tx, Parts const& parts, Case const& about,
                                              Announced const& announced, PersonId by, Instant now) {
  auto const before = store::files_of(tx, about.id);
  auto const taken = decide_taking({.case_closed = about.state == CaseState::final,
                                    .size_bytes = announced.size_bytes,
                                    .files_before = count_taken(before),
                                    .attempts_before = static_cast<int>(before.size())});
  if (!taken) return Failure(taken.error());
  auto made = coming_file(parts, announced, by, now);
  made.of = about.id;
  made.name = parts.vault.seal(tx, about.client, case_text, announced.name);
  return awaited(tx, made, now);
}

Result<CaseFile, TakingRefusal> announce_certificate(db::Tx& tx, Parts const& parts, scheduling::OutageId outage,
                                                     AnnouncedCertificate const& certificate, PersonId by,
                                                     Instant now) {
  auto const before = store::files_of(tx, outage);
  auto const taken = decide_taking({.case_closed = scheduling::has_certificate(tx, outage),
                                    .size_bytes = certificate.file.size_bytes,
                                    .files_before = count_taken(before),
                                    .attempts_before = static_cast<int>(before.size())});
  if (!taken) return Failure(taken.error());
  auto made = coming_file(parts, certificate.file, by, now);
  made.outage = outage;
  made.text = certificate.text;
  auto const key = key_of(tx, made);
  if (parts.vault.state(tx, key) == privacy::KeyState::never) parts.vault.mint(tx, key, now);
  made.name = parts.vault.seal(tx, key, case_text, certificate.file.name);
  return awaited(tx, made, now);
}

Result<CaseFile, PartRefusal> take_part(db::Tx& tx, Parts const& parts, CaseFile const& file, std::int64_t number,
                                        std::string_view bytes, Instant now) {
  if (number < 1 || number > parts_of(file.size_bytes)) return Failure(PartRefusal::not_awaited);
  auto const size = static_cast<std::int64_t>(bytes.size());
  if (size != size_of_part(file.size_bytes, number)) return Failure(PartRefusal::wrong_size);
  if (file.state != FileState::coming) return file;  // the answer to the last part was lost on its way
  (void)store::insert_part(tx, file.id, number, size, parts.vault.seal(tx, key_of(tx, file), file_body, bytes));
  auto after = file;
  if (store::arrived(tx, file.id).parts == parts_of(file.size_bytes)) {
    ENSURE(store::set_whole(tx, file.id, now));
    jobs::cancel(tx, forget_key(file.id));
    enqueue(tx, "claims.examine_file", file.id, now);
    after.state = FileState::whole;
  }
  return after;
}

db::Bytes sealed_bytes(db::Tx& tx, CaseFile const& kept) {
  auto sealed = store::body_of(tx, kept.id);
  ENSURE(sealed.has_value());
  return *std::move(sealed);
}

std::string verified(CaseFile const& kept, std::string opened) {
  if (sha256_of(opened) != kept.sha256) throw Fault(Fault::Retry::no, "a file of a case is not what was kept");
  return opened;
}

}  // namespace kelisim::claims
