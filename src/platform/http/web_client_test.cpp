#include "http/web_client.h"

#include "http/response_head.h"

#include <gmock/gmock.h>

#include <unistd.h>
#include <fstream>

namespace kelisim::http {
namespace {

namespace fs = std::filesystem;

class WebFolder : public testing::Test {
 protected:
  WebFolder() {
    put("index.html", "<html>");
    put("assets/app.3f2a.js", "script");
    put("assets/app.3f2a.js.br", "BR");
    put("assets/app.3f2a.js.gz", "GZ");
    put("favicon.ico", "icon");
    put(".env", "secret");
    put(".git/config", "secret");
    put("notes.key", "secret");
    std::ofstream(root / "secret.txt") << "outside";
    fs::create_symlink(root / "secret.txt", web / "link.txt");
  }
  ~WebFolder() override { fs::remove_all(root); }

  void put(std::string const& path, std::string_view content) const {
    fs::create_directories((web / path).parent_path());
    std::ofstream(web / path) << content;
  }
  [[nodiscard]] std::optional<Response> get(std::string_view target, Call::Fields headers = {}) const {
    auto const parsed = parse_target(target);
    if (!parsed) return std::nullopt;
    return WebClient(web).find({.method = "GET", .target = std::string(target), .headers = std::move(headers)},
                               *parsed);
  }
  static std::string header(Response const& response, std::string_view name) {
    for (auto const& [one, value] : response.headers) {
      if (one == name) return value;
    }
    return {};
  }

  fs::path root = fs::temp_directory_path() / ("kelisim_web_" + std::to_string(::getpid()));
  fs::path web = root / "web";
};

Call::Fields const navigation{{"accept", "text/html,application/xhtml+xml"}};

TEST_F(WebFolder, LetsAPageAskForTheOwnScreenOnlyWhereItIsToldTo) {
  auto const parsed = parse_target("/index.html");
  Request const request{.method = "GET", .target = "/index.html"};
  auto const silent = WebClient(web).find(request, *parsed);
  EXPECT_EQ(header(*silent, "Permissions-Policy"), "") << "the one of every answer then says no";
  auto const allowed = header(*WebClient(web, true).find(request, *parsed), "Permissions-Policy");
  EXPECT_EQ(allowed, "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()");
  auto const head = response_head(*WebClient(web, true).find(request, *parsed), true, "");
  EXPECT_EQ(head.find("display-capture=()"), std::string::npos);
}

TEST_F(WebFolder, HashedAssetsNeverChangeAndTheRestIsAskedAgain) {
  auto const script = get("/assets/app.3f2a.js");
  ASSERT_TRUE(script.has_value());
  EXPECT_EQ(script->content(), "script");
  EXPECT_EQ(script->content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(header(*script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(get("/favicon.ico").value(), "Cache-Control"), "no-cache");
}

TEST_F(WebFolder, GivesTheCompressedSpellingThatIsTaken) {
  auto const with = [&](std::string accept) {
    auto const answer = get("/assets/app.3f2a.js", {{"accept-encoding", std::move(accept)}}).value();
    return std::string(answer.content()) + header(answer, "Content-Encoding");
  };
  EXPECT_EQ(with("gzip, deflate, br"), "BRbr");
  EXPECT_EQ(with("gzip"), "GZgzip");
  EXPECT_EQ(with("br;q=0, gzip;q=0.5"), "GZgzip");
  EXPECT_EQ(with("br;q=0.0"), "script");
  EXPECT_EQ(with("identity"), "script");
  EXPECT_EQ(header(get("/assets/app.3f2a.js").value(), "Vary"), "Accept-Encoding");
}

TEST_F(WebFolder, KnowsWhatTheBrowserHas) {
  auto const etag = header(get("/favicon.ico").value(), "ETag");
  EXPECT_EQ(get("/favicon.ico", {{"if-none-match", etag}})->status, 304);
  EXPECT_EQ(get("/favicon.ico", {{"if-none-match", "\"x\", " + etag}})->status, 304);
  EXPECT_EQ(get("/favicon.ico", {{"if-none-match", "\"x\""}})->status, 200);
}

TEST_F(WebFolder, EveryPageOfTheClientIsItsIndex) {
  for (auto const* const page : {"/", "/specialists/1", "/bookings"}) {
    ASSERT_TRUE(get(page, navigation).has_value()) << page;
    EXPECT_EQ(get(page, navigation)->content(), "<html>") << page;
    EXPECT_EQ(header(*get(page, navigation), "Cache-Control"), "no-cache") << page;
  }
  for (auto const* const machine : {"/v1/nothing", "/gateways/x", "/sandbox/x", "/assets/old.js", "/robots.txt"}) {
    EXPECT_FALSE(get(machine, navigation).has_value()) << machine;
  }
  EXPECT_FALSE(get("/bookings", {{"accept", "*/*"}}).has_value());
}

TEST_F(WebFolder, NothingOutsideAndNothingHiddenIsGiven) {
  for (auto const* const path :
       {"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt",
        "/assets/../../secret.txt", "/assets/..%5c..%5csecret.txt", "/.env", "/%2eenv", "/.git/config", "/link.txt",
        "/notes.key", "//secret.txt", "/index.html%00.js", "/assets", "/assets/", "/assets%2fapp.3f2a.js/x",
        "/c:/secret.txt", "/~/secret.txt"}) {
    auto const answer = get(path);
    EXPECT_FALSE(answer.has_value()) << path;
  }
}

TEST_F(WebFolder, AFolderThatIsNotThereGivesNothing) {
  WebClient const none(web / "missing");
  EXPECT_FALSE(none.find({.method = "GET", .target = "/", .headers = navigation}, {}).has_value());
  EXPECT_FALSE(WebClient(std::nullopt).find({.method = "GET", .target = "/", .headers = navigation}, {}).has_value());
}

}  // namespace
}  // namespace kelisim::http
