#include "http/request_reader.h"

#include "http/problem.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <charconv>

namespace kelisim::http {

namespace beast = boost::beast;

struct RequestReader::Parser {
  beast::http::request_parser<beast::http::empty_body> beast;
};

namespace {

// Lines end in CRLF and in nothing else, and no line continues the one before it. Looks at the bytes from `from` on;
// the last one may still wait for its neighbour.
bool is_strict(std::string_view head, std::size_t from) {
  for (std::size_t i = from; i < head.size(); ++i) {
    bool const last = i + 1 == head.size();
    if (head[i] == '\0') return false;
    if (head[i] == '\r' && !last && head[i + 1] != '\n') return false;
    if (head[i] == '\n' && (i == 0 || head[i - 1] != '\r')) return false;
    if (head[i] == '\n' && !last && (head[i + 1] == ' ' || head[i + 1] == '\t')) return false;
  }
  return true;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::size_t kept_at_once = 16 * 1024;

// Headers whose meaning must not depend on which of two is believed.
constexpr std::array<std::string_view, 13> single{
    "host",   "content-length",  "transfer-encoding", "content-type",      "authorization",  "cookie",       "origin",
    "expect", "idempotency-key", "if-none-match",     "sec-websocket-key", "sec-fetch-site", "kelisim-token"};

bool is_doubled(Request const& request) {
  return std::ranges::any_of(single, [&](std::string_view name) {
    return std::ranges::count(request.headers, name, &Call::Fields::value_type::first) > 1;
  });
}

std::string lower(std::string_view name) {
  std::string text(name);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

}  // namespace

RequestReader::RequestReader(Limits const& limits) : limits_(limits) {}
RequestReader::~RequestReader() = default;

void RequestReader::refuse(int status, std::string_view code) {
  state_ = State::refused;
  status_ = status;
  code_ = code;
  parser_.reset();
}

Response RequestReader::refusal() const {
  auto response = http::refuse(status_, code_);
  response.close = true;
  return response;
}

bool RequestReader::take_expectation() { return std::exchange(expects_, false); }

std::size_t RequestReader::feed(std::string_view bytes) {
  if (bytes.empty() || state_ == State::done || state_ == State::refused) return 0;
  std::size_t used = 0;
  if (state_ == State::empty) {
    state_ = State::head;
    seen_head_bytes_ = 0;
    parser_ = std::make_unique<Parser>();
    // Ours, which are exact, speak first.
    parser_->beast.header_limit(static_cast<std::uint32_t>(limits_.header_bytes + 1024));
    parser_->beast.body_limit(boost::none);
  }
  if (state_ == State::head) used = feed_head(bytes);
  if (state_ == State::body) used += feed_body(bytes.substr(used));
  return used;
}

std::size_t RequestReader::feed_head(std::string_view bytes) {
  static constexpr std::string_view end_of_head = "\r\n\r\n";
  auto const within = bytes.substr(0, limits_.header_bytes);
  auto const from = seen_head_bytes_ < 3 ? 0 : seen_head_bytes_ - 3;
  auto const end = within.find(end_of_head, from);
  auto const head = within.substr(0, end == std::string_view::npos ? within.size() : end + end_of_head.size());
  seen_head_bytes_ = head.size();
  if (!is_strict(head, from)) {
    refuse(400, "bad_request");
  } else if (end != std::string_view::npos) {
    parse_head(head);
    return head.size();
  } else if (bytes.size() >= limits_.header_bytes) {
    bool const one_line = !within.contains('\n');
    refuse(one_line ? 414 : 431, one_line ? "target_too_long" : "headers_too_large");
  }
  return 0;
}

void RequestReader::parse_head(std::string_view head) {
  beast::error_code failure;
  auto const used = parser_->beast.put(boost::asio::const_buffer(head.data(), head.size()), failure);
  if (failure == beast::http::error::bad_version) {
    refuse(505, "unsupported_version");
  } else if (failure || used != head.size() || !parser_->beast.is_header_done()) {
    refuse(400, "bad_request");
  } else {
    begin_body();
  }
}

void RequestReader::begin_body() {
  auto const& message = parser_->beast.get();
  if (message.target().size() > limits_.target_bytes) return refuse(414, "target_too_long");
  if (message.version() != 11 && message.version() != 10) return refuse(505, "unsupported_version");
  request_ = {};
  request_.method = message.method_string();
  request_.target = message.target();
  request_.keep_alive = message.keep_alive();
  for (auto const& field : message) {
    if (request_.headers.size() == limits_.headers) return refuse(431, "too_many_headers");
    request_.headers.emplace_back(lower(field.name_string()), std::string(field.value()));
  }
  if (is_doubled(request_)) return refuse(400, "doubled_header");
  frame_body(message.version());
}

void RequestReader::frame_body(unsigned version) {
  auto const coding = request_.header("transfer-encoding");
  auto const length = request_.header("content-length");
  if (coding && (version != 11 || !same_word(*coding, "chunked") || length)) return refuse(400, "bad_framing");
  if (length && !is_digits(*length)) return refuse(400, "bad_framing");
  if (version == 11 && !request_.header("host")) return refuse(400, "host_missing");
  if (auto const expected = request_.header("expect")) {
    if (!same_word(*expected, "100-continue")) return refuse(400, "bad_expectation");
    expects_ = true;
  }
  chunks_.reset();
  left_ = 0;
  if (coding) {
    chunks_.emplace(limits_.body_bytes, limits_.header_bytes);
  } else if (length) {
    auto const [end, failure] = std::from_chars(length->data(), length->data() + length->size(), left_);
    if (failure != std::errc{} || left_ > limits_.body_bytes) return refuse(413, "body_too_large");
    request_.body.reserve(std::min(left_, kept_at_once));  // a length is only a claim
  }
  state_ = coding || left_ > 0 ? State::body : State::done;
  parser_.reset();
}

std::size_t RequestReader::feed_body(std::string_view bytes) {
  if (!chunks_) {
    auto const part = bytes.substr(0, left_);
    request_.body += part;
    left_ -= part.size();
    if (left_ == 0) state_ = State::done;
    return part.size();
  }
  auto const used = chunks_->feed(bytes, request_.body);
  if (chunks_->state() == ChunkedBody::State::done) state_ = State::done;
  if (chunks_->state() == ChunkedBody::State::malformed) refuse(400, "bad_body");
  if (chunks_->state() == ChunkedBody::State::too_long) refuse(413, "body_too_large");
  return used;
}

Request RequestReader::take() {
  state_ = State::empty;
  expects_ = false;
  return std::move(request_);
}

}  // namespace kelisim::http
