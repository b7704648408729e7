// JSON text beside Boost's own parser, and the reading of a described struct: what was read is written and read the
// same.
#include "platform/json/described.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace {

using namespace kelisim;

enum class Mood { calm, worried };
BOOST_DESCRIBE_ENUM(Mood, calm, worried)

struct Inner {
  CivilTime from;
  std::optional<CivilDate> day;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (from, day))

struct Form {
  std::optional<PersonId> i;
  std::optional<json::Text<1, 5>> t;
  std::optional<std::string> s;
  std::optional<json::Whole<-1, 3>> w;
  std::optional<Instant> a;
  std::optional<Money> m;
  std::optional<Mood> e;
  std::optional<bool> b;
  std::vector<Inner> l;
  std::optional<std::map<std::string, std::int32_t>> d;
};
BOOST_DESCRIBE_STRUCT(Form, (), (i, t, s, w, a, m, e, b, l, d))

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const ours = json::parse(text);
  boost::system::error_code failure;
  auto const theirs = boost::json::parse(text, failure);
  if (!ours) {
    ENSURE(!ours.error().empty());
    // Ours is stricter by its bounds only.
    if (!failure) ENSURE(ours.error().front().code != "bad_json");
    return 0;
  }
  ENSURE(!failure && *ours == theirs);
  auto const form = json::read<Form>(*ours);
  if (!form) {
    ENSURE(!form.error().empty() && form.error().size() <= json::Reader::errors_max);
    return 0;
  }
  auto const written = json::to_text(*form);
  ENSURE(json::to_text(json::from_text<Form>(written)) == written);
  return 0;
}
