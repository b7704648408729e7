#include "astro/document.h"

#include "report/blocks.h"
#include "report/wheel_plan.h"

#include "paper/document.h"

#include <cairo.h>
#include <fmt/format.h>

#include <set>

namespace kelisim::astro::report {
namespace {

/// Tables and strips that belong to a section of another name.
std::string_view home_of(std::string_view id) {
  if (id == "months" || id == "month_events") return "month_strip";
  if (id == "year_dates") return "year";
  return id;
}

bool is_windows(Table const& table) { return table.id == "best_windows" || table.id == "rejected"; }

/// Told in small type at the end, or in the footer.
bool is_about_the_document(Section const& part) { return part.id == "settings" || part.id == "notice"; }

/// Tables that tell the draft's dates.
bool tells_dates(Table const& table) {
  return table.id == "calendar" || table.id == "dates" || table.id == "year_dates" || table.id == "best_windows" ||
         table.id == "month_events";
}

class Composer {
 public:
  Composer(Draft const& draft, Chart const& chart, DocumentOptions const& options, Words const& words)
      : draft_(draft), chart_(chart), options_(options), words_(words), flow_(draft.language) {
    for (auto const& section : draft.sections) sections_.insert(section.id);
    dates_told_ = draft.dates.empty() || std::ranges::any_of(draft.tables, tells_dates);
  }

  /// `wheel_width` of the title page.
  Flow compose(double wheel_width) && {
    if (one_page()) {
      title_beside_wheel();
    } else {
      title();
      wheel(wheel_width);
    }
    bool first = true;
    for (auto const& part : draft_.sections) {
      if (is_about_the_document(part)) continue;
      section(part);
      if (first) homeless();
      first = false;
    }
    if (first) homeless();
    if (!dates_told_) dates();
    if (one_page()) {
      colophon();
    } else {
      annex();
    }
    return std::move(flow_);
  }

 private:
  [[nodiscard]] bool one_page() const { return draft_.service == Service::express_answer; }

  struct TitleLine {
    Lines lines;
    double after;
  };

  [[nodiscard]] std::vector<TitleLine> title_lines(double width) const {
    Type brand = label_type;
    brand.size = 9.5;
    Type large = heading_type;
    large.size = 27;
    large.leading = 34;
    Type under = body_type;
    under.face = Face::italic;
    under.size = 11.2;
    std::vector<TitleLine> lines;
    if (!options_.brand.empty()) lines.push_back({flow_.lines(brand, options_.brand, width), 8});
    lines.push_back({flow_.lines(large, draft_.title, width), 4});
    for (auto const& text : options_.lines) lines.push_back({flow_.lines(under, text, width), 0});
    if (!options_.author.empty()) lines.push_back({flow_.lines(under, options_.author, width), 0});
    return lines;
  }

  static void draw_title_rule(cairo_t* cairo, double x, double y) {
    draw_rule(cairo, x, y, 42, light_palette.mark, 2.2);
  }

  void title() {
    for (auto const& line : title_lines(text_width)) {
      flow_.put(line.lines.height() + line.after,
                [lines = line.lines](cairo_t* cairo, double x, double y) { lines.draw(cairo, x, y); });
    }
    flow_.space(7);
    flow_.put(11, draw_title_rule);
  }

  /// Title and score at the left, a small wheel at the right.
  void title_beside_wheel() {
    constexpr double size = 168;
    auto const lines = title_lines(text_width - size - 20);
    std::vector<Draw> scores;
    for (auto const& score : draft_.scores) scores.push_back(score_drawing(flow_, score));
    double height = 24 + score_height * static_cast<double>(scores.size());
    for (auto const& line : lines) height += line.lines.height() + line.after;
    auto options = wheel_options(false);
    options.detail = WheelDetail::compact;
    auto const scene = wheel_scene(chart_, options, words_);
    flow_.put(std::max(size * scene.height / scene.width, height), [=](cairo_t* cairo, double x, double y) {
      double at = y;
      for (auto const& line : lines) {
        line.lines.draw(cairo, x, at);
        at += line.lines.height() + line.after;
      }
      draw_title_rule(cairo, x, at + 7);
      at += 24;
      for (auto const& score : scores) {
        score(cairo, x, at);
        at += score_height;
      }
      paint_at(cairo, scene, x + text_width - size, y, size / scene.width);
    });
  }

  static void paint_at(cairo_t* cairo, Scene const& scene, double x, double y, double scale) {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, scale, scale);
    paint(cairo, scene);
    cairo_restore(cairo);
  }

  [[nodiscard]] WheelOptions wheel_options(bool legend) const {
    auto wheel = options_.wheel;
    wheel.theme = Theme::light;
    wheel.detail = WheelDetail::full;
    wheel.legend = legend;
    wheel.language = draft_.language;
    return wheel;
  }

  void wheel(double width) {
    set_scene(flow_, wheel_scene(chart_, wheel_options(true), words_), width);
    flow_.space(4);
  }

  void section(Section const& part) {
    bool const has_strip =
        std::ranges::any_of(draft_.strips, [&](Strip const& strip) { return home_of(strip.id) == part.id; });
    constexpr double between_sections = 22;
    constexpr double close = 8;
    flow_.heading(part.heading, has_strip ? 210 : 3 * body_type.leading, one_page() ? close : between_sections);
    for (auto const& paragraph : part.paragraphs) set_paragraph(flow_, paragraph);
    for (auto const& strip : draft_.strips)
      if (home_of(strip.id) == part.id) set_strip(flow_, strip, words_);
    for (auto const& table : draft_.tables)
      if (home_of(table.id) == part.id) rows(table);
    if (part.id == "checklist") checklist();
    if (!dates_told_ && (part.id == "calendar" || part.id == "dates")) {
      set_dates(flow_, draft_, words_);
      dates_told_ = true;
    }
  }

