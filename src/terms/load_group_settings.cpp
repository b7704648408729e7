#include "terms/group_settings.h"

#include "toml_reader.h"

namespace kelisim::terms {

std::optional<GroupSettings> load_group_settings(std::filesystem::path const& brand_folder) {
  auto const file = brand_folder / "groups.toml";
  if (!std::filesystem::exists(file)) return std::nullopt;
  using std::chrono::minutes;
  auto table = TomlTable::parse(file);
  auto const small = [&](std::string_view key, int min, int max) {
    return static_cast<int>(table.whole(key, min, max));
  };
  GroupSettings const settings{
      .speakers_max = small("speakers_max", 1, 6),
      .viewers_max = small("viewers_max", 1, 100),
      .minutes_max = small("minutes_max", 1, 12 * 60),
      .room_opens = table.duration<minutes>("room_opens_minutes"),
      .overrun = table.duration<minutes>("overrun_minutes"),
      .video_kbps = small("video_kbps", 64, 4000),
      .encryption_required = table.word("encryption", {"required", "where_possible"}) == "required",
      .chat_letters_max = small("chat_letters_max", 1, 2000),
      .chat_messages_a_minute = small("chat_messages_a_minute", 1, 60),
      .chat_kept_days = small("chat_kept_days", 1, 3650)};
  table.finish();
  return settings;
}

}  // namespace kelisim::terms
