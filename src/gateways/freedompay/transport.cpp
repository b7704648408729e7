#include "gateways/freedompay.h"
#include "kernel/ensure.h"

#include <curl/curl.h>

namespace kelisim::gateways {
namespace {

struct Reading {
  std::string body;
  std::size_t bytes_max;
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
  auto& reading = *static_cast<Reading*>(into);
  auto const bytes = size * count;
  if (reading.body.size() + bytes > reading.bytes_max) return 0;
  reading.body.append(data, bytes);
  return bytes;
}

class CurlTransport final : public FormTransport {
 public:
  explicit CurlTransport(TransportBounds bounds) : bounds_(bounds) {
    ENSURE(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
  }

  std::optional<Answer> post(std::string const& url, std::string const& form) override {
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> const handle(curl_easy_init(), curl_easy_cleanup);
    ENSURE(handle != nullptr);
    Reading reading{.body = {}, .bytes_max = bounds_.answer_bytes};
    auto* curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form.size()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, bounds_.connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, bounds_.total_seconds);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reading);
    if (curl_easy_perform(curl) != CURLE_OK) return std::nullopt;
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return Answer{static_cast<int>(status), std::move(reading.body)};
  }

 private:
  TransportBounds bounds_;
};

}  // namespace

std::unique_ptr<FormTransport> curl_transport(TransportBounds bounds) {
  return std::make_unique<CurlTransport>(bounds);
}

}  // namespace kelisim::gateways
