#pragma once

#include "astro/ephemeris.h"

#include <algorithm>
#include <vector>

namespace kelisim::astro {

/// A value that changes at known instants and is constant between them.
template <class Value>
class Series {
 public:
  struct Piece {
    Instant from;
    Value value;
  };

  void append(Instant from, Value value) {
    if (pieces_.empty() || pieces_.back().value != value) pieces_.push_back({from, value});
  }
  [[nodiscard]] std::vector<Piece> const& pieces() const { return pieces_; }

 private:
  std::vector<Piece> pieces_;
};

/// Reads a series forwards in time.
template <class Value>
class Reader {
 public:
  explicit Reader(Series<Value> const& series) : pieces_(&series.pieces()) {}
  [[nodiscard]] Value const& at(Instant when) {
    while (next_ + 1 < pieces_->size() && (*pieces_)[next_ + 1].from <= when) ++next_;
    return (*pieces_)[next_].value;
  }

 private:
  std::vector<typename Series<Value>::Piece> const* pieces_;
  std::size_t next_ = 0;
};

/// The function's value between every two neighbouring cuts, taken in the middle; so a needless cut does no harm.
template <class Function>
[[nodiscard]] auto series_of(Window window, std::vector<Instant> cuts, Function function) {
  std::erase_if(cuts, [&](Instant at) { return at <= window.from || at >= window.to; });
  std::ranges::sort(cuts);
  cuts.push_back(window.to);
  Series<std::invoke_result_t<Function, Instant>> made;
  auto from = window.from;
  for (auto const to : cuts) {
    if (to > from) made.append(from, function(from + (to - from) / 2));
    from = std::max(from, to);
  }
  return made;
}

/// The parts of a window where something holds.
[[nodiscard]] inline std::vector<Window> windows_of(Series<bool> const& series, Instant end) {
  std::vector<Window> found;
  for (std::size_t i = 0; i < series.pieces().size(); ++i)
    if (series.pieces()[i].value)
      found.push_back({series.pieces()[i].from, i + 1 < series.pieces().size() ? series.pieces()[i + 1].from : end});
  return found;
}

/// Things that hold for a part of a window each; read forwards in time.
template <class Thing>
class Timeline {
 public:
  void add(std::vector<Window> const& windows, Thing thing) {
    for (auto const& [from, to] : windows) spans_.push_back({from, to, thing});
  }
  void collect_cuts(std::vector<Instant>& into) const {
    for (auto const& span : spans_) into.insert(into.end(), {span.from, span.to});
  }
  void sort() { std::ranges::sort(spans_, {}, &Span::from); }

  /// What holds now, in its own order.
  [[nodiscard]] std::vector<Thing> at(Instant when) {
    std::erase_if(active_, [&](std::size_t i) { return spans_[i].to <= when; });
    for (; next_ < spans_.size() && spans_[next_].from <= when; ++next_)
      if (spans_[next_].to > when) active_.push_back(next_);
    std::vector<Thing> found;
    found.reserve(active_.size());
    for (auto const i : active_) found.push_back(spans_[i].thing);
    std::ranges::sort(found);
    return found;
  }

 private:
  struct Span {
    Instant from;
    Instant to;
    Thing thing;
  };
  std::vector<Span> spans_;
  std::vector<std::size_t> active_;
  std::size_t next_ = 0;
};

}  // namespace kelisim::astro
