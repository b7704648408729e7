#pragma once

#include "kernel/civil.h"
#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kelisim::json {

/// The wording of a clause in the language asked for; empty when there is none.
using ClauseWording = std::function<std::string(Clause const&)>;

/// Appends JSON text. The caller keeps the nesting right; the writer sets the commas.
class Writer {
 public:
  /// Without a wording a clause is written as its id and number only.
  explicit Writer(ClauseWording const* wording = nullptr) : wording_(wording) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void boolean(bool value);
  void whole(std::int64_t value);
  /// Valid UTF-8; what is not is replaced by U+FFFD.
  void text(std::string_view value);
  void instant(Instant value);
  void date(CivilDate value);
  void time(CivilTime value);
  void money(Money value);
  void clause(Clause const& value);
  void any(boost::json::value const& value);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quoted(std::string_view value);

  std::string out_;
  bool fresh_ = true;  ///< nothing stands before the next value on its level
  ClauseWording const* wording_;
};

}  // namespace kelisim::json