  void rows(Table const& table) {
    flow_.space(5);
    is_windows(table) ? set_windows(flow_, table) : set_table(flow_, table);
  }

  /// Strips and tables without a section stand under their own headings after the first one.
  void homeless() {
    for (auto const& strip : draft_.strips) {
      if (sections_.contains(home_of(strip.id)) || strip.cells.empty()) continue;
      flow_.heading(strip.heading, 130);
      set_strip(flow_, strip, words_);
    }
    for (auto const& table : draft_.tables) {
      if (sections_.contains(home_of(table.id)) || table.rows.empty()) continue;
      flow_.heading(table.heading, 80);
      rows(table);
    }
  }

  /// Dates that no table and no section tells.
  void dates() {
    flow_.heading(words_("frame", "heading", "dates"), 60);
    set_dates(flow_, draft_, words_);
  }

  void checklist() {
    auto const table = std::ranges::find(draft_.tables, "actions", &Table::id);
    if (table == draft_.tables.end()) return;
    std::vector<std::string> actions;
    for (auto const& row : table->rows) actions.push_back(row.cells.front());
    set_checklist(flow_, actions);
  }

  void annex() {
    bool const told = std::ranges::any_of(draft_.tables, [](Table const& table) { return table.id == "positions"; });
    constexpr double both = 688;
    flow_.need(told ? 0 : both);
    if (!told) {
      flow_.heading(words_("frame", "heading", "positions"), 200);
      set_positions(flow_, chart_, options_.wheel.bodies, words_);
    }
    flow_.heading(words_("frame", "heading", "aspects"), 306);
    auto const lines = colophon_lines(text_width - grid_corner);
    set_aspect_grid(flow_, chart_, [lines](cairo_t* cairo, double x, double y) {
      for (auto const& one : lines) {
        one.lines.draw(cairo, x, y);
        if (one.doubt) draw_doubt(cairo, x, y);
        y += one.lines.height() + between_lines;
      }
    });
  }

  /// The line that explains the mark in the margin bears it.
  struct ColophonLine {
    Lines lines;
    bool doubt;
  };

  [[nodiscard]] std::vector<ColophonLine> colophon_lines(double width) const {
    Type type = label_type;
    type.leading = 11.6;
    Type head = small_type;
    head.face = Face::bold;
    head.colour = light_palette.muted;
    std::vector<ColophonLine> lines{{flow_.lines(head, words_("frame", "heading", "settings"), width), false}};
    auto const& versions = draft_.versions;
    auto const doubt = words_("frame", "robust", "needs_time");
    auto const add = [&](std::string const& text) {
      if (!text.empty()) lines.push_back({flow_.lines(type, text, width), text == doubt});
    };
    for (auto const& part : draft_.sections)
      if (is_about_the_document(part))
        for (auto const& paragraph : part.paragraphs) add(paragraph.text);
    add(draft_.settings);
    if (!draft_.zone.empty()) add(words_("document", "label", "time_zone") + ": " + draft_.zone);
    add(fmt::format("{}: {}; tzdata {}; {}; {}", words_("document", "label", "versions"), versions.engine,
                    versions.tzdata, versions.atlas, versions.content.substr(0, 16)));
    add(words_("document", "label", "input") + ": " + draft_.input_hash.substr(0, 32));
    return lines;
  }

  static constexpr double between_lines = 2.5;

  static double height_of(std::vector<ColophonLine> const& lines) {
    double height = 0;
    for (auto const& one : lines) height += one.lines.height() + between_lines;
    return height;
  }

  void colophon() {
    auto const lines = colophon_lines(text_width);
    flow_.need(height_of(lines) + 14);
    flow_.space(14);
    for (auto const& one : lines) {
      flow_.paragraph(one.lines, 0, one.doubt ? Draw(draw_doubt) : Draw());
      flow_.space(between_lines);
    }
  }

  Draft const& draft_;
  Chart const& chart_;
  DocumentOptions const& options_;
  Words const& words_;
  Flow flow_;
  std::set<std::string, std::less<>> sections_;
  bool dates_told_ = false;
};

/// The wheel of the title page gives way a little where that saves a page.
Flow lay_out(Draft const& draft, Chart const& chart, DocumentOptions const& options, Words const& words) {
  auto best = Composer{draft, chart, options, words}.compose(336);
  if (draft.service == Service::express_answer) return best;
  for (double const width : {310.0, 284.0}) {
    auto smaller = Composer{draft, chart, options, words}.compose(width);
    if (smaller.pages() < best.pages()) best = std::move(smaller);
  }
  return best;
}

}  // namespace
}  // namespace kelisim::astro::report

namespace kelisim::astro {

std::string document_pdf(Draft const& draft, Chart const& chart, DocumentOptions const& options, Words const& words) {
  auto const flow = report::lay_out(draft, chart, options, words);
  return report::write_pdf(flow, {.title = draft.title,
                                  .author = options.author,
                                  .subject = options.brand,
                                  .notice = draft.notice,
                                  .made_at = options.made_at});
}

std::vector<std::string> document_png(Draft const& draft, Chart const& chart, DocumentOptions const& options,
                                      Words const& words, int pixels) {
  auto const flow = report::lay_out(draft, chart, options, words);
  return report::write_png(flow, draft.notice, pixels);
}

}  // namespace kelisim::astro
