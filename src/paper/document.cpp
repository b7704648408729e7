#include "paper/document.h"

#include "pdf_language.h"

#include "kernel/fault.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <cmath>

namespace kelisim::paper {
namespace {

void draw_footer(Flow const& flow, std::string const& notice, int page, cairo_t* cairo) {
  Type type = label_type;
  type.size = 7.4;
  type.leading = 9.6;
  constexpr double number_width = 60;
  double const top = page_height - margin_bottom + 24;
  draw_rule(cairo, margin_left, top - 8, text_width, hairline);
  flow.lines(type, notice, text_width - number_width).draw(cairo, margin_left, top);
  auto const number = flow.lines(type, fmt::format("{} / {}", page, flow.pages()), number_width);
  number.draw(cairo, margin_left + text_width - number.width(), top);
}

void draw_whole_page(Flow const& flow, std::string const& notice, int page, cairo_t* cairo) {
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  flow.draw_page(page, cairo);
  draw_footer(flow, notice, page, cairo);
}

cairo_status_t append(void* target, unsigned char const* bytes, unsigned length) {
  static_cast<std::string*>(target)->append(reinterpret_cast<char const*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

void set_properties(cairo_surface_t* surface, DocumentProperties const& properties) {
  auto const set = [surface](cairo_pdf_metadata_t kind, std::string const& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(surface, kind, text.c_str());
  };
  auto const whole_second = Instant{properties.made_at.micros / 1'000'000 * 1'000'000};
  set(CAIRO_PDF_METADATA_TITLE, properties.title);
  set(CAIRO_PDF_METADATA_AUTHOR, properties.author);
  set(CAIRO_PDF_METADATA_SUBJECT, properties.subject);
  set(CAIRO_PDF_METADATA_CREATOR, "Kelisim");
  set(CAIRO_PDF_METADATA_CREATE_DATE, to_rfc3339(whole_second));
  set(CAIRO_PDF_METADATA_MOD_DATE, to_rfc3339(whole_second));
}

}  // namespace

std::string write_pdf(Flow const& flow, DocumentProperties const& properties) {
  std::string bytes;
  Surface const surface{cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height)};
  set_properties(surface.get(), properties);
  {
    Cairo const cairo{cairo_create(surface.get())};
    for (int page = 1; page <= flow.pages(); ++page) {
      draw_whole_page(flow, properties.notice, page, cairo.get());
      cairo_show_page(cairo.get());
    }
    for (auto const& entry : flow.outline()) {
      auto const target = fmt::format("page={} pos=[{:.1f} {:.1f}]", entry.page, margin_left, entry.y);
      cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, entry.title.c_str(), target.c_str(),
                                    static_cast<cairo_pdf_outline_flags_t>(0));
    }
  }
  cairo_surface_finish(surface.get());
  auto const status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) throw Fault{Fault::Retry::no, cairo_status_to_string(status)};
  return with_language(std::move(bytes), flow.language());
}

std::vector<std::string> write_png(Flow const& flow, std::string const& notice, int pixels) {
  std::vector<std::string> files;
  double const scale = pixels / page_width;
  for (int page = 1; page <= flow.pages(); ++page) {
    Surface const surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, static_cast<int>(std::lround(page_height * scale)))};
    Cairo const cairo{cairo_create(surface.get())};
    set_colour(cairo.get(), white);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), scale, scale);
    draw_whole_page(flow, notice, page, cairo.get());
    files.push_back(png_bytes(surface.get()));
  }
  return files;
}

}  // namespace kelisim::paper
