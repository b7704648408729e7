#pragma once

#include "kernel/result.h"

#include <boost/describe.hpp>

#include <cstdint>

/// What a case takes as evidence. The bounds of files stand here and nowhere else.
namespace kelisim::claims {

inline constexpr std::int64_t file_bytes_max = 8 * 1024 * 1024;
/// A file comes in parts of this size, the last one shorter: each fits into a request and into a bad connection.
inline constexpr std::int64_t part_bytes = 192 * 1024;
/// Of one case, those that were refused aside.
inline constexpr int files_max = 10;
/// Of one case, those that were refused with them: each was looked at, and stays as a row.
inline constexpr int attempts_max = 30;
/// After drawing a picture anew, which may need more bytes than it came in.
inline constexpr std::int64_t kept_bytes_max = 16 * 1024 * 1024;
/// Of a picture: bounds the memory that drawing it takes to about 200 MB.
inline constexpr std::int64_t pixels_max = 50'000'000;
/// Of a JPEG: each scan of a progressive one draws every pixel anew, and one that says nothing takes fifty bytes.
/// What cameras and programs write has about ten.
inline constexpr int scans_max = 32;

/// By content, whatever the file is called. No sound and no film: nothing of a session may be recorded (HAR-3.4a).
enum class FileKind : std::uint8_t { jpeg = 1, png = 2, pdf = 3 };
BOOST_DESCRIBE_ENUM(FileKind, jpeg, png, pdf)

struct TakingFacts {
  bool case_closed;
  std::int64_t size_bytes;  ///< as announced
  int files_before;         ///< of the case, those that were refused aside
  int attempts_before;      ///< of the case, those that were refused with them
};

/// In order of precedence.
enum class TakingRefusal : std::uint8_t { case_closed = 1, empty = 2, too_large = 3, too_many = 4 };
BOOST_DESCRIBE_ENUM(TakingRefusal, case_closed, empty, too_large, too_many)

[[nodiscard]] Result<void, TakingRefusal> decide_taking(TakingFacts const& facts);

[[nodiscard]] constexpr std::int64_t parts_of(std::int64_t size_bytes) {
  return (size_bytes + part_bytes - 1) / part_bytes;
}
/// Of the part `number`, counted from 1, of a file of that size.
[[nodiscard]] constexpr std::int64_t size_of_part(std::int64_t size_bytes, std::int64_t number) {
  return number < parts_of(size_bytes) ? part_bytes : size_bytes - (number - 1) * part_bytes;
}

}  // namespace kelisim::claims
