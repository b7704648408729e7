#pragma once

#include "http/edge.h"
#include "http/router.h"
#include "http/target.h"

#include <functional>
#include <memory>

namespace kelisim::http {

/// One request for a route on its way through its transaction. Lives until its answer is given.
class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  using Answer = std::move_only_function<void(Response)>;

  Exchange(Edge const& edge, Request request, Target target, Router::Match match, Answer answer);

  /// Answers before it returns, or later from a database thread.
  void start();

 private:
  void prepare();
  void read_body();
  /// Whether the same was answered to another visitor just now: then it is the answer.
  [[nodiscard]] bool find_kept();
  void submit();
  /// The work of the transaction; may run again from the start when the database asks for it.
  void work(db::Tx& tx);
  void work_once(db::Tx& tx, Caller const& caller);
  [[nodiscard]] Idempotency::Life life_of_answer() const;
  void handle(db::Tx& tx, Caller const& caller);
  /// With the words of the problem's clause where a transaction can be asked for them.
  void refuse(Problem const& problem, Caller const& caller, db::Tx* tx = nullptr);
  void finish(std::exception_ptr failure);
  void give();
  void add_session(Call::Outgoing const& outgoing);
  void check_headers() const;
  void tag();
  void spare_what_is_known();

  Edge const& edge_;
  InFlight::Guard in_flight_;
  Request request_;
  Call::Fields query_;
  Call::Fields path_;
  RouteEntry const& route_;
  Answer answer_;
  Instant received_;
  std::optional<std::string> token_;
  std::optional<Problem> early_;  ///< wrong already, told only to those whom the route admits
  std::shared_ptr<void const> body_;
  bool keyed_ = false;
  std::string question_;  ///< under which the answer is kept; empty when it is for nobody else
  KeptAnswers::Seen seen_;

  Response response_;
  std::optional<PersonId> person_;  ///< who asks, once that was looked at
  bool storable_ = false;
  std::vector<std::function<void()>> effects_;
};

}  // namespace kelisim::http
