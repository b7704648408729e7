#pragma once

#include <filesystem>

namespace kelisim::test {

/// A folder that goes with its owner. In memory where the machine has /dev/shm: these are tests of logic, durability
/// has its own.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace kelisim::test
