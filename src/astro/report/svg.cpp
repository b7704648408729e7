#include "report/svg.h"

#include "kernel/markup.h"

#include <fmt/format.h>

#include <cmath>

namespace kelisim::astro::report {
namespace {

/// Two decimals at most: a hundredth of a unit is never seen.
std::string number(double value) {
  double const rounded = std::round(value * 100) / 100;
  return rounded == 0 ? "0" : fmt::format("{}", rounded);
}

std::string hex(Colour colour) { return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue); }

class Writer {
 public:
  explicit Writer(Scene const& scene) {
    auto const title = escaped(scene.title);
    auto const language = escaped(scene.language);
    out_ += fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" xml:lang="{}" lang="{}" )"
        R"(aria-label="{}"><title>{}</title><desc>{}</desc>)",
        number(scene.width), number(scene.height), language, language, title, title, escaped(scene.description));
    out_ += fmt::format(
        R"(<g font-family="'{}','Noto Sans','DejaVu Sans',Arial,sans-serif" fill="none" stroke-linecap="round" )"
        R"(stroke-linejoin="round">)",
        scene_font);
    for (auto const& element : scene.elements) std::visit(*this, element);
    out_ += "</g></svg>\n";
  }

  void operator()(Outline const& outline) {
    out_ += R"(<path d=")" + data(outline.path) + '"';
    if (outline.fill) {
      out_ += fmt::format(R"( fill="{}")", hex(outline.fill->colour));
      if (outline.fill->opacity < 1) out_ += fmt::format(R"( fill-opacity="{}")", number(outline.fill->opacity));
    }
    if (outline.stroke) stroke(*outline.stroke);
    out_ += "/>";
  }

  void operator()(GlyphMark const& mark) {
    double const scale = mark.size / glyph_box;
    out_ += fmt::format(R"~(<path transform="translate({} {})scale({})" stroke="{}" stroke-width="{}" d="{}"/>)~",
                        number(mark.centre.x - mark.size / 2), number(mark.centre.y - mark.size / 2),
                        fmt::format("{:.3g}", scale), hex(mark.colour), number(glyph_stroke * mark.weight),
                        data(glyph_path(mark.glyph)));
  }

  void operator()(Label const& label) {
    static constexpr std::array<std::string_view, 3> anchors = {"start", "middle", "end"};
    out_ += fmt::format(R"(<text x="{}" y="{}" font-size="{}" text-anchor="{}" fill="{}"{}>{}</text>)",
                        number(label.at.x), number(label.at.y + digit_middle * label.size), number(label.size),
                        anchors.at(static_cast<std::size_t>(label.anchor)), hex(label.colour),
                        label.bold ? R"( font-weight="700")" : "", escaped(label.text));
  }

  void operator()(GroupStart const& group) {
    out_ += fmt::format(R"(<g data-name="{}"><title>{}</title>)", escaped(group.name), escaped(group.title));
  }

  void operator()(GroupEnd const& /*group*/) { out_ += "</g>"; }

  std::string take() { return std::move(out_); }

 private:
  void stroke(Stroke const& pen) {
    out_ += fmt::format(R"( stroke="{}" stroke-width="{}")", hex(pen.colour), number(pen.width));
    if (pen.opacity < 1) out_ += fmt::format(R"( stroke-opacity="{}")", number(pen.opacity));
    if (pen.dash.empty()) return;
    std::string dash;
    for (double const length : pen.dash) dash += (dash.empty() ? "" : " ") + number(length);
    out_ += fmt::format(R"( stroke-dasharray="{}")", dash);
  }

  static std::string point(Point at) { return number(at.x) + ' ' + number(at.y); }

  static std::string data(Path const& path) {
    std::string text;
    bool drawing = false;
    for (auto const& step : path) {
      switch (step.kind) {
        case PathStep::Kind::move:
          text += 'M' + point(step.a);
          break;
        case PathStep::Kind::line:
          text += 'L' + point(step.a);
          break;
        case PathStep::Kind::cubic:
          text += 'C' + point(step.a) + ' ' + point(step.b) + ' ' + point(step.c);
          break;
        case PathStep::Kind::arc:
          text += arc_data(step, drawing);
          break;
        case PathStep::Kind::close:
          text += 'Z';
          break;
      }
      drawing = step.kind != PathStep::Kind::close;
    }
    return text;
  }

  /// SVG has no arc of a whole turn, and none that names its centre.
  static std::string arc_data(PathStep const& step, bool joined) {
    std::string text = (joined ? 'L' : 'M') + point(on_circle(step.a, step.radius, step.from));
    double const sweep = step.to - step.from;
    int const pieces = std::abs(sweep) > 359 ? 2 : 1;
    for (int piece = 1; piece <= pieces; ++piece) {
      double const turned = sweep * piece / pieces;
      text += fmt::format("A{} {} 0 {} {} {}", number(step.radius), number(step.radius),
                          std::abs(sweep / pieces) > 180 ? 1 : 0, sweep > 0 ? 1 : 0,
                          point(on_circle(step.a, step.radius, step.from + turned)));
    }
    return text;
  }

  std::string out_;
};

}  // namespace

std::string to_svg(Scene const& scene) { return Writer{scene}.take(); }

}  // namespace kelisim::astro::report
