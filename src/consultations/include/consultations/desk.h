#pragma once

#include "astro/content.h"
#include "astro/places.h"
#include "astro/pool.h"
#include "astro/services.h"
#include "kernel/fault.h"
#include "platform/http/routes.h"

#include <atomic>
#include <filesystem>
#include <string>

namespace kelisim::consultations {

struct DeskFolders {
  std::filesystem::path brand;  ///< whose `astro/` holds the rules and texts
  std::filesystem::path atlas;  ///< the table of places (tools/atlas)
  std::string business;         ///< the name above a document
};

/// A brand without rules of astrology has no astrologer's desk.
[[nodiscard]] bool has_astrology(std::filesystem::path const& brand);

/// Everything the desk computes with: texts and rules, places, and the pool of the ephemeris. It keeps nothing of
/// anybody. Fault when a file of any of them cannot be used. Thread-safe; outlives the routes.
class AstrologersDesk {
 public:
  explicit AstrologersDesk(DeskFolders const& folders);

  [[nodiscard]] astro::Content const& content() const noexcept { return content_; }
  [[nodiscard]] astro::Atlas const& atlas() const noexcept { return atlas_; }
  [[nodiscard]] std::string const& business() const noexcept { return business_; }

  /// Runs `work(astro::Desk const&)` on a thread of the pool and waits for it: up to about a third of a second, in
  /// which the caller holds a reader of the database. So only one waits at a time; whoever comes meanwhile gets a
  /// retryable Fault (503), and the other readers stay free.
  template <class Work>
  auto compute(Work work) {
    Turn const turn(busy_);
    return pool_.run(
        [&](astro::Ephemeris& ephemeris) { return work(astro::Desk{ephemeris, content_, atlas_.version()}); });
  }

 private:
  class Turn {
   public:
    explicit Turn(std::atomic_flag& busy) : busy_(busy) {
      if (busy_.test_and_set()) throw Fault(Fault::Retry::yes, "the astrologer's desk is computing already");
    }
    ~Turn() { busy_.clear(); }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

   private:
    std::atomic_flag& busy_;
  };

  astro::Content content_;
  astro::Atlas atlas_;
  std::string business_;
  astro::EphemerisPool pool_;
  std::atomic_flag busy_;
};

/// Charts, drafts, documents and calendars for signed-in staff. Birth data come in bodies alone and are neither
/// stored nor logged.
void add_routes(http::Routes& routes, AstrologersDesk& desk);

}  // namespace kelisim::consultations
