#pragma once

#include "astro/segments.h"
#include "services/election/rules.h"
#include "services/writer.h"

#include "kernel/civil.h"
#include "kernel/zone.h"

#include <bitset>
#include <vector>

namespace kelisim::astro {

using ElectionMarks = std::bitset<count_of<ElectionRule>>;

/// The hours in which a client can act.
struct AllowedHours {
  Zone zone = Zone::utc();
  CivilDate first_day;
  CivilDate last_day;                                 ///< included
  std::vector<int> weekdays = {1, 2, 3, 4, 5, 6, 7};  ///< ISO, 1 Monday
  CivilTime from;
  CivilTime to;
};

/// A stretch of allowed time in which nothing that a rule asks changes, on one local day.
struct ElectionPiece {
  Instant from;
  Instant to;
  std::size_t segment = 0;  ///< into ElectionSky::segments
  std::size_t day = 0;      ///< days after the first
};

/// How a house's ruler stands: by its own strength and by those it meets within the orb.
struct RulerState {
  bool good = false;
  bool afflicted = false;
};

/// The sky over the allowed hours: computed once, asked for any kind of event.
class ElectionSky {
 public:
  /// At most 366 days, covered. `partner` are points of a second birth chart.
  ElectionSky(Desk const& desk, Place const& place, AllowedHours const& hours, std::vector<FixedPoint> client,
              std::vector<FixedPoint> partner);

  [[nodiscard]] std::vector<SkySegment> const& segments() const { return segments_; }
  [[nodiscard]] std::vector<ElectionPiece> const& pieces() const { return pieces_; }
  [[nodiscard]] bool has_client() const { return has_client_; }
  [[nodiscard]] bool has_partner() const { return !partner_.empty(); }
  [[nodiscard]] std::size_t days() const { return days_; }

  /// Everything that holds in a segment for this event.
  [[nodiscard]] ElectionMarks marks(std::size_t segment, EventRules const& event,
                                    std::optional<Sign> body_sign) const;
  /// Contacts with the client's chart that support less those that strain; of the partner's.
  [[nodiscard]] int client_balance(std::size_t segment) const;
  [[nodiscard]] int partner_balance(std::size_t segment) const { return partner_balance_[segment]; }
  [[nodiscard]] RulerState ruler(std::size_t segment, int house) const;
  [[nodiscard]] static Body house_ruler(SkySegment const& segment, int house);

 private:
  void cut_pieces(AllowedHours const& hours);
  void look_at_planets(Desk const& desk, Window window);

  ElectionRules const& rules_;
  std::vector<SkySegment> segments_;
  std::vector<ElectionPiece> pieces_;
  std::vector<FixedPoint> partner_;
  std::vector<int> partner_balance_;                              ///< by segment
  std::vector<std::array<RulerState, classical.size()>> rulers_;  ///< by segment, by planet
  bool has_client_ = false;
  std::size_t days_ = 0;
};

/// What the sky of a segment says by itself: everything but house rulers and birth charts.
[[nodiscard]] ElectionMarks segment_marks(SkySegment const& segment, EventRules const& event,
                                          ElectionRules const& rules, std::optional<Sign> body_sign);

/// +1 for a contact that supports, -1 for one that strains: Venus, Jupiter and the Sun are welcome in conjunction,
/// Mars and Saturn are not, others are neither.
[[nodiscard]] int contact_sign(Body mover, AspectKind kind);

}  // namespace kelisim::astro
