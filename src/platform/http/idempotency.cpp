#include "http/idempotency.h"

#include "kernel/fault.h"
#include "platform/http/stored_answers.h"
#include "platform/json/described.h"

#include <sodium.h>

namespace kelisim::http {

struct StoredAnswer {
  std::string content_type;
  std::map<std::string, std::string> headers;
  boost::json::value body;  // a string; not std::string, whose bounds are those of a request's field
};
BOOST_DESCRIBE_STRUCT(StoredAnswer, (), (content_type, headers, body))

namespace {

constexpr std::int64_t unfinished = 0;  // the status of a claim whose answer is not yet known

constexpr db::Sql insert_sql{"platform.claim_key",
                             "INSERT INTO platform_idempotency (caller, key, route, request_hash, status, body, "
                             "created_at_us) VALUES ($1, $2, $3, $4, 0, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_sql{"platform.stored_answer",
                             "SELECT route, request_hash, status, body FROM platform_idempotency "
                             "WHERE caller = $1 AND key = $2"};
constexpr db::Sql update_sql{"platform.keep_answer",
                             "UPDATE platform_idempotency SET status = $3, body = $4, lasting = $5 "
                             "WHERE caller = $1 AND key = $2"};
constexpr db::Sql delete_sql{"platform.forget_key",
                             "DELETE FROM platform_idempotency WHERE caller = $1 AND key = $2"};

constexpr db::Sql forget_person_sql{"platform.forget_answers_to",
                                    "DELETE FROM platform_idempotency WHERE caller = $1"};
constexpr db::Sql forget_old_sql{
    "platform.forget_answers_before",
    "DELETE FROM platform_idempotency WHERE (caller, key) IN (SELECT caller, key FROM "
    "platform_idempotency WHERE lasting = 0 AND created_at_us < $1 ORDER BY created_at_us "
    "LIMIT $2)"};

std::string hex(BodySealer::Bytes const& bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::string binding(Idempotency::Asked const& asked) { return asked.caller + '|' + asked.key; }

}  // namespace

Idempotency::Asked Idempotency::ask(std::optional<std::string_view> person, std::string_view address,
                                    std::string_view key, std::string_view route, std::string_view target,
                                    std::string_view body) const {
  return {.caller = person ? std::string(*person) : hex(sealer_.fingerprint("address|" + std::string(address))),
          .key = hex(sealer_.fingerprint("key|" + std::string(key))),
          .route = route,
          .request = sealer_.fingerprint(std::string(target) + '\n' + std::string(body))};
}

Idempotency::Claim Idempotency::claim(db::Tx& tx, Asked const& asked, Instant now) const {
  static db::Bytes const empty;
  if (tx.execute(insert_sql, asked.caller, asked.key, asked.route, asked.request, empty, now) == 1) {
    return {Verdict::first};
  }
  struct Stored {
    std::string route;
    db::Bytes request;
    std::int64_t status;
    db::Bytes sealed;
  };
  auto const stored = tx.one(
      select_sql, [](db::Row const& row) { return Stored{row.str(0), row.blob(1), row.integer(2), row.blob(3)}; },
      asked.caller, asked.key);
  if (!stored) throw Fault(Fault::Retry::yes, "an idempotency key was let go while it was read");
  if (stored->route != asked.route || stored->request != asked.request) return {Verdict::other_request};
  ENSURE(stored->status != unfinished);  // a claim is finished or undone in its own transaction
  auto const plain = sealer_.open(stored->sealed, binding(asked));
  if (!plain) throw Fault(Fault::Retry::no, "a stored answer does not open: the server key was changed");
  auto answer = json::from_text<StoredAnswer>(*plain);
  Response response{.status = static_cast<int>(stored->status), .content_type = std::move(answer.content_type)};
  response.body = std::string_view(answer.body.as_string());
  response.headers.assign(answer.headers.begin(), answer.headers.end());
  return {Verdict::repeat, std::move(response)};
}

void Idempotency::keep(db::Tx& tx, Asked const& asked, Response const& response, Life life) const {
  StoredAnswer const answer{response.content_type,
                            {response.headers.begin(), response.headers.end()},
                            boost::json::value(std::string_view(response.body))};
  auto const sealed = sealer_.seal(json::to_text(answer), binding(asked));
  ENSURE(tx.execute(update_sql, asked.caller, asked.key, std::int64_t{response.status}, sealed,
                    std::int64_t{life == Life::as_its_object}) == 1);
}

void Idempotency::forget(db::Tx& tx, Asked const& asked) const {
  ENSURE(tx.execute(delete_sql, asked.caller, asked.key) == 1);
}

std::int64_t forget_answers_to(db::Tx& tx, PersonId const& person) { return tx.execute(forget_person_sql, person); }

std::int64_t forget_answers_before(db::Tx& tx, Instant at, int max) { return tx.execute(forget_old_sql, at, max); }

}  // namespace kelisim::http
