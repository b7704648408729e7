// HTTP/1.1 framing, target, headers, cookies: whatever the pieces in which the bytes come, the same requests are
// read.
#include "http/edge.h"
#include "http/origin.h"
#include "http/request_reader.h"
#include "http/target.h"
#include "kernel/ensure.h"

namespace {

using namespace kelisim::http;

Limits const limits{.header_bytes = 512, .headers = 8, .body_bytes = 256, .target_bytes = 128};

struct Read {
  std::vector<Request> requests;
  bool refused = false;
};

Read read(std::string_view bytes, std::size_t step) {
  RequestReader reader(limits);
  Read result;
  std::string pending;
  while (!bytes.empty()) {
    auto const piece = bytes.substr(0, step);
    bytes.remove_prefix(piece.size());
    pending += piece;
    for (std::size_t used = 1; used > 0;) {
      used = reader.feed(pending);
      ENSURE(used <= pending.size());
      pending.erase(0, used);
      if (reader.state() == RequestReader::State::done) result.requests.push_back(reader.take());
      if (reader.state() == RequestReader::State::refused) {
        ENSURE(reader.refusal().status >= 400 && reader.refusal().close);
        result.refused = true;
        return result;
      }
    }
  }
  return result;
}

void use(Request const& request) {
  ENSURE(request.body.size() <= limits.body_bytes && request.target.size() <= limits.target_bytes);
  ENSURE(request.headers.size() <= limits.headers);
  if (auto const target = parse_target(request.target)) {
    for (auto const& segment : target->segments) ENSURE(!segment.empty() && segment != "." && segment != "..");
  }
  std::vector<std::string> const ours{"ru", "kk", "en"};
  auto const language = pick_language(request.header("accept-language").value_or(""), ours);
  ENSURE(std::ranges::find(ours, language) != ours.end());
  auto const token = token_of(request, true);
  ENSURE(!token || !token->empty());
  std::ignore = comes_from_elsewhere(request, ours);
  std::ignore = client_address(request, {request.peer});
  std::ignore = request.wants_socket();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const whole = read(bytes, std::max<std::size_t>(size, 1));
  for (std::size_t const step : {std::size_t{1}, std::size_t{5}}) {
    auto const pieces = read(bytes, step);
    ENSURE(pieces.requests.size() == whole.requests.size());
    ENSURE(pieces.refused == whole.refused);
    for (std::size_t i = 0; i < whole.requests.size(); ++i) {
      ENSURE(pieces.requests[i].target == whole.requests[i].target &&
             pieces.requests[i].body == whole.requests[i].body);
      ENSURE(pieces.requests[i].headers == whole.requests[i].headers);
    }
  }
  for (auto const& request : whole.requests) use(request);
  return 0;
}
