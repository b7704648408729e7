#include "consultations/desk.h"

namespace kelisim::consultations {

bool has_astrology(std::filesystem::path const& brand) { return std::filesystem::is_directory(brand / "astro"); }

AstrologersDesk::AstrologersDesk(DeskFolders const& folders)
    : content_(astro::Content::load(folders.brand)),
      atlas_(astro::Atlas::load(folders.atlas)),
      business_(folders.business),
      pool_({.threads = 1, .waiting_max = 4}) {}

}  // namespace kelisim::consultations
