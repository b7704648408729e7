#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::statistics {

/// `18-24`, `25-29` … `55-59`, `60+`.
[[nodiscard]] std::string_view age_band(std::int64_t age);

/// What people of a band are counted by, each by itself and never one with another.
enum class Trait : std::uint8_t { topic = 1, sex = 2, emotional_state = 3 };
BOOST_DESCRIBE_ENUM(Trait, topic, sex, emotional_state)

/// HAR-4.3.8c: "a missing answer … leaves the person out of those statistics": they are counted under this word only.
inline constexpr std::string_view not_stated = "not_stated";
[[nodiscard]] std::string stated(std::optional<std::string> const& answer);

/// How many people of a band gave an answer, exactly. Never published.
struct Counted {
  std::string age_band;
  std::string answer;
  std::int64_t people;
  friend bool operator==(Counted const&, Counted const&) = default;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (age_band, answer, people))

/// A group as it stands after a publication.
struct Group {
  std::string age_band;
  std::string answer;
  std::int64_t counted;    ///< exactly, when the figure was renewed last
  std::int64_t published;  ///< a multiple of the least size; zero: left out
  friend bool operator==(Group const&, Group const&) = default;
};

/// HAR-4.3.8b: "only from anonymised aggregates with small groups suppressed": a group of `least` people is
///   published, one person less is left out.
/// Every figure is rounded down to a multiple of `least`, and renewed only when the exact count moved by at least
/// `least` since it was renewed last: by subtraction nobody learns of fewer people, within a publication or over
/// time. `before`: the groups of the last publication; `now`: what is counted today. Ordered by band and answer. One
/// trait at a time: figures of all traits are multiples of `least`, so none is left by subtracting one trait from
/// another.
[[nodiscard]] std::vector<Group> decide_groups(std::vector<Group> const& before, std::vector<Counted> const& now,
                                               std::int64_t least);

}  // namespace kelisim::statistics
