#pragma once

#include "kernel/instant.h"

#include <filesystem>
#include <optional>

namespace kelisim::terms {

/// Events that many watch. None of it is a term of the offer: groups.toml of the brand's folder.
struct GroupSettings {
  int speakers_max;  ///< on the stage at once, appointed or let up
  int viewers_max;   ///< places of one event
  int minutes_max;
  Duration room_opens;       ///< before the start
  Duration overrun;          ///< how long the room stands after the end
  int video_kbps;            ///< of one speaker
  bool encryption_required;  ///< who cannot encrypt end to end stays out; else all are told that one cannot
  int chat_letters_max;
  int chat_messages_a_minute;  ///< of one person
  int chat_kept_days;          ///< after it was written
};

/// Nothing where the brand holds no group events; BadBrand for what is not understood.
[[nodiscard]] std::optional<GroupSettings> load_group_settings(std::filesystem::path const& brand_folder);

}  // namespace kelisim::terms
