#pragma once

#include "astro/chart.h"
#include "astro/draft.h"
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
