#include "files/content.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <fmt/format.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <magic.h>

#include <memory>

namespace kelisim::claims {
namespace {

struct Release {
  void operator()(magic_set* cookie) const noexcept { magic_close(cookie); }
  void operator()(GdkPixbufLoader* loader) const noexcept { g_object_unref(loader); }
  void operator()(GdkPixbuf* picture) const noexcept { g_object_unref(picture); }
  void operator()(gchar* bytes) const noexcept { g_free(bytes); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

struct Known {
  FileKind kind;
  std::string_view media_type;
  std::string_view extension;
  char const* name;  ///< of the loader and of the saver; null: not a picture
};
constexpr Known known[] = {{FileKind::jpeg, "image/jpeg", ".jpg", "jpeg"},
                           {FileKind::png, "image/png", ".png", "png"},
                           {FileKind::pdf, "application/pdf", ".pdf", nullptr}};

Known const& known_as(FileKind kind) {
  for (auto const& one : known)
    if (one.kind == kind) return one;
  ENSURE(false && "a known kind");
  return known[0];
}

/// Before a pixel is decoded. A size of nothing makes the loader give up.
void refuse_giants(GdkPixbufLoader* loader, int width, int height, void* /*unused*/) {
  if (std::int64_t{width} * height > pixels_max) gdk_pixbuf_loader_set_size(loader, 0, 0);
}

Held<GdkPixbuf> decoded(char const* kind, std::string_view bytes) {
  Held<GdkPixbufLoader> const loader{gdk_pixbuf_loader_new_with_type(kind, nullptr)};
  if (!loader) throw Fault(Fault::Retry::no, fmt::format("GdkPixbuf cannot read {}", kind));
  g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(refuse_giants), nullptr);
  auto const* const data = reinterpret_cast<guchar const*>(bytes.data());
  auto const read = gdk_pixbuf_loader_write(loader.get(), data, bytes.size(), nullptr);
  auto const whole = gdk_pixbuf_loader_close(loader.get(), nullptr);
  if (read == FALSE || whole == FALSE) return nullptr;
  auto* const picture = gdk_pixbuf_loader_get_pixbuf(loader.get());
  if (picture == nullptr) return nullptr;
  return Held<GdkPixbuf>{gdk_pixbuf_apply_embedded_orientation(picture)};
}

/// Told by the marker alone, which cannot stand inside the data of a scan.
bool has_endless_scans(std::string_view jpeg) {
  constexpr std::string_view start_of_scan = "\xff\xda";
  int scans = 0;
  for (auto at = jpeg.find(start_of_scan); at != std::string_view::npos; at = jpeg.find(start_of_scan, at + 2)) {
    if (++scans > scans_max) return true;
  }
  return false;
}

std::string encoded(GdkPixbuf* picture, char const* kind) {
  gchar* buffer = nullptr;
  gsize size = 0;
  auto const is_jpeg = std::string_view(kind) == "jpeg";
  auto const saved = is_jpeg
                         ? gdk_pixbuf_save_to_buffer(picture, &buffer, &size, kind, nullptr, "quality", "90", nullptr)
                         : gdk_pixbuf_save_to_buffer(picture, &buffer, &size, kind, nullptr, nullptr);
  Held<gchar> const bytes{buffer};
  if (saved == FALSE) throw Fault(Fault::Retry::no, fmt::format("GdkPixbuf cannot write {}", kind));
  return {bytes.get(), size};
}

}  // namespace

std::optional<FileKind> kind_of(std::string_view bytes) {
  Held<magic_set> const cookie{magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR)};
  if (!cookie || magic_load(cookie.get(), nullptr) != 0) {
    throw Fault(Fault::Retry::no, "the table of libmagic cannot be read");
  }
  auto const* const found = magic_buffer(cookie.get(), bytes.data(), bytes.size());
  if (found == nullptr) return std::nullopt;
  for (auto const& one : known)
    if (one.media_type == found) return one.kind;
  return std::nullopt;
}

std::string_view media_type(FileKind kind) { return known_as(kind).media_type; }
std::string_view extension(FileKind kind) { return known_as(kind).extension; }

std::optional<std::string> redrawn(FileKind kind, std::string_view bytes) {
  auto const* const name = known_as(kind).name;
  ENSURE(name != nullptr);
  if (kind == FileKind::jpeg && has_endless_scans(bytes)) return std::nullopt;
  auto const picture = decoded(name, bytes);
  if (!picture) return std::nullopt;
  return encoded(picture.get(), name);
}

}  // namespace kelisim::claims
