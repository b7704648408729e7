#include "report/blocks.h"

#include "kernel/zone.h"

#include <cairo.h>
#include <fmt/format.h>

namespace kelisim::astro::report {
void draw_doubt(cairo_t* cairo, double x, double y) {
  set_colour(cairo, light_palette.mark);
  cairo_set_line_width(cairo, 1.7);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  for (int dot = 0; dot < 3; ++dot) {
    double const at = y + 3 + 3.9 * dot;
    cairo_move_to(cairo, x - 12, at);
    cairo_line_to(cairo, x - 12, at);
  }
  cairo_stroke(cairo);
}

void set_paragraph(Flow& flow, Paragraph const& paragraph) {
  auto const set = flow.lines(body_type, paragraph.text, text_width);
  bool const doubt = paragraph.robust.kind == Robustness::Kind::needs_time;
  flow.paragraph(set, 0, doubt ? Draw(draw_doubt) : Draw());
  flow.space(7);
}

void set_scene(Flow& flow, Scene scene, double width) {
  double const scale = width / scene.width;
  double const height = scene.height * scale;
  flow.put(height, [scene = std::move(scene), scale, width](cairo_t* cairo, double x, double y) {
    cairo_save(cairo);
    cairo_translate(cairo, x + (text_width - width) / 2, y);
    cairo_scale(cairo, scale, scale);
    paint(cairo, scene);
    cairo_restore(cairo);
  });
}

std::string short_date(CivilDate date, Words const& words) {
  return fmt::format("{} {} {}", date.day, words("document", "month", fmt::format("m{}", date.month)), date.year);
}

void set_dates(Flow& flow, Draft const& draft, Words const& words) {
  auto const zone = Zone::load(draft.zone).value_or(Zone::utc());
  constexpr double date_width = 112;
  for (auto const& item : draft.dates) {
    auto const from = zone.local(item.from);
    auto when = short_date(from.date, words);
    if (!item.all_day) when += ", " + to_string(CivilTime{from.time.seconds / 60 * 60});
    if (item.to && !item.all_day) when += "–" + to_string(CivilTime{zone.local(*item.to).time.seconds / 60 * 60});
    auto const date = flow.lines(small_type, when, date_width);
    Type title_type = small_type;
    title_type.face = Face::bold;
    auto const title = flow.lines(title_type, item.title, text_width - date_width);
    auto const text = flow.lines(small_type, item.text, text_width - date_width);
    bool const has_text = !item.text.empty();
    double const right = title.height() + (has_text ? text.height() : 0);
    flow.put(std::max(date.height(), right) + 7, [=](cairo_t* cairo, double x, double y) {
      date.draw(cairo, x, y);
      title.draw(cairo, x + date_width, y);
      if (has_text) text.draw(cairo, x + date_width, y + title.height());
    });
  }
}

void set_checklist(Flow& flow, std::vector<std::string> const& actions) {
  constexpr int days = 21;
  constexpr double box = 10.4;
  constexpr double step = 13.2;
  constexpr double boxes = days * step;
  double const name_width = text_width - boxes - 12;
  flow.need(60);
  std::vector<Lines> numbers;
  for (int day = 1; day <= days; ++day) numbers.push_back(flow.lines(label_type, fmt::format("{}", day), step));
  flow.put(14, [=](cairo_t* cairo, double x, double y) {
    double left = x + text_width - boxes;
    for (auto const& number : numbers) {
      number.draw(cairo, left + (box - number.width()) / 2, y);
      left += step;
    }
  });
  for (auto const& action : actions) {
    auto const name = flow.lines(small_type, action, name_width);
    double const height = std::max(name.height(), step) + 5;
    flow.put(height, [=](cairo_t* cairo, double x, double y) {
      name.draw(cairo, x, y);
      set_colour(cairo, light_palette.muted);
      cairo_set_line_width(cairo, 0.7);
      for (int day = 0; day < days; ++day) {
        cairo_rectangle(cairo, x + text_width - boxes + day * step, y + 1, box, box);
        cairo_stroke(cairo);
      }
    });
  }
}

}  // namespace kelisim::astro::report
