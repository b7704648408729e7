#include "platform/json/described.h"

#include <boost/json/serialize.hpp>

#include <gmock/gmock.h>

namespace kelisim::json {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

enum class Mood { calm, worried };
BOOST_DESCRIBE_ENUM(Mood, calm, worried)

struct Window {
  CivilTime from;
  CivilTime to;
};
BOOST_DESCRIBE_STRUCT(Window, (), (from, to))

struct Form {
  PersonId person;
  Text<1, 5> name;
  Whole<1, 3> weekday;
  std::int32_t count;
  bool agreed;
  Instant starts_at;
  CivilDate day;
  Money price;
  Mood mood;
  std::optional<std::string> note;
  std::vector<Window> weekly;
};
BOOST_DESCRIBE_STRUCT(Form, (), (person, name, weekday, count, agreed, starts_at, day, price, mood, note, weekly))

struct Shown {
  Clause clause;
  std::optional<std::int64_t> big;
  std::map<std::string, std::string> words;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (clause, big, words))

constexpr std::string_view good =
    R"({"person":"01KA0000000000000000000000","name":"Айша","weekday":3,"count":-7,"agreed":true,)"
    R"("starts_at":"2026-12-11T15:00:00Z","day":"2026-12-11","price":{"minor":1500000,"currency":"KZT"},)"
    R"("mood":"worried","weekly":[{"from":"10:00","to":"24:00"}]})";

boost::json::object good_object() { return parse(good).value().as_object(); }

std::vector<std::string> errors_of(boost::json::value const& value) {
  std::vector<std::string> all;
  auto const made = read<Form>(value);
  if (!made) {
    for (auto const& error : made.error()) all.push_back(error.path + " " + error.code);
  }
  return all;
}

std::vector<std::string> errors_with(std::string_view field, std::string_view json_text) {
  auto object = good_object();
  object[field] = parse(json_text).value();
  return errors_of(object);
}

std::string parse_error(std::string_view text, ParseLimits const& limits = {}) {
  auto const parsed = parse(text, limits);
  return parsed ? "fine" : parsed.error().front().path + " " + parsed.error().front().code;
}

TEST(Described, ReadsAndWritesTheSameText) {
  auto const form = read<Form>(parse(good).value());
  ASSERT_TRUE(form.has_value());
  EXPECT_EQ(form->name.view(), "Айша");
  EXPECT_EQ(form->price, Money(1'500'000, Currency::KZT));
  EXPECT_EQ(form->weekly.at(0).to, civil_time(24));
  EXPECT_FALSE(form->note.has_value());
  EXPECT_EQ(to_text(*form), good);
  EXPECT_EQ(to_text(from_text<Form>(good)), good);
  EXPECT_EQ(boost::json::serialize(write(*form)), good);
}

TEST(Described, NamesEveryWrongFieldByItsPath) {
  auto object = good_object();
  object.erase("name");
  object["extra"] = 1;
  object["weekday"] = 4;
  object["weekly"] = parse(R"([{"from":"10:00","to":"11:00"},{"from":"25:00","to":"1","x":0}])").value();
  EXPECT_THAT(errors_of(object),
              ElementsAre("extra unknown_field", "name missing", "weekday too_large", "weekly[1].x unknown_field",
                          "weekly[1].from bad_format", "weekly[1].to bad_format"));
}

TEST(Described, AnUnknownFieldAloneIsEnoughToRefuse) {
  EXPECT_THAT(errors_with("is_admin", "true"), ElementsAre("is_admin unknown_field"));
}

TEST(Described, NullIsNoValueEvenForAnOptional) {
  EXPECT_THAT(errors_with("note", "null"), ElementsAre("note wrong_type"));
}

TEST(Described, BoundsOfText) {
  EXPECT_THAT(errors_with("name", R"("")"), ElementsAre("name too_short"));
  EXPECT_THAT(errors_with("name", R"("   ")"), ElementsAre("name too_short"));
  EXPECT_THAT(errors_with("name", R"("ә")"), ElementsAre());
  EXPECT_THAT(errors_with("name", R"(" әәәәә\u00a0")"), ElementsAre());
  EXPECT_THAT(errors_with("name", R"("әәәәәә")"), ElementsAre("name too_long"));
  EXPECT_THAT(errors_with("name", R"("a\nb")"), ElementsAre("name bad_character"));
  EXPECT_THAT(errors_with("name", R"("a\u0000b")"), ElementsAre("name bad_character"));
  EXPECT_THAT(errors_with("note", R"("a\nb")"), ElementsAre());
  EXPECT_THAT(errors_with("note", '"' + std::string(4000, 'x') + '"'), ElementsAre());
  EXPECT_THAT(errors_with("note", '"' + std::string(4001, 'x') + '"'), ElementsAre("note too_long"));
}

TEST(Described, OneLineOfTextNeitherHidesNorTurnsAround) {
  for (auto const* const code : {"202e", "2066", "200f", "061c", "200b", "2028", "feff", "3164", "00ad", "fffe"})
    EXPECT_THAT(errors_with("name", std::string(R"("a\u)") + code + "b\""), ElementsAre("name bad_character"))
        << code;
  EXPECT_THAT(errors_with("name", R"("\udb40\udc41")"), ElementsAre("name bad_character"));  // a tag
  EXPECT_THAT(errors_with("name", R"("\u200d")"), ElementsAre("name too_short"));
  EXPECT_THAT(errors_with("name", R"("\u2003\ufe0f")"), ElementsAre("name too_short"));
  EXPECT_THAT(errors_with("name", R"("👩‍👧")"), ElementsAre());
  EXPECT_THAT(errors_with("name", R"("می‌خ")"), ElementsAre());
  EXPECT_THAT(errors_with("note", R"("a\u200eb")"), ElementsAre());  // as people paste it
}

TEST(Described, BoundsOfWholeNumbers) {
  EXPECT_THAT(errors_with("weekday", "0"), ElementsAre("weekday too_small"));
  EXPECT_THAT(errors_with("weekday", "1"), ElementsAre());
  EXPECT_THAT(errors_with("weekday", "3"), ElementsAre());
  EXPECT_THAT(errors_with("weekday", "4"), ElementsAre("weekday too_large"));
  EXPECT_THAT(errors_with("weekday", "1.0"), ElementsAre("weekday not_whole"));
  EXPECT_THAT(errors_with("weekday", "1e0"), ElementsAre("weekday not_whole"));
  EXPECT_THAT(errors_with("weekday", "\"1\""), ElementsAre("weekday wrong_type"));
  EXPECT_THAT(errors_with("count", "2147483647"), ElementsAre());
  EXPECT_THAT(errors_with("count", "2147483648"), ElementsAre("count too_large"));
  EXPECT_THAT(errors_with("count", "-2147483648"), ElementsAre());
  EXPECT_THAT(errors_with("count", "-2147483649"), ElementsAre("count too_small"));
  EXPECT_THAT(errors_with("count", "9223372036854775808"), ElementsAre("count too_large"));
  EXPECT_THAT(errors_with("count", "99999999999999999999"), ElementsAre("count not_whole"));
}

TEST(Described, FormatsOfValues) {
  EXPECT_THAT(errors_with("person", R"("x")"), ElementsAre("person bad_format"));
  EXPECT_THAT(errors_with("starts_at", R"("2026-12-11 15:00")"), ElementsAre("starts_at bad_format"));
  EXPECT_THAT(errors_with("day", R"("2026-02-30")"), ElementsAre("day bad_format"));
  EXPECT_THAT(errors_with("mood", R"("Calm")"), ElementsAre("mood unknown_value"));
  EXPECT_THAT(errors_with("price", R"({"minor":1,"currency":"USD"})"), ElementsAre("price.currency unknown_value"));
  EXPECT_THAT(errors_with("price", R"({"minor":1})"), ElementsAre("price.currency missing"));
  EXPECT_THAT(errors_with("agreed", "1"), ElementsAre("agreed wrong_type"));
  EXPECT_THAT(errors_with("weekly", "{}"), ElementsAre("weekly wrong_type"));
}

TEST(Described, NeverTellsMoreThanTwentyErrors) {
  auto object = good_object();
  for (int i = 0; i < 30; ++i) object["x" + std::to_string(i)] = i;
  EXPECT_EQ(errors_of(object).size(), 20U);
}

TEST(Described, AVectorHoldsAtMostAThousand) {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += R"({"from":"10:00","to":"11:00"},)";
  EXPECT_THAT(errors_with("weekly", text.substr(0, text.size() - 1) + "]"), ElementsAre());
  EXPECT_THAT(errors_with("weekly", text + R"({"from":"10:00","to":"11:00"}])"), ElementsAre("weekly too_many"));
}

TEST(Described, ClauseIsWrittenWithItsWordingOnlyWhereAsked) {
  Shown const shown{{"HAR-3.8b", "3.8"}, 7, {{"kk", "сөз"}}};
  EXPECT_EQ(to_text(shown), R"({"clause":{"id":"HAR-3.8b","number":"3.8"},"big":7,"words":{"kk":"сөз"}})");
  ClauseWording const wording = [](Clause const& clause) { return "words of " + std::string(clause.number); };
  EXPECT_THAT(to_text(shown, wording), HasSubstr(R"("number":"3.8","text":"words of 3.8"})"));
}

TEST(Described, WritesTextThatEveryParserReadsBack) {
  for (std::string const text : {"a\"b\\c", "\n\r\t\x01\x7f", "Қазақ 😀 </script>", ""}) {
    Writer writer;
    writer.text(text);
    EXPECT_EQ(parse(writer.take()).value().as_string(), text);
  }
  Writer writer;
  writer.text("a\xff\xc3");
  EXPECT_EQ(writer.take(), "\"a\\ufffd\\ufffd\"");
}

TEST(Described, AStoredTextThatDoesNotFitIsABug) {
  EXPECT_THROW(std::ignore = from_text<Form>("{}"), Bug);
  EXPECT_THROW(std::ignore = from_text<Form>("{"), Bug);
}

TEST(Described, SchemaTellsTheBounds) {
  auto const made = schema<Form>();
  EXPECT_THAT(made.name, HasSubstr("Form"));
  auto const all = boost::json::serialize(made.parts.at(0).body);
  EXPECT_THAT(all, HasSubstr(R"("name":{"type":"string","minLength":1,"maxLength":5})"));
  EXPECT_THAT(all, HasSubstr(R"("weekday":{"type":"integer","minimum":1,"maximum":3})"));
  EXPECT_THAT(all, HasSubstr(R"("starts_at":{"type":"string","format":"date-time"})"));
  EXPECT_THAT(all, HasSubstr(R"("mood":{"type":"string","enum":["calm","worried"]})"));
  EXPECT_THAT(all, HasSubstr(R"("agreed","starts_at","day","price","mood","weekly"],"additionalProperties":false)"));
  EXPECT_EQ(made.parts.size(), 3U);  // Form, Money, Window
}

TEST(JsonParse, RefusesWhatIsNotStrictJson) {
  for (std::string_view const bad :
       {"",         " ",     "{",           "{}}",   "{}x",      "[1,]",          "{a:1}",    "NaN",
        "Infinity", "-",     "01",          "1.",    "\"\x01\"", "\"\\x\"",       "\"\xff\"", "\"\xed\xa0\x80\"",
        "'a'",      "/**/1", "\"\\ud800\"", "[1 2]", "tru",      "\xef\xbb\xbf{}"}) {
    EXPECT_EQ(parse_error(bad), " bad_json") << bad;
  }
}

TEST(JsonParse, RefusesNumbersThatAreNone) {
  EXPECT_EQ(parse_error(R"({"a":1e999})"), "a too_large");
  EXPECT_EQ(parse_error(R"([1,0e99999])"), "[1] too_large");
  EXPECT_EQ(parse_error("-1e400"), " too_large");
  EXPECT_EQ(parse_error("1e300"), "fine");
}

TEST(JsonParse, RefusesADoubledFieldWithItsPath) {
  EXPECT_EQ(parse_error(R"({"a":1,"b":2,"a":3})"), "a doubled_field");
  EXPECT_EQ(parse_error(R"({"l":[1,{"b":{"c":1,"\u0063":2}}]})"), "l[1].b.c doubled_field");
  EXPECT_EQ(parse_error(R"({"a":{"a":{"a":1}},"b":{"a":1}})"), "fine");
}

TEST(JsonParse, BoundsAtTheLimitAndOnePast) {
  ParseLimits const limits{.depth = 3, .fields = 2, .elements = 2, .key_bytes = 3};
  EXPECT_EQ(parse_error("[[[1]]]", limits), "fine");
  EXPECT_EQ(parse_error("[[[[1]]]]", limits), "[0][0][0] too_deep");
  EXPECT_EQ(parse_error(R"({"a":1,"b":2})", limits), "fine");
  EXPECT_EQ(parse_error(R"({"a":1,"b":2,"c":3})", limits), "c too_many");
  EXPECT_EQ(parse_error("[1,2]", limits), "fine");
  EXPECT_EQ(parse_error("[1,2,3]", limits), "[3] too_many");
  EXPECT_EQ(parse_error(R"({"abc":1})", limits), "fine");
  EXPECT_EQ(parse_error(R"({"abcd":1})", limits), " too_long");
  EXPECT_EQ(parse_error(std::string(1'000'000, '[')), std::string(" too_deep").insert(0, [] {
    std::string path;
    for (int i = 0; i < 16; ++i) path += "[0]";
    return path;
  }()));
}

}  // namespace
}  // namespace kelisim::json
