#pragma once

#include "kernel/instant.h"

#include <functional>
#include <memory>

namespace kelisim {

/// Calls `tick` every `period` of real time on a thread of its own until destroyed; a slow tick delays the next one.
/// For watching live connections: what is due by the business's clock is a job.
class Ticker {
 public:
  Ticker(Duration period, std::function<void()> tick);
  ~Ticker();
  Ticker(Ticker const&) = delete;
  Ticker& operator=(Ticker const&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kelisim
