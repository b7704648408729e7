#include "http/request.h"
#include "http/response_head.h"
#include "http/target.h"
#include "platform/http/form.h"
#include "platform/http/network.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace kelisim::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Network, IsWhatOneCustomerOfAProviderHolds) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
  EXPECT_EQ(network_of("2001:0DB8:1:2::ffff"), "2001:db8:1:2::");
  EXPECT_NE(network_of("2001:db8:1:3::"), network_of("2001:db8:1:2::"));
  EXPECT_EQ(network_of("unknown"), "unknown");
  EXPECT_EQ(network_of(""), "");
}

TEST(Form, ReadsFieldsInTheirOrder) {
  auto const form = Form::parse("b=2+3&a=%D3%99%26&empty=&bare&&");
  ASSERT_TRUE(form.has_value());
  EXPECT_THAT(form->fields(), ElementsAre(Pair("b", "2 3"), Pair("a", "ә&"), Pair("empty", ""), Pair("bare", "")));
  EXPECT_EQ(form->get("a"), "ә&");
  EXPECT_EQ(form->get("c"), std::nullopt);
}

TEST(Form, RefusesWhatIsNotClear) {
  auto const error = [](std::string_view text, FormLimits const& limits = {}) {
    auto const form = Form::parse(text, limits);
    return form ? std::optional<FormError>() : form.error();
  };
  EXPECT_EQ(error("a=%"), FormError::bad_escape);
  EXPECT_EQ(error("a=%4"), FormError::bad_escape);
  EXPECT_EQ(error("a=%4g"), FormError::bad_escape);
  EXPECT_EQ(error("a=%ff"), FormError::bad_utf8);
  EXPECT_EQ(error("a=1&%61=2"), FormError::doubled);
  EXPECT_EQ(error("a&b&c", {.fields = 3}), std::nullopt);
  EXPECT_EQ(error("a&b&c&d", {.fields = 3}), FormError::too_many);
  EXPECT_EQ(error("abc", {.bytes = 3}), std::nullopt);
  EXPECT_EQ(error("abcd", {.bytes = 3}), FormError::too_long);
}

RC_GTEST_PROP(Form, ReadsBackWhatItWrites, (std::map<std::string, std::string> const& given)) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (auto const& [name, value] : given) {
    if (is_utf8(name) && is_utf8(value) && !name.empty()) fields.emplace_back(name, value);
  }
  auto const form = Form::parse(to_form(fields));
  RC_ASSERT(form.has_value());
  RC_ASSERT(form->fields() == fields);
}

TEST(Target, DecodesEachSegmentOnce) {
  auto const target = parse_target("/v1/a%2Fb/%2520?x=a%26b&y");
  ASSERT_TRUE(target.has_value());
  EXPECT_THAT(target->segments, ElementsAre("v1", "a/b", "%20"));
  EXPECT_THAT(target->query, ElementsAre(Pair("x", "a&b"), Pair("y", "")));
  EXPECT_TRUE(parse_target("/")->segments.empty());
}

TEST(Target, HasAtMostThirtyTwoParameters) {
  std::string text = "/?0";
  for (int i = 1; i < 32; ++i) text += "&" + std::to_string(i);
  EXPECT_TRUE(parse_target(text).has_value());
  EXPECT_FALSE(parse_target(text + "&32").has_value());
}

TEST(Cookies, FindsOneByItsWholeName) {
  EXPECT_EQ(find_cookie("a=1; b=2", "b"), "2");
  EXPECT_EQ(find_cookie("ab=1;b=2 ", "b"), "2");
  EXPECT_EQ(find_cookie("b=", "b"), "");
  EXPECT_EQ(find_cookie("b=x=y", "b"), "x=y");
  EXPECT_EQ(find_cookie("b", "b"), std::nullopt);
  EXPECT_EQ(find_cookie("b=1; b=2", "b"), std::nullopt);
  EXPECT_EQ(find_cookie("", "b"), std::nullopt);
}

TEST(AcceptLanguage, PicksTheBestLikedOfOurs) {
  std::vector<std::string> const ours{"ru", "kk", "en"};
  EXPECT_EQ(pick_language("", ours), "ru");
  EXPECT_EQ(pick_language("en;q=0.3, kk;q=0.31", ours), "kk");
  EXPECT_EQ(pick_language("en;q=0, de", ours), "ru");
  EXPECT_EQ(pick_language("EN-us", ours), "en");
  EXPECT_EQ(pick_language("kk;q=x", ours), "ru");
  EXPECT_EQ(pick_language("kk;q=0.5;q=2", ours), "ru");
}

TEST(ResponseHead, WritesTheDateAsHttpWantsIt) {
  EXPECT_EQ(imf_fixdate(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(imf_fixdate(0), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(ResponseHead, AHeaderHoldsNoLineEnd) {
  EXPECT_TRUE(is_header("X-A", "b c"));
  for (auto const* const value : {"a\r\nb", "a\nb", "a\rb", "ә"}) EXPECT_FALSE(is_header("X-A", value));
  for (auto const* const name : {"", "X A", "X:", "X\r\n"}) EXPECT_FALSE(is_header(name, "b"));
}

TEST(ResponseHead, LetsPagesAndScriptsReachOurOwnHostAndDataNothing) {
  auto const policy = [](std::string content_type) {
    auto const head = response_head({.content_type = std::move(content_type)}, true, "");
    auto const begin = head.find("Content-Security-Policy: ");
    return head.substr(begin, head.find(';', begin) - begin);
  };
  EXPECT_EQ(policy("text/html; charset=utf-8"), "Content-Security-Policy: default-src 'self'");
  // A service worker could not fetch its offline page otherwise.
  EXPECT_EQ(policy("text/javascript; charset=utf-8"), "Content-Security-Policy: default-src 'self'");
  EXPECT_EQ(policy("application/json"), "Content-Security-Policy: default-src 'none'");
}

}  // namespace
}  // namespace kelisim::http
