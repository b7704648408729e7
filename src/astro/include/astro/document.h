#pragma once

#include "astro/birth.h"
#include "astro/chart.h"
#include "astro/draft.h"
#include "astro/services.h"
#include "astro/wheel.h"

#include <string>
#include <vector>

namespace kelisim::astro {

struct DocumentOptions {
  std::string brand;               ///< above the title
  std::vector<std::string> lines;  ///< under the title: whose chart it is, date, time, offset and place
  std::string author;              ///< the astrologer; also in the file's properties; may be empty
  Instant made_at;     ///< the instant of the input: the file's date, so that the same input gives the same bytes
  WheelOptions wheel;  ///< mark, ranges and transits; theme, detail, legend and language are the document's
};

/// `1 июля 1985`, `1985 ж. 1 шілде`, `1 July 1985`.
[[nodiscard]] std::string long_date(CivilDate date, Language language, Words const& words);
/// A birth in one line: date, time with its uncertainty, the applied offset, place.
[[nodiscard]] std::string birth_line(BirthMoment const& birth, Language language, Words const& words);
/// What stands under the title: the birth; or the matter of a question and its moment, or of an election and its
/// days, and where.
[[nodiscard]] std::vector<std::string> title_lines(ServiceInput const& input, Words const& words);

/// What the Moon runs through while the time of birth is unknown; nothing when it is known.
[[nodiscard]] std::vector<LongitudeRange> moon_range(Ephemeris& ephemeris, BirthMoment const& birth);
/// The wheel beside a service's draft: its language, the Moon's arc, and the Sun marked where it is the matter.
[[nodiscard]] WheelOptions wheel_options(Ephemeris& ephemeris, ServiceInput const& input);

/// A4 as PDF: title page with the wheel and the first section, the draft's sections with their tables, strips and
/// dates, positions and aspects, how it was computed. Fonts (PT Serif and PT Sans, or what stands for them on a
/// system without them) are embedded; the wheel is drawn from the same geometry as the SVG; the notice stands in
/// every footer; headings are the outline; paragraphs that need a better time of birth are marked in the margin. The
/// same arguments give the same bytes on the same machine. `words` also needs the groups `document` and `label`.
[[nodiscard]] std::string document_pdf(Draft const& draft, Chart const& chart, DocumentOptions const& options,
                                       Words const& words);

/// Every page of the same document as a PNG file, `pixels` wide.
[[nodiscard]] std::vector<std::string> document_png(Draft const& draft, Chart const& chart,
                                                    DocumentOptions const& options, Words const& words, int pixels);

}  // namespace kelisim::astro
