#include "de405.h"

#include <cstring>
#include <fstream>
#include <stdexcept>

namespace kelisim::test {
namespace {

constexpr char const* file_name = "/usr/share/casacore/data/ephemerides/DE405/table.f0i";
constexpr std::size_t record_count = 1143;
constexpr std::size_t coefficients = 1018;
constexpr std::size_t stride = 8160;  // three words before the coefficients, one behind
constexpr std::size_t header = 16;
constexpr double first_date = 36'912;
constexpr double record_days = 32;
constexpr double earth_to_moon = 81.30056;  // the ratio of their masses in DE405

}  // namespace

De405::De405() {
  std::ifstream file(file_name, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.size() < header + record_count * stride - 4)
    throw std::runtime_error(std::string("not the DE405 of casacore-data-jpl-de405: ") + file_name);
  records_.resize(record_count * coefficients);
  for (std::size_t i = 0; i < record_count; ++i)
    std::memcpy(&records_[i * coefficients], bytes.data() + header + i * stride + 12, coefficients * sizeof(double));
}

Vector De405::evaluate(Layout layout, double date) const {
  auto const record = static_cast<std::size_t>((date - first_date) / record_days);
  auto const days = record_days / static_cast<double>(layout.intervals);
  auto const since = date - first_date - record_days * static_cast<double>(record);
  auto const interval = std::min(layout.intervals - 1, static_cast<std::size_t>(since / days));
  auto const x = 2 * (since - days * static_cast<double>(interval)) / days - 1;
  auto const* axis = records_.data() + record * coefficients + layout.first + interval * layout.coefficients * 3;
  Vector found{};
  for (auto& value : found) {
    double before = 1;
    double now = x;
    value = axis[0] + axis[1] * x;
    for (std::size_t k = 2; k < layout.coefficients; ++k) {
      auto const next = 2 * x * now - before;
      value += axis[k] * next;
      before = now;
      now = next;
    }
    axis += layout.coefficients;
  }
  return found;
}

Vector De405::earth(double date) const {
  auto const both = evaluate({228, 13, 2}, date);
  auto const moon = evaluate({438, 13, 8}, date);
  Vector found{};
  for (std::size_t i = 0; i < 3; ++i) found.at(i) = both.at(i) - moon.at(i) / (1 + earth_to_moon);
  return found;
}

Vector De405::body(astro::Body body, double date) const {
  constexpr std::array<Layout, 10> layouts = {{{750, 11, 2},
                                               {438, 13, 8},
                                               {0, 14, 4},
                                               {168, 10, 2},
                                               {306, 11, 1},
                                               {339, 8, 1},
                                               {363, 7, 1},
                                               {384, 6, 1},
                                               {402, 6, 1},
                                               {420, 6, 1}}};
  auto found = evaluate(layouts.at(astro::index_of(body)), date);
  if (body == astro::Body::moon) {  // the file gives it from the Earth
    auto const here = earth(date);
    for (std::size_t i = 0; i < 3; ++i) found.at(i) += here.at(i);
  }
  return found;
}

}  // namespace kelisim::test
