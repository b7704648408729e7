// What a file is, and that a picture drawn anew carries pixels and nothing else.
#include "files/content.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gtest/gtest.h>

#include <string>

namespace kelisim::claims {
namespace {

/// A picture of two halves: the left one red, the right one blue.
std::string picture(char const* kind, int width, int height) {
  auto* const pixels = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill(pixels, 0x0000ffff);
  auto* const left = gdk_pixbuf_new_subpixbuf(pixels, 0, 0, width / 2, height);
  gdk_pixbuf_fill(left, 0xff0000ff);
  gchar* buffer = nullptr;
  gsize size = 0;
  EXPECT_TRUE(gdk_pixbuf_save_to_buffer(pixels, &buffer, &size, kind, nullptr, nullptr));
  std::string bytes{buffer, size};
  g_free(buffer);
  g_object_unref(left);
  g_object_unref(pixels);
  return bytes;
}

struct Seen {
  int width;
  int height;
  bool red_above;  ///< of the first pixel in the first row
  bool blue_below;
};
Seen look(std::string const& bytes) {
  auto* const loader = gdk_pixbuf_loader_new();
  EXPECT_TRUE(gdk_pixbuf_loader_write(loader, reinterpret_cast<guchar const*>(bytes.data()), bytes.size(), nullptr));
  EXPECT_TRUE(gdk_pixbuf_loader_close(loader, nullptr));
  auto* const pixels = gdk_pixbuf_loader_get_pixbuf(loader);
  auto const height = gdk_pixbuf_get_height(pixels);
  auto const* const first = gdk_pixbuf_read_pixels(pixels);
  auto const* const last = first + static_cast<std::ptrdiff_t>(height - 1) * gdk_pixbuf_get_rowstride(pixels);
  Seen const seen{gdk_pixbuf_get_width(pixels), height, first[0] > 200 && first[2] < 50,
                  last[2] > 200 && last[0] < 50};
  g_object_unref(loader);
  return seen;
}

/// An EXIF segment of one entry, "turn by 90° to the right", with a canary behind it, put after the start of a JPEG.
std::string with_exif(std::string const& jpeg, std::string_view canary) {
  using namespace std::string_literals;
  auto const tiff = "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"s;
  auto const payload = "Exif\0\0"s + tiff + std::string(canary);
  auto const length = payload.size() + 2;
  auto const segment = "\xff\xe1"s + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + payload;
  return jpeg.substr(0, 2) + segment + jpeg.substr(2);
}

TEST(FileContent, is_told_from_the_bytes) {
  EXPECT_EQ(kind_of(picture("jpeg", 8, 8)), FileKind::jpeg);
  EXPECT_EQ(kind_of(picture("png", 8, 8)), FileKind::png);
  EXPECT_EQ(kind_of("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"), FileKind::pdf);
}

TEST(FileContent, anything_else_is_not_taken_whatever_it_is_called) {
  using namespace std::string_literals;
  EXPECT_EQ(kind_of("<html><script>alert(1)</script></html>"), std::nullopt);
  EXPECT_EQ(kind_of("#!/bin/sh\necho\n"), std::nullopt);
  EXPECT_EQ(kind_of("GIF89a\x01\0\x01\0\0\0\0;"s), std::nullopt);
  EXPECT_EQ(kind_of("\x1a\x45\xdf\xa3"s + std::string(64, '\0')), std::nullopt) << "no film";
  EXPECT_EQ(kind_of("<svg xmlns='http://www.w3.org/2000/svg'/>"), std::nullopt);
  EXPECT_EQ(kind_of("just words"), std::nullopt);
}

TEST(FileContent, a_photograph_is_drawn_anew_upright_and_without_what_the_camera_wrote) {
  auto const taken = with_exif(picture("jpeg", 40, 20), "canary-of-a-place") + "canary-behind-the-end";
  auto const drawn = redrawn(FileKind::jpeg, taken);
  ASSERT_TRUE(drawn.has_value());
  EXPECT_EQ(kind_of(*drawn), FileKind::jpeg);
  EXPECT_EQ(drawn->find("canary"), std::string::npos);
  EXPECT_EQ(drawn->find("Exif"), std::string::npos);
  auto const seen = look(*drawn);
  EXPECT_EQ(seen.width, 20);
  EXPECT_EQ(seen.height, 40);
  EXPECT_TRUE(seen.red_above) << "what was at the left is above";
  EXPECT_TRUE(seen.blue_below);
}

TEST(FileContent, a_screenshot_keeps_its_pixels_and_loses_its_texts) {
  auto const plain = picture("png", 16, 8);
  // A tEXt chunk right after the header chunk (8 + 25 bytes); its checksum is that of these very bytes.
  using namespace std::string_literals;
  auto const chunk = "\0\0\0\x0etEXtComment\0canary\x05\xc4\x5c\xad"s;
  auto const taken = plain.substr(0, 33) + chunk + plain.substr(33) + "canary-behind-the-end";
  auto const drawn = redrawn(FileKind::png, taken);
  ASSERT_TRUE(drawn.has_value());
  EXPECT_EQ(drawn->find("canary"), std::string::npos);
  auto const seen = look(*drawn);
  EXPECT_EQ(seen.width, 16);
  EXPECT_EQ(seen.height, 8);
  EXPECT_TRUE(seen.red_above);
}

TEST(FileContent, what_cannot_be_read_is_not_drawn) {
  auto const whole = picture("png", 64, 64);
  EXPECT_FALSE(redrawn(FileKind::png, whole.substr(0, 40)).has_value());
  EXPECT_FALSE(redrawn(FileKind::jpeg, "\xff\xd8\xff\xe0 and nothing more").has_value());
  EXPECT_FALSE(redrawn(FileKind::jpeg, whole).has_value()) << "of another kind";
}

/// A grey square of 8 by 8 that comes in that many scans, of which all but the first add nothing.
std::string in_scans(int scans) {
  using namespace std::string_literals;
  auto const codes = "\x01"s + std::string(15, '\0');
  auto bytes = "\xff\xd8\xff\xdb\0\x43\0"s + std::string(64, '\x10');
  bytes += "\xff\xc2\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0"s;
  for (auto const* table : {"\x00", "\x10"}) bytes += "\xff\xc4\0\x14"s + *table + codes + '\0';
  bytes += "\xff\xda\0\x08\x01\x01\0\0\0\0\x7f"s;
  for (int more = 1; more < scans; ++more) bytes += "\xff\xda\0\x08\x01\x01\0\x01\x3f\0\x7f"s;
  return bytes + "\xff\xd9";
}

TEST(FileContent, a_picture_of_endless_scans_is_not_drawn) {
  EXPECT_EQ(kind_of(in_scans(scans_max)), FileKind::jpeg);
  EXPECT_TRUE(redrawn(FileKind::jpeg, in_scans(scans_max - 1)).has_value());
  EXPECT_TRUE(redrawn(FileKind::jpeg, in_scans(scans_max)).has_value());
  EXPECT_FALSE(redrawn(FileKind::jpeg, in_scans(scans_max + 1)).has_value());
}

/// The header alone says 50,000 by 1,001: not one row of it may be decoded.
TEST(FileContent, a_giant_is_refused_by_its_header) {
  auto bytes = picture("png", 8, 8);
  auto const put = [&](std::size_t at, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes[at++] = static_cast<char>((value >> shift) & 0xffU);
  };
  put(16, 50'000);
  put(20, 1'001);
  std::uint32_t checksum = 0xffffffffU;
  for (std::size_t i = 12; i < 29; ++i) {
    checksum ^= static_cast<unsigned char>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) checksum = checksum >> 1 ^ ((checksum & 1U) != 0 ? 0xedb88320U : 0U);
  }
  put(29, ~checksum);
  EXPECT_FALSE(redrawn(FileKind::png, bytes).has_value());
}

}  // namespace
}  // namespace kelisim::claims
