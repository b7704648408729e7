#pragma once

#include "astro/services.h"
#include "astro/wheel.h"
#include "server/astro_commands.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::server {

/// What a command of the astrologer works with, opened for one language.
class AstroDesk {
 public:
  /// Fault when the brand, the ephemeris or the atlas cannot be read.
  explicit AstroDesk(AstroPlace const& place);

  [[nodiscard]] astro::Ephemeris& ephemeris() const { return *ephemeris_; }
  [[nodiscard]] astro::Content const& content() const { return content_; }
  [[nodiscard]] astro::ChartSettings const& chart_settings() const;
  [[nodiscard]] astro::Desk desk() const { return {*ephemeris_, content_, atlas_.version()}; }
  [[nodiscard]] astro::Words words() const;

  /// The birth, or nothing after its question or refusal was printed.
  [[nodiscard]] std::optional<astro::BirthMoment> birth(astro::BirthStrings const& strings) const;
  /// A town by name, or nothing after that was printed.
  [[nodiscard]] std::optional<astro::Town> town(std::string const& name) const;

 private:
  std::string language_;
  astro::Content content_;
  std::unique_ptr<astro::Ephemeris> ephemeris_;
  astro::Atlas atlas_;
};

/// Fault when it cannot be written whole.
void write_file(std::filesystem::path const& file, std::string_view bytes);

}  // namespace kelisim::server
