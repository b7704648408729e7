#pragma once

#include "astro/ephemeris.h"

#include <concepts>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace kelisim::astro {

/// A fixed number of threads, each with its own Ephemeris, since the library behind it keeps its state per thread.
/// Made once by the server. Thread-safe. The destructor finishes what was accepted, then ends the threads.
class EphemerisPool {
 public:
  struct Options {
    std::size_t threads = 2;
    std::size_t waiting_max = 256;  ///< tasks that may wait; one more is refused with a retryable Fault
    std::string folder = std::string(default_ephemeris_folder);
  };

  /// Fault when a data file is missing: it is named.
  explicit EphemerisPool(Options options);
  ~EphemerisPool();
  EphemerisPool(EphemerisPool const&) = delete;
  EphemerisPool& operator=(EphemerisPool const&) = delete;

  /// Runs `task(ephemeris)` on a thread of the pool. What it throws comes out of the future. A task must not wait for
  /// another task of the same pool.
  template <std::invocable<Ephemeris&> Task>
  [[nodiscard]] std::future<std::invoke_result_t<Task, Ephemeris&>> submit(Task task) {
    using Answer = std::invoke_result_t<Task, Ephemeris&>;
    auto work = std::make_shared<std::packaged_task<Answer(Ephemeris&)>>(std::move(task));
    auto answer = work->get_future();
    enqueue([work](Ephemeris& ephemeris) { (*work)(ephemeris); });
    return answer;
  }

  /// As `submit`, and waits.
  template <std::invocable<Ephemeris&> Task>
  std::invoke_result_t<Task, Ephemeris&> run(Task task) {
    return submit(std::move(task)).get();
  }

 private:
  struct State;
  void enqueue(std::function<void(Ephemeris&)> task);
  std::unique_ptr<State> state_;
};

}  // namespace kelisim::astro
