#include "astro/document.h"

#include "report/blocks.h"
#include "report/document_output.h"
#include "report/wheel_plan.h"

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

  Flow compose() && {
    title();
    bool const one_page = draft_.service == Service::express_answer;
    if (!one_page) wheel(336, true);
    bool first = true;
    for (auto const& part : draft_.sections) {
      if (is_about_the_document(part)) continue;
      section(part);
      if (first) homeless();
      first = false;
    }
    if (first) homeless();
    if (!dates_told_) dates();
    if (one_page) {
      wheel_with_colophon();
    } else {
      colophon();
      annex();
    }
    return std::move(flow_);
  }

 private:
  void title() {
    Type brand = label_type;
    brand.size = 9.5;
    Type large = heading_type;
    large.size = 27;
    large.leading = 34;
    Type under = body_type;
    under.face = Face::italic;
    under.size = 11.2;
    if (!options_.brand.empty()) line(brand, options_.brand, 8);
    line(large, draft_.title, 4);
    for (auto const& text : options_.lines) line(under, text, 0);
    if (!options_.author.empty()) line(under, options_.author, 0);
    flow_.space(7);
    flow_.put(11, [](cairo_t* cairo, double x, double y) { draw_rule(cairo, x, y, 42, light_palette.mark, 2.2); });
  }

  void line(Type const& type, std::string const& text, double after) {
    auto const set = flow_.lines(type, text, text_width);
    flow_.put(set.height() + after, [set](cairo_t* cairo, double x, double y) { set.draw(cairo, x, y); });
  }

  [[nodiscard]] WheelOptions wheel_options(bool legend) const {
    auto wheel = options_.wheel;
    wheel.theme = Theme::light;
    wheel.detail = WheelDetail::full;
    wheel.legend = legend;
    wheel.language = draft_.language;
    return wheel;
  }

  void wheel(double width, bool legend) {
    set_scene(flow_, wheel_scene(chart_, wheel_options(legend), words_), width);
    flow_.space(4);
  }

  void section(Section const& part) {
    bool const has_strip =
        std::ranges::any_of(draft_.strips, [&](Strip const& strip) { return home_of(strip.id) == part.id; });
    flow_.heading(part.heading, has_strip ? 210 : 3 * body_type.leading);
    if (part.id == "answer")
      for (auto const& score : draft_.scores) set_score(flow_, score);
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
    constexpr double both = 655;
    flow_.need(told ? 0 : both);
    if (!told) {
      flow_.heading(words_("frame", "heading", "positions"), 200);
      set_positions(flow_, chart_, options_.wheel.bodies, words_);
    }
    flow_.heading(words_("frame", "heading", "aspects"), 306);
    set_aspect_grid(flow_, chart_);
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
    flow_.need(height_of(lines) + 20);
    flow_.space(20);
    for (auto const& one : lines) {
      flow_.paragraph(one.lines, 0, one.doubt ? Draw(draw_doubt) : Draw());
      flow_.space(between_lines);
    }
  }

  /// The foot of a document of one page: the wheel, and how it was computed at its right.
  void wheel_with_colophon() {
    flow_.space(16);
    double const size = std::clamp(flow_.room(), 230.0, 330.0);
    constexpr double gap = 26;
    auto const lines = colophon_lines(text_width - size - gap);
    auto const scene = wheel_scene(chart_, wheel_options(false), words_);
    double const scale = size / scene.height;
    double const top = std::max(0.0, size - height_of(lines) - 12);
    flow_.put(size, [=](cairo_t* cairo, double x, double y) {
      cairo_save(cairo);
      cairo_translate(cairo, x, y);
      cairo_scale(cairo, scale, scale);
      paint(cairo, scene);
      cairo_restore(cairo);
      double at = y + top;
      for (auto const& one : lines) {
        one.lines.draw(cairo, x + size + gap, at);
        if (one.doubt) draw_doubt(cairo, x + size + gap, at);
        at += one.lines.height() + between_lines;
      }
    });
  }

  Draft const& draft_;
  Chart const& chart_;
  DocumentOptions const& options_;
  Words const& words_;
  Flow flow_;
  std::set<std::string, std::less<>> sections_;
  bool dates_told_ = false;
};

}  // namespace
}  // namespace kelisim::astro::report

namespace kelisim::astro {

std::string document_pdf(Draft const& draft, Chart const& chart, DocumentOptions const& options, Words const& words) {
  auto const flow = report::Composer{draft, chart, options, words}.compose();
  return report::write_pdf(flow, {.title = draft.title,
                                  .author = options.author,
                                  .subject = options.brand,
                                  .notice = draft.notice,
                                  .made_at = options.made_at});
}

std::vector<std::string> document_png(Draft const& draft, Chart const& chart, DocumentOptions const& options,
                                      Words const& words, int pixels) {
  auto const flow = report::Composer{draft, chart, options, words}.compose();
  return report::write_png(flow, draft.notice, pixels);
}

}  // namespace kelisim::astro
