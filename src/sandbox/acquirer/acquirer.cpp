#include "sandbox/acquirer.h"

#include "acquirer/page.h"
#include "acquirer/state.h"
#include "acquirer/store/book.h"
#include "gateways/freedompay_message.h"
#include "kernel/ensure.h"
#include "platform/migrations.h"

#include <fmt/format.h>

namespace kelisim::sandbox {
namespace {

namespace wire = gateways::freedompay;

constexpr std::string_view callback_job = "acquirer.callback";
constexpr std::uint64_t scatter_us = 120'000'000;

/// Back to the shop; that the browser comes there proves nothing.
std::string return_address(std::string const& url, book::Payment const& payment, std::string const& salt,
                           std::string const& secret) {
  wire::Fields fields{{"pg_order_id", payment.details.order_number},
                      {"pg_payment_id", fmt::format("{}", payment.id)},
                      {"pg_salt", salt}};
  fields.emplace_back(wire::signature_field, wire::signature(wire::script_name(url), fields, secret));
  return url + (url.find('?') == std::string::npos ? '?' : '&') + wire::encode_form(fields);
}

wire::Fields callback_fields(book::Payment const& payment, Instant now, BasisPoints fee) {
  auto const& details = payment.details;
  auto const state = showing(payment, now);
  auto const paid = state == Showing::captured;
  wire::Fields fields{{"pg_order_id", details.order_number},
                      {"pg_payment_id", fmt::format("{}", payment.id)},
                      {"pg_amount", to_decimal(details.amount)},
                      {"pg_currency", std::string(to_string(details.amount.currency()))},
                      {"pg_net_amount", to_decimal(details.amount - share(details.amount, fee))},
                      {"pg_description", details.description},
                      {"pg_result", paid ? "1" : "0"},
                      {"pg_can_reject", "0"},
                      {"pg_captured", paid ? "1" : "0"},
                      {"pg_payment_method", "bankcard"},
                      {"pg_testing_mode", "1"},
                      {"Pg_result_url_method", "POST"}};
  if (!paid) fields.emplace_back("pg_failure_code", failure_code(state));
  return fields;
}

void schedule_callbacks(db::Tx& tx, Random& random, AcquirerFaults const& faults, std::int64_t payment, Instant at) {
  if (faults.lose_callbacks) return;
  for (std::int32_t copy = 0; copy <= faults.repeat_callbacks; ++copy) {
    auto due = at + std::chrono::seconds(faults.delay_callbacks_seconds);
    if (copy > 0 || faults.reorder_callbacks) {
      due = due + std::chrono::microseconds(static_cast<std::int64_t>(random.below(scatter_us)));
    }
    jobs::enqueue(tx, {.kind = std::string(callback_job),
                       .dedupe_key = {},
                       .payload = {{"payment", fmt::format("{}", payment)}},
                       .due_at = due});
  }
}

}  // namespace

void SandboxAcquirer::serve_pages_at(std::string url) {
  std::scoped_lock const lock(mutex_);
  pages_ = std::move(url);
}

std::string SandboxAcquirer::page_url(std::string_view token) const {
  std::scoped_lock const lock(mutex_);
  return fmt::format("{}/pay/{}", pages_, token);
}

AcquirerFaults SandboxAcquirer::faults() const {
  std::scoped_lock const lock(mutex_);
  return faults_;
}

void SandboxAcquirer::set_faults(AcquirerFaults const& faults) {
  ENSURE(faults.repeat_callbacks >= 0 && faults.repeat_callbacks <= 20);
  ENSURE(faults.delay_callbacks_seconds >= 0 && faults.delay_callbacks_seconds <= 30LL * 86'400);
  std::scoped_lock const lock(mutex_);
  faults_ = faults;
}

bool SandboxAcquirer::take_fault(std::int32_t AcquirerFaults::* counter) {
  std::scoped_lock const lock(mutex_);
  if (faults_.*counter <= 0) return false;
  --(faults_.*counter);
  return true;
}

std::optional<std::string> SandboxAcquirer::choose(db::Tx& tx, Instant now, std::string_view token,
                                                   PageChoice choice) {
  auto payment = book::by_token(tx, token);
  if (!payment) return std::nullopt;
  auto const with = faults();
  if (choice != PageChoice::leave && showing(*payment, now) == Showing::open) {
    auto const paid = choice == PageChoice::pay && !with.decline_all;
    auto const at = paid && with.answer_after_expiry ? payment->details.expires_at + std::chrono::minutes(1) : now;
    ENSURE(book::decide(tx, payment->id, paid ? book::Outcome::paid : book::Outcome::declined, at));
    schedule_callbacks(tx, random_, with, payment->id, at);
    payment = book::by_token(tx, token);
  }
  auto const& details = payment->details;
  auto const& url = payment->outcome == book::Outcome::paid ? details.success_url : details.failure_url;
  return return_address(url, *payment, random_.token(12), settings_.secret);
}

std::optional<http::Document> SandboxAcquirer::page(db::Tx& tx, Instant now, std::string_view token,
                                                    std::string_view language) {
  auto const payment = book::by_token(tx, token);
  if (!payment) return std::nullopt;
  auto const spoken = language.empty() ? std::string_view(payment->details.language) : language;
  return http::Document{.content_type = "text/html; charset=utf-8",
                        .body = payment_page(*payment, showing(*payment, now), spoken)};
}

void SandboxAcquirer::add_jobs(jobs::JobRunner& runner, gateways::FormTransport& transport) {
  auto const send = [this, &transport](jobs::JobContext& job) {
    auto const payment =
        job.database().read_now([&](db::Tx& tx) { return book::by_id(tx, std::stoll(job.text("payment"))); });
    ENSURE(payment.has_value());
    auto const& url = payment->details.result_url;
    auto fields = callback_fields(*payment, job.now(), settings_.fee);
    fields.emplace_back("pg_salt", random_.token(12));
    fields.emplace_back(wire::signature_field, wire::signature(wire::script_name(url), fields, settings_.secret));
    auto const answer = transport.post(url, wire::encode_form(fields));
    return answer && answer->status == 200 ? jobs::JobResult::done()
                                           : jobs::JobResult::retry("the shop did not answer");
  };
  constexpr auto pause = std::chrono::minutes(30);
  runner.on(std::string(callback_job), send, {.attempts_max = 5, .first_delay = pause, .delay_max = pause});
}

std::vector<BookLine> SandboxAcquirer::book(db::Tx& tx, Instant now) {
  std::vector<BookLine> lines;
  for (auto const& payment : book::all(tx)) {
    auto back = Money::zero(payment.details.amount.currency());
    for (auto const& refund : book::refunds(tx, payment.id)) back = back + refund.amount;
    lines.push_back({.payment = payment.id,
                     .order_number = payment.details.order_number,
                     .amount = payment.details.amount,
                     .captured = showing(payment, now) == Showing::captured,
                     .refunded = back});
  }
  return lines;
}

std::unique_ptr<db::Database> open_acquirer_book(std::filesystem::path const& folder) {
  std::filesystem::create_directories(folder);
  auto database = db::open_sqlite({.file = folder / "acquirer.db", .readers = 1});
  auto const of_platform = platform::migrations();
  std::vector<db::Migration> all(of_platform.begin(), of_platform.end());
  all.insert(all.end(), book::migrations().begin(), book::migrations().end());
  database->migrate(all);
  return database;
}

std::optional<gateways::FormTransport::Answer> AcquirerLine::post(std::string const& url, std::string const& form) {
  auto const document =
      book_.write_now([&](db::Tx& tx) { return acquirer_.call(tx, clock_.now(), wire::script_name(url), form); });
  if (document.status != 200) return std::nullopt;
  return Answer{document.status, document.body};
}

}  // namespace kelisim::sandbox
