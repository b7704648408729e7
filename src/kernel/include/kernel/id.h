#pragma once

#include "kernel/instant.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim {

/// The text of an id: 26 letters of Crockford's base 32, the first ten its millisecond, the rest chance. Sorting the
/// texts sorts by time. An id names a thing and opens nothing: it is no secret.
class IdText {
 public:
  [[nodiscard]] static IdText make(Instant at, std::array<std::uint8_t, 10> const& chance);
  [[nodiscard]] static std::optional<IdText> parse(std::string_view text);

  [[nodiscard]] std::string_view view() const noexcept { return {letters_.data(), letters_.size()}; }
  friend auto operator<=>(IdText const&, IdText const&) = default;

 private:
  std::array<char, 26> letters_{};
};

/// An id of one kind of thing; ids of different kinds do not convert into one another.
template <class Tag>
class Id {
 public:
  explicit Id(IdText text) : text_(text) {}
  [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
    auto const parsed = IdText::parse(text);
    return parsed ? std::optional<Id>(Id(*parsed)) : std::nullopt;
  }

  [[nodiscard]] std::string_view view() const noexcept { return text_.view(); }
  [[nodiscard]] std::string str() const { return std::string(view()); }
  friend auto operator<=>(Id const&, Id const&) = default;

 private:
  IdText text_;
};

/// A person of any role. Everything personal hangs on this id and is sealed with this person's key.
using PersonId = Id<struct PersonTag>;

}  // namespace kelisim
