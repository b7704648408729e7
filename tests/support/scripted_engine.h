#pragma once

#include "groups/engine.h"
#include "told.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace kelisim::test {

/// An engine of words alone: it notes what is asked of it, in order, and what it answers the test says, on the test's
/// thread. It outlives whoever asks.
class ScriptedEngine final : public groups::Engine {
 public:
  /// What the last room was asked to be.
  groups::RoomShape shape{};
  /// What the last line was given to hear with; the test keeps the ears of the lines that it speaks into.
  std::shared_ptr<groups::LineListener> ear;

  /// The next thing that was asked, waiting for it: `open`, `close`, `speak`, `mute`, `unmute`, `watch`, `answer`,
  /// `show`, `trickle`, `drop`.
  std::string asked() { return notes_.next(); }
  bool asked_more() { return notes_.has_more(); }
  /// Of the room that was asked for last.
  void answer_room(bool opened) {
    std::function<void(bool)> answer;
    {
      std::lock_guard const lock(mutex_);
      answer = opened_;
    }
    answer(opened);
  }
  void turn(bool up) {
    std::function<void(bool)> listener;
    {
      std::lock_guard const lock(mutex_);
      listener = listener_;
    }
    if (listener) listener(up);
  }

  void on_change(std::function<void(bool)> listener) override {
    {
      std::lock_guard const lock(mutex_);
      listener_ = listener;
    }
    if (listener) listener(true);
  }
  void open_room(std::string, groups::RoomShape wanted, std::function<void(bool)> opened) override {
    std::lock_guard const lock(mutex_);
    shape = wanted;
    opened_ = std::move(opened);
    notes_.tell("open");
  }
  void close_room(std::string) override { notes_.tell("close"); }
  std::shared_ptr<groups::SpeakingLine> speak(std::string, std::string, groups::Description,
                                              std::shared_ptr<groups::LineListener> listener) override {
    std::lock_guard const lock(mutex_);
    ear = std::move(listener);
    notes_.tell("speak");
    return std::make_shared<Speaking>(*this);
  }
  std::shared_ptr<groups::ViewingLine> watch(std::string, std::string,
                                             std::shared_ptr<groups::LineListener> listener) override {
    std::lock_guard const lock(mutex_);
    ear = std::move(listener);
    notes_.tell("watch");
    return std::make_shared<Viewing>(*this);
  }

 private:
  /// Notes what one line is asked, and that it was let go of.
  template <class Port>
  class Noting : public Port {
   public:
    explicit Noting(ScriptedEngine& engine) : engine_(engine) {}
    ~Noting() override { engine_.notes_.tell("drop"); }
    Noting(Noting const&) = delete;
    Noting& operator=(Noting const&) = delete;
    void trickle(groups::Candidate) override { engine_.notes_.tell("trickle"); }

   protected:
    ScriptedEngine& engine_;
  };
  class Speaking final : public Noting<groups::SpeakingLine> {
   public:
    using Noting::Noting;
    void mute(bool muted) override { engine_.notes_.tell(muted ? "mute" : "unmute"); }
  };
  class Viewing final : public Noting<groups::ViewingLine> {
   public:
    using Noting::Noting;
    void answer(groups::Description) override { engine_.notes_.tell("answer"); }
    void show(groups::Picture) override { engine_.notes_.tell("show"); }
  };

  std::mutex mutex_;
  Told<std::string> notes_;
  std::function<void(bool)> opened_;
  std::function<void(bool)> listener_;
};

}  // namespace kelisim::test
