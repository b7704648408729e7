#pragma once

#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kelisim::test {

/// The other side closed, broke the protocol or did not answer in time.
class NoAnswer : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method = "GET";
  std::string target = "/";
  Headers headers = {};
  std::string body = {};
};

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers = {};  ///< lower-case names; repeated ones joined by a line feed
  std::string body = {};

  [[nodiscard]] std::string header(std::string const& name) const;
  /// The body as JSON; throws where it is none.
  [[nodiscard]] boost::json::value json() const;
};

/// One keep-alive connection to 127.0.0.1, blocking, with a bound of 60 s on every wait. Written with sockets alone,
/// so that what a test sees does not pass through the code that it tests. Opened anew when the other side closed it
/// between two requests; never retries a request that was sent.
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port) : port_(port) {}
  HttpClient(HttpClient&& other) noexcept;
  HttpClient& operator=(HttpClient&& other) noexcept;
  ~HttpClient();

  [[nodiscard]] Answer send(Request const& request);
  /// The bytes as they are, and everything that comes back until an answer is whole or the other side closes.
  [[nodiscard]] Answer send_raw(std::string_view bytes);
  void close();

 private:
  void open();
  void write(std::string_view bytes);
  bool fill();
  [[nodiscard]] Answer read_answer(bool head_only);
  [[nodiscard]] std::string take_line();
  void take(std::size_t count, std::string& into);

  std::uint16_t port_;
  int socket_ = -1;
  std::string waiting_;
};

}  // namespace kelisim::test
