#include "report/path.h"

#include "kernel/ensure.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace kelisim::astro::report {
namespace {

/// Walks over the words of a drawing.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  std::string_view next() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    auto const end = std::min(rest_.find(' '), rest_.size());
    auto const word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  double number() {
    auto const word = next();
    double value = 0;
    auto const read = std::from_chars(word.data(), word.data() + word.size(), value);
    ENSURE(read.ec == std::errc{} && read.ptr == word.data() + word.size());
    return value;
  }

  Point point() {
    double const x = number();
    return {x, number()};
  }

 private:
  std::string_view rest_;
};

}  // namespace

Point on_circle(Point centre, double radius, double degrees) {
  double const radians = degrees * std::numbers::pi / 180;
  return {centre.x + radius * std::cos(radians), centre.y + radius * std::sin(radians)};
}

PathStep move_to(Point to) { return {.kind = PathStep::Kind::move, .a = to}; }
PathStep line_to(Point to) { return {.kind = PathStep::Kind::line, .a = to}; }
PathStep close_path() { return {.kind = PathStep::Kind::close}; }

PathStep arc_about(Point centre, double radius, double from, double to) {
  return {.kind = PathStep::Kind::arc, .a = centre, .radius = radius, .from = from, .to = to};
}

Path parse_path(std::string_view drawing) {
  Path path;
  Words words{drawing};
  for (auto word = words.next(); !word.empty(); word = words.next()) {
    ENSURE(word.size() == 1);
    switch (word.front()) {
      case 'M':
        path.push_back(move_to(words.point()));
        break;
      case 'L':
        path.push_back(line_to(words.point()));
        break;
      case 'C': {
        PathStep step{.kind = PathStep::Kind::cubic};
        step.a = words.point();
        step.b = words.point();
        step.c = words.point();
        path.push_back(step);
        break;
      }
      case 'A': {
        auto const centre = words.point();
        double const radius = words.number();
        double const from = words.number();
        path.push_back(arc_about(centre, radius, from, words.number()));
        break;
      }
      case 'O': {
        auto const centre = words.point();
        double const radius = words.number();
        path.push_back(move_to({centre.x + radius, centre.y}));
        path.push_back(arc_about(centre, radius, 0, 360));
        path.push_back(close_path());
        break;
      }
      case 'Z':
        path.push_back(close_path());
        break;
      default:
        ENSURE(word.empty());  // not a command of drawings
    }
  }
  return path;
}

}  // namespace kelisim::astro::report
