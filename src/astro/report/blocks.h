#pragma once

#include "report/canvas.h"
#include "report/palette.h"

#include "astro/chart.h"
#include "astro/draft.h"
#include "astro/wheel.h"

#include "kernel/civil.h"
#include "paper/flow.h"

namespace kelisim::astro::report {

/// The parts a document is put together from; each sets itself at the end of the flow.

/// The dots in the margin beside a line of what rests on a time of birth known too poorly.
void draw_doubt(cairo_t* cairo, double x, double y);
void set_paragraph(Flow& flow, Paragraph const& paragraph);
/// A drawing `width` points wide, centred.
void set_scene(Flow& flow, Scene scene, double width);

/// Long cells are set as cards, one a row, everything else as a table whose head is repeated on every page.
void set_table(Flow& flow, Table const& table);
/// The same rows as cards with a bar for the score in the third column: windows of time.
void set_windows(Flow& flow, Table const& table);

/// Months as bars up and down, or days as fields month by month, as the labels say; support, even and care differ in
/// shape too.
void set_strip(Flow& flow, Strip const& strip, Words const& words);
/// A track from `min` to `max` with the value on it.
[[nodiscard]] Draw score_drawing(Flow const& flow, Score const& score);
inline constexpr double score_height = 36;
/// A row for each action with a square for each of 21 days.
void set_checklist(Flow& flow, std::vector<std::string> const& actions);
/// The local days and times of the draft's zone.
void set_dates(Flow& flow, Draft const& draft, Words const& words);

/// Every body with its sign, house and condition.
void set_positions(Flow& flow, Chart const& chart, std::vector<Body> const& bodies, Words const& words);
/// The triangle of aspects among the planets and the angles. `beside` is drawn in the empty corner at its right,
/// which begins `grid_corner` from the left edge.
void set_aspect_grid(Flow& flow, Chart const& chart, Draw const& beside);
inline constexpr double grid_corner = 262;

/// `3.12.2026` in words of the language: `3 дек 2026`.
[[nodiscard]] std::string short_date(CivilDate date, Words const& words);

}  // namespace kelisim::astro::report
