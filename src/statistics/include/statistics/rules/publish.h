#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::statistics {

/// `18-24`, `25-29` … `55-59`, `60+`.
[[nodiscard]] std::string_view age_band(std::int64_t age);

/// How many people of a band have a topic, exactly. Never published.
struct Counted {
  std::string age_band;
  std::string topic;
  std::int64_t people;
  friend bool operator==(Counted const&, Counted const&) = default;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (age_band, topic, people))

/// A group as it stands after a publication.
struct Group {
  std::string age_band;
  std::string topic;
  std::int64_t counted;    ///< exactly, when the figure was renewed last
  std::int64_t published;  ///< a multiple of the least size; zero: left out
  friend bool operator==(Group const&, Group const&) = default;
};

/// HAR-4.3.8b: "only from anonymised aggregates with small groups suppressed": a group of `least` people is
///   published, one person less is left out.
/// Every figure is rounded down to a multiple of `least`, and renewed only when the exact count moved by at least
/// `least` since it was renewed last: by subtraction nobody learns of fewer people, within a publication or over
/// time. `before`: the groups of the last publication; `now`: what is counted today. Ordered by band and topic.
[[nodiscard]] std::vector<Group> decide_groups(std::vector<Group> const& before, std::vector<Counted> const& now,
                                               std::int64_t least);

}  // namespace kelisim::statistics
