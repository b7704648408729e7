#pragma once

#include "kernel/clause.h"
#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kelisim::http {

/// What is wrong with one field: `code` is a stable word (`missing`, `too_long`, `unknown_field`, …).
struct FieldError {
  std::string path;
  std::string code;
};

/// A "no" on its way out as application/problem+json. `code` is stable and has a text in every language under
/// `problem.<code>`; `params` fill that text. Whatever the use case wrote is undone unless `keep_effects` says that
/// the attempt itself must stay on record (a counted wrong code).
struct Problem {
  int status = 400;
  std::string_view code;
  std::optional<Clause> clause = std::nullopt;
  std::vector<std::pair<std::string, std::string>> params = {};
  std::vector<FieldError> errors = {};
  std::optional<int> retry_after_seconds = std::nullopt;
  bool keep_effects = false;
};

template <class Answer>
using Reply = Result<Answer, Problem>;
using Refused = Failure<Problem>;

/// The body or answer of a route that has none (204).
struct Nothing {};

/// An answer that is not JSON: a download, a page of the sandbox, a gateway's XML.
struct Document {
  std::string content_type = {};
  std::string body = {};
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers = {};
};

/// A request body that the handler reads by itself, as it arrived (a gateway's form or XML).
struct RawBody {
  std::string content_type;
  std::string text;
};

}  // namespace kelisim::http
