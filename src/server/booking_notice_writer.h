#pragma once

#include "identity/people.h"
#include "notify/notifier.h"
#include "scheduling/notices.h"

namespace kelisim::server {

/// The reaction of notify to what happens to a booking: each notice is written in the transaction that it tells of,
/// and asked again before sending whether it still holds.
class BookingNoticeWriter final : public scheduling::BookingNotices {
 public:
  BookingNoticeWriter(notify::Notifier& notifier, identity::People const& people, terms::Brand const& brand);
  void request(db::Tx& tx, Instant now, scheduling::BookingNotice const& notice) override;

 private:
  [[nodiscard]] notify::Values values(db::Tx& tx, scheduling::BookingNotice const& notice,
                                      scheduling::Booking const& booking, std::string const& language) const;

  notify::Notifier& notifier_;
  identity::People const& people_;
  terms::Brand const& brand_;
};

}  // namespace kelisim::server
