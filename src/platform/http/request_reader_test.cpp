#include "http/request_reader.h"

#include <gmock/gmock.h>

namespace kelisim::http {
namespace {

Limits const limits{};

struct Read {
  std::vector<Request> requests;
  std::string refused;  // status and code
};

// Everything that the bytes hold, given in pieces of `step`.
Read read(std::string_view bytes, std::size_t step = std::string::npos, Limits const& within = limits) {
  RequestReader reader(within);
  Read result;
  std::string pending;
  while (!bytes.empty() || !pending.empty()) {
    auto const piece = bytes.substr(0, step);
    bytes.remove_prefix(piece.size());
    pending += piece;
    for (;;) {
      auto const used = reader.feed(pending);
      pending.erase(0, used);
      if (reader.state() == RequestReader::State::done) {
        result.requests.push_back(reader.take());
      } else if (reader.state() == RequestReader::State::refused) {
        auto const refusal = reader.refusal();
        auto const from = refusal.body.find("\"code\":\"") + 8;
        result.refused =
            std::to_string(refusal.status) + " " + refusal.body.substr(from, refusal.body.find('"', from) - from);
        return result;
      } else if (used == 0) {
        break;
      }
    }
    if (piece.empty()) break;
  }
  return result;
}

std::string refusal(std::string_view bytes, Limits const& within = limits) {
  return read(bytes, std::string::npos, within).refused;
}

constexpr std::string_view get = "GET /v1/me?x=1 HTTP/1.1\r\nHost: a\r\nX-Odd: b\r\n\r\n";
constexpr std::string_view post = "POST /v1/me HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi";
constexpr std::string_view chunks =
    "POST /v1/me HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x=y\r\ni\r\n0\r\n\r\n";

TEST(RequestReader, ReadsPipelinedRequestsInWhateverPiecesTheyCome) {
  auto const all = std::string(get) + std::string(post) + std::string(chunks) + std::string(get);
  for (std::size_t const step :
       {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}, all.size()}) {
    auto const result = read(all, step);
    ASSERT_EQ(result.refused, "") << step;
    ASSERT_EQ(result.requests.size(), 4U) << step;
    EXPECT_EQ(result.requests[0].method, "GET");
    EXPECT_EQ(result.requests[0].target, "/v1/me?x=1");
    EXPECT_EQ(result.requests[0].header("x-odd"), "b");
    EXPECT_TRUE(result.requests[0].keep_alive);
    EXPECT_EQ(result.requests[1].body, "hi");
    EXPECT_EQ(result.requests[2].body, "hi");
    EXPECT_EQ(result.requests[3].body, "");
  }
}

TEST(RequestReader, KnowsWhenTheConnectionEnds) {
  EXPECT_FALSE(read("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").requests.at(0).keep_alive);
  EXPECT_FALSE(read("GET / HTTP/1.0\r\n\r\n").requests.at(0).keep_alive);
}

TEST(RequestReader, TellsOnceThatABodyIsWaitedFor) {
  RequestReader reader(limits);
  std::string_view const head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
  EXPECT_EQ(reader.feed(head), head.size());
  EXPECT_EQ(reader.state(), RequestReader::State::body);
  EXPECT_TRUE(reader.take_expectation());
  EXPECT_FALSE(reader.take_expectation());
  EXPECT_EQ(reader.feed("hi"), 2U);
  EXPECT_EQ(reader.take().body, "hi");
}

TEST(RequestReader, HeaderBytesAtTheLimitAndOnePast) {
  std::string const rest = "GET / HTTP/1.1\r\nHost: a\r\nX: \r\n\r\n";
  auto const sized = [&](std::size_t size) {
    auto text = rest;
    return text.insert(rest.size() - 4, std::string(size - rest.size(), 'x'));
  };
  EXPECT_EQ(refusal(sized(limits.header_bytes - 1)), "");
  EXPECT_EQ(refusal(sized(limits.header_bytes)), "");
  EXPECT_EQ(refusal(sized(limits.header_bytes + 1)), "431 headers_too_large");
  EXPECT_EQ(read(sized(limits.header_bytes + 1), 1000).refused, "431 headers_too_large");
}

TEST(RequestReader, TargetBytesAtTheLimitAndOnePast) {
  auto const sized = [&](std::size_t size) {
    return "GET /" + std::string(size - 1, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n";
  };
  EXPECT_EQ(refusal(sized(limits.target_bytes)), "");
  EXPECT_EQ(refusal(sized(limits.target_bytes + 1)), "414 target_too_long");
  EXPECT_EQ(refusal(sized(limits.header_bytes * 2)), "414 target_too_long");
}

TEST(RequestReader, NumberOfHeadersAtTheLimitAndOnePast) {
  auto const sized = [&](std::size_t count) {
    std::string text = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (std::size_t i = 1; i < count; ++i) text += "X-" + std::to_string(i) + ": y\r\n";
    return text + "\r\n";
  };
  EXPECT_EQ(refusal(sized(limits.headers)), "");
  EXPECT_EQ(refusal(sized(limits.headers + 1)), "431 too_many_headers");
}

TEST(RequestReader, BodyBytesAtTheLimitAndOnePast) {
  auto const sized = [&](std::size_t size) {
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
           std::string(size, 'x');
  };
  EXPECT_EQ(read(sized(limits.body_bytes)).requests.at(0).body.size(), limits.body_bytes);
  EXPECT_EQ(refusal(sized(limits.body_bytes + 1)), "413 body_too_large");
  auto const chunked = [&](std::size_t size) {
    std::string text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (std::size_t i = 0; i < size; ++i) text += "1\r\nx\r\n";
    return text + "0\r\n\r\n";
  };
  Limits small;
  small.body_bytes = 100;
  EXPECT_EQ(read(chunked(100), 10, small).requests.at(0).body.size(), 100U);
  EXPECT_EQ(refusal(chunked(101), small), "413 body_too_large");
}

TEST(RequestReader, AChunkExtensionWithoutEndIsRefused) {
  std::string const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;";
  EXPECT_NE(refusal(head + std::string(100'000, 'x')), "");
  std::string many = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 5000; ++i) many += "1;" + std::string(1000, 'x') + "\r\nx\r\n";
  EXPECT_EQ(read(many, 4096).refused, "413 body_too_large");
}

struct Smuggled {
  std::string_view what;
  std::string_view bytes;
};

// RFC 9112 §11.2 and the pairs that have fooled real proxies. Each must be refused, and nothing after it be read.
constexpr Smuggled smuggling[] = {
    {"length and coding",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"coding and length",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"},
    {"two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"},
    {"two equal lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"},
    {"a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\nabcd"},
    {"a signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\nabcd"},
    {"a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"},
    {"a hexadecimal length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x4\r\n\r\nabcd"},
    {"an empty length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n"},
    {"an overflowing length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551617\r\n\r\nx"},
    {"two codings",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"},
    {"a list of codings", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
    {"chunked twice", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"},
    {"chunked not last", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"},
    {"an unknown coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
    {"a tab before the coding",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\x0b"
     "chunked\r\n\r\n0\r\n\r\n"},
    {"a space before the colon", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n"},
    {"a quoted coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
    {"a coding in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"a folded header", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"},
    {"a folded first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"},
    {"a bare LF", "GET / HTTP/1.1\nHost: a\n\n"},
    {"a bare LF inside", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"},
    {"a bare CR inside", "GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n"},
    {"a NUL in a value", std::string_view("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 30)},
    {"a NUL in a name", std::string_view("GET / HTTP/1.1\r\nHo\0st: a\r\n\r\n", 29)},
    {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
    {"no host", "GET / HTTP/1.1\r\n\r\n"},
    {"an empty name", "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n"},
    {"a name without a colon", "GET / HTTP/1.1\r\nHost: a\r\nfoo\r\n\r\n"},
    {"a space in a name", "GET / HTTP/1.1\r\nHost: a\r\nfoo bar: x\r\n\r\n"},
    {"HTTP/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"},
    {"HTTP/0.9", "GET /\r\n\r\n"},
    {"two spaces in the line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"a chunk size that is no number",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n"},
    {"a chunk size with a sign",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n+1\r\na\r\n0\r\n\r\n"},
    {"a chunk size that overflows",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000001\r\na\r\n0\r\n\r\n"},
    {"a chunk longer than its size",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"},
    {"a trailer", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 1\r\n\r\n"},
    {"a bare CR after the last chunk", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\r\n"},
    {"a chunk size that ends in a bare LF",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n"},
    {"a chunk size without digits",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n;x\r\na\r\n0\r\n\r\n"},
    {"another protocol", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n"},
};

TEST(RequestReader, RefusesEveryRequestThatTwoReadersCouldReadDifferently) {
  for (auto const& [what, bytes] : smuggling) {
    auto const result = read(std::string(bytes) + std::string(get));
    EXPECT_TRUE(result.requests.empty()) << what;
    EXPECT_TRUE(result.refused.starts_with("400") || result.refused.starts_with("505") ||
                result.refused.starts_with("413"))
        << what << ": " << result.refused;
    EXPECT_EQ(read(std::string(bytes) + std::string(get), 1).requests.size(), 0U) << what << ", byte by byte";
  }
}

}  // namespace
}  // namespace kelisim::http
