#include "sandbox_gateway.h"

#include "http_client.h"
#include "next_job.h"

#include <stdexcept>

namespace kelisim::test {
namespace {

constexpr std::string_view merchant = "500100";
constexpr std::string_view secret = "a secret of the tests";

}  // namespace

/// Carries a callback to the business, whatever host its address names.
class SandboxGateway::Postman final : public gateways::FormTransport {
 public:
  explicit Postman(SandboxGateway& house) : house_(house) {}
  [[nodiscard]] std::optional<Answer> post(std::string const& url, std::string const& form) override {
    auto const path = url.find('/', url.find("//") + 2);
    house_.sent_.push_back(form);
    auto const answer = HttpClient(house_.port_)
                            .send({.method = "POST",
                                   .target = url.substr(path),
                                   .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                                   .body = form});
    return Answer{answer.status, answer.body};
  }

 private:
  SandboxGateway& house_;
};

SandboxGateway::SandboxGateway(Clock const& clock, std::uint64_t seed)
    : clock_(clock),
      random_(seed),
      settings_{.merchant_id = std::string(merchant),
                .secret = std::string(secret),
                .base_url = "http://acquirer.test",
                .public_url = "http://business.test",
                .currency = Currency::KZT,
                .testing = true},
      book_(sandbox::open_acquirer_book(folder_.path())),
      acquirer_({.merchant_id = std::string(merchant), .secret = std::string(secret)}, random_),
      line_(acquirer_, *book_, clock),
      freedompay_(std::make_unique<gateways::FreedomPay>(settings_, line_, random_)),
      postman_(std::make_unique<Postman>(*this)),
      runner_(std::make_unique<jobs::JobRunner>(*book_, clock)) {
  acquirer_.serve_pages_at("http://pages.test");
  acquirer_.add_jobs(*runner_, *postman_);
}

SandboxGateway::~SandboxGateway() = default;

void SandboxGateway::choose(std::string const& redirect_url, sandbox::PageChoice choice) {
  auto const token = redirect_url.substr(redirect_url.rfind('/') + 1);
  auto const went = book_->write_now([&](db::Tx& tx) { return acquirer_.choose(tx, clock_.now(), token, choice); });
  if (!went) throw std::runtime_error("the acquirer has no such page: " + redirect_url);
}

std::size_t SandboxGateway::deliver_callbacks() { return runner_->run_due(); }

std::optional<Instant> SandboxGateway::next_callback() { return next_job_due(*book_); }

std::vector<sandbox::BookLine> SandboxGateway::book() {
  return book_->read_now([&](db::Tx& tx) { return sandbox::SandboxAcquirer::book(tx, clock_.now()); });
}

}  // namespace kelisim::test
