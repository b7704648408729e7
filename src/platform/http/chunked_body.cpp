#include "http/chunked_body.h"

#include <algorithm>

namespace kelisim::http {
namespace {

constexpr std::size_t digits_max = 8;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::size_t ChunkedBody::feed(std::string_view bytes, std::string& body) {
  std::size_t used = 0;
  while (used < bytes.size() && state_ == State::more) {
    if (step_ != Step::data) {
      take(bytes[used++]);
      continue;
    }
    auto const part = bytes.substr(used, left_);
    if (body.size() + part.size() > body_max_) {
      state_ = State::too_long;
      break;
    }
    body += part;
    used += part.size();
    left_ -= part.size();
    if (left_ == 0) step_ = Step::data_cr;
  }
  return used;
}

void ChunkedBody::take(char c) {
  auto const expect = [&](char wanted, Step next) {
    c == wanted ? void(step_ = next) : void(state_ = State::malformed);
  };
  if (++line_bytes_ > line_max_ || ++frame_bytes_ > 6 * body_max_ + line_max_) {
    state_ = State::too_long;
    return;
  }
  switch (step_) {
    case Step::size:
      if (auto const digit = hex_digit(c); digit >= 0 && digits_ < digits_max) {
        left_ = left_ * 16 + static_cast<std::size_t>(digit);
        ++digits_;
      } else if (digits_ > 0 && (c == ';' || c == '\r')) {
        step_ = c == ';' ? Step::extension : Step::size_end;
      } else {
        state_ = State::malformed;
      }
      break;
    case Step::extension:
      if (c == '\r') {
        step_ = Step::size_end;
      } else if ((c < ' ' && c != '\t') || c == 0x7F) {
        state_ = State::malformed;
      }
      break;
    case Step::size_end:
      c == '\n' ? end_of_size() : void(state_ = State::malformed);
      break;
    case Step::data:
      break;
    case Step::data_cr:
      expect('\r', Step::data_lf);
      break;
    case Step::data_lf:
      expect('\n', Step::size);
      line_bytes_ = 0;
      break;
    case Step::last_cr:
      expect('\r', Step::last_lf);
      break;
    case Step::last_lf:
      state_ = c == '\n' ? State::done : State::malformed;
      break;
  }
}

void ChunkedBody::end_of_size() {
  step_ = left_ == 0 ? Step::last_cr : Step::data;
  digits_ = 0;
}

}  // namespace kelisim::http
