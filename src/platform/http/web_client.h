#pragma once

#include "http/request.h"
#include "http/target.h"
#include "platform/files/static_files.h"

#include <optional>

namespace kelisim::http {

/// The built web client's files as answers. A navigation to any page of the client is given index.html.
class WebClient {
 public:
  /// `shows_screens`: its pages may ask for the picture of the person's own screen. No other answer ever may.
  explicit WebClient(std::optional<std::filesystem::path> const& folder, bool shows_screens = false);

  /// Nothing when there is no such file and this is no navigation.
  [[nodiscard]] std::optional<Response> find(Request const& request, Target const& target) const;

 private:
  files::StaticFiles files_;
  bool shows_screens_;
};

}  // namespace kelisim::http
