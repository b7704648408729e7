#pragma once

#include "paper/flow.h"

#include "kernel/instant.h"

#include <string>
#include <vector>

namespace kelisim::paper {

struct DocumentProperties {
  std::string title;
  std::string author;
  std::string subject;
  std::string notice;  ///< in every footer
  Instant made_at;     ///< instead of the clock
};

/// The same pages give the same bytes. A document that cannot be written is a Fault.
[[nodiscard]] std::string write_pdf(Flow const& flow, DocumentProperties const& properties);
/// One PNG file a page, `pixels` wide.
[[nodiscard]] std::vector<std::string> write_png(Flow const& flow, std::string const& notice, int pixels);

}  // namespace kelisim::paper
