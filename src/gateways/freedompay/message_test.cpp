#include "gateways/freedompay_message.h"
#include "platform/http/form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::gateways::freedompay {
namespace {

TEST(FreedomPaySignature, FollowsTheVectorOfTheDocumentation) {
  Fields const fields{{"pg_amount", "25"},
                      {"pg_description", "test"},
                      {"pg_merchant_id", "1"},
                      {"pg_order_id", "23"},
                      {"pg_salt", "molbulak"}};
  EXPECT_EQ(signed_text("init_payment.php", fields, "secret"), "init_payment.php;25;test;1;23;molbulak;secret");
  EXPECT_EQ(signature("init_payment.php", fields, "secret"), "bd0fbb097adc40023d14be710ba2d064");
}

TEST(FreedomPaySignature, FollowsTheVectorOfACallback) {
  Fields const fields{{"harmonia_booking", "77"},
                      {"pg_amount", "25000.00"},
                      {"pg_can_reject", "1"},
                      {"pg_currency", "KZT"},
                      {"pg_description", "Консультация"},
                      {"pg_order_id", "HB-1001"},
                      {"pg_payment_id", "4567788"},
                      {"pg_result", "1"},
                      {"pg_salt", "abc123"}};
  EXPECT_EQ(signature("result", fields, "secret"), "a2766977af8e9121ac478a731c091bf7");
}

TEST(FreedomPaySignature, TakesTheLastSegmentAsTheScript) {
  EXPECT_EQ(script_name("https://api.freedompay.kz/init_payment.php"), "init_payment.php");
  EXPECT_EQ(script_name("/gateways/freedompay/result?lang=ru/kk"), "result");
  EXPECT_EQ(script_name("result"), "result");
  EXPECT_EQ(script_name("https://host/"), "");
}

TEST(FreedomPaySignature, SortsByBytesSoThatACapitalLetterComesFirst) {
  Fields const fields{{"pg_a", "1"}, {"Pg_result_url_method", "POST"}, {"pg_B", "2"}, {"pg_sig", "ignored"}};
  EXPECT_EQ(signed_text("result", fields, "s"), "result;POST;2;1;s");
}

TEST(FreedomPaySignature, DescendsIntoNestedElementsAndKeepsEqualNamesInOrder) {
  auto const root = parse_xml(
      "<response><pg_z>last</pg_z><pg_list><b>2</b><a>1</a></pg_list><pg_list><a>3</a></pg_list>"
      "<pg_empty/><pg_sig>whatever</pg_sig></response>");
  ASSERT_TRUE(root.has_value());
  EXPECT_EQ(signed_text("x.php", *root, "s"), "x.php;;1;2;3;last;s");
}

TEST(FreedomPaySignature, KnowsItsOwnAndRefusesEveryChange) {
  Fields fields{{"pg_order_id", "1"}, {"pg_salt", "x"}};
  fields.emplace_back("pg_sig", signature("result", fields, "secret"));
  EXPECT_TRUE(is_genuine("result", fields, "secret"));
  EXPECT_FALSE(is_genuine("check", fields, "secret"));
  EXPECT_FALSE(is_genuine("result", fields, "Secret"));
  auto added = fields;
  added.emplace_back("pg_zzz", "1");
  EXPECT_FALSE(is_genuine("result", added, "secret"));
  auto changed = fields;
  changed[0].second = "2";
  EXPECT_FALSE(is_genuine("result", changed, "secret"));
  EXPECT_FALSE(is_genuine("result", Fields{{"pg_order_id", "1"}}, "secret"));
}

TEST(FreedomPaySignature, TwoSignaturesInOneAnswerAreNone) {
  Element root{"response", {}, {{"pg_status", "ok", {}}}};
  auto const sig = signature("x.php", root, "s");
  root.children.push_back({"pg_sig", sig, {}});
  EXPECT_TRUE(is_genuine("x.php", root, "s"));
  root.children.push_back({"pg_sig", sig, {}});
  EXPECT_FALSE(is_genuine("x.php", root, "s"));
}

TEST(FreedomPayForm, RefusesWhatCouldBeReadInTwoWays) {
  EXPECT_TRUE(parse_form("a=1&b=2").has_value());
  EXPECT_FALSE(parse_form("a=1&a=2").has_value());
  EXPECT_FALSE(parse_form("a=1&%61=2").has_value());
  EXPECT_FALSE(parse_form("a=%4").has_value());
  EXPECT_FALSE(parse_form("a=%zz").has_value());
  EXPECT_FALSE(parse_form("a=%00").has_value());
  EXPECT_FALSE(parse_form("=1").has_value());
  EXPECT_FALSE(parse_form("a=%ff").has_value());
  EXPECT_FALSE(parse_form(std::string(Bounds::name_bytes + 1, 'n') + "=1").has_value());
  std::string many;
  for (std::size_t i = 0; i <= Bounds::fields; ++i) many += "f" + std::to_string(i) + "=1&";
  EXPECT_FALSE(parse_form(many).has_value());
}

RC_GTEST_PROP(FreedomPayForm, ReadsBackWhatItWrites, (std::map<std::string, std::string> const& values)) {
  Fields fields;
  for (auto const& [name, content] : values) {
    if (name.empty() || name.size() > Bounds::name_bytes || fields.size() == Bounds::fields) continue;
    if ((name + content).find('\0') != std::string::npos) continue;
    if (!http::is_utf8(name) || !http::is_utf8(content)) continue;  // refused on the way back
    fields.emplace_back(name, content);
  }
  RC_ASSERT(parse_form(encode_form(fields)) == fields);
}

TEST(FreedomPayXml, RefusesDoctypesEntitiesMixedTextAndDepth) {
  EXPECT_TRUE(parse_xml("<response><pg_status>ok</pg_status></response>").has_value());
  EXPECT_FALSE(parse_xml("<!DOCTYPE r><response/>").has_value());
  EXPECT_FALSE(parse_xml("<!DOCTYPE r [<!ENTITY a \"b\">]><response>&a;</response>").has_value());
  EXPECT_FALSE(parse_xml("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><response/>").has_value());
  EXPECT_FALSE(parse_xml("<response>&undefined;</response>").has_value());
  EXPECT_FALSE(parse_xml("<response>text<a>1</a></response>").has_value());
  EXPECT_FALSE(parse_xml("<response><a>1</response>").has_value());
  EXPECT_FALSE(parse_xml("").has_value());
  EXPECT_FALSE(parse_xml("<" + std::string(Bounds::name_bytes + 1, 'n') + "/>").has_value());
  std::string deep;
  for (std::size_t i = 0; i <= Bounds::depth; ++i) deep = "<a>" + deep + "</a>";
  EXPECT_FALSE(parse_xml(deep).has_value());
  std::string wide = "<r>";
  for (std::size_t i = 0; i < Bounds::elements; ++i) wide += "<a/>";
  EXPECT_FALSE(parse_xml(wide + "</r>").has_value());
}

TEST(FreedomPayXml, ReadsBackASignedResponse) {
  auto const text = signed_response("result", {{"pg_status", "ok"}, {"pg_description", "a < b & c"}}, "secret");
  auto const root = parse_xml(text);
  ASSERT_TRUE(root.has_value());
  EXPECT_EQ(root->value("pg_description"), "a < b & c");
  EXPECT_TRUE(is_genuine("result", *root, "secret"));
  EXPECT_FALSE(is_genuine("result", *root, "other"));
}

}  // namespace
}  // namespace kelisim::gateways::freedompay
