#include "scratch_folder.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

namespace kelisim::test {

ScratchFolder::ScratchFolder() {
  std::error_code none;
  auto const in_memory = std::filesystem::is_directory("/dev/shm", none);
  auto name = ((in_memory ? "/dev/shm" : std::filesystem::temp_directory_path()) / "kelisim-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder could be made: " + name);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace kelisim::test
