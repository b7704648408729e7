#include "platform/db/or_tell.h"
#include "room/live.h"
#include "use_cases/say.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::sessions {

void Rooms::Live::keep_saying(std::shared_ptr<Seat> const& seat, words::Heard const& heard) {
  Saying const saying{seat->booking, seat->person, heard.mark, heard.text, heard.unfit, parts_.clock.now()};
  auto const kept = std::make_shared<std::optional<Result<Kept, SayRefusal>>>();
  db::write_or_tell(
      parts_.database, db::Lane::ordinary,
      [self = shared_from_this(), saying, kept](db::Tx& tx) { kept->emplace(say(tx, self->parts_, saying)); },
      [self = shared_from_this(), seat, kept, mark = heard.mark](std::exception_ptr failed) {
        if (failed) {
          seat->socket->send(words::refused(mark, "not_kept"));
        } else if (auto const& done = **kept) {
          auto const said = words::said(done->message);
          seat->socket->send(said);
          if (!done->before) self->show(*seat, said);
        } else {
          seat->socket->send(words::refused(mark, boost::describe::enum_to_string(done.error(), "")));
        }
      });
}

void Rooms::Live::show(Seat const& author, std::string const& said) {
  Lock const lock(mutex_);
  if (auto const peer = peer_of(author)) peer->socket->send(said);
}

}  // namespace kelisim::sessions
