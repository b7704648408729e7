#include "words.h"

#include "kernel/ensure.h"

namespace kelisim::orders {
namespace {

template <class Word>
struct Named {
  Word word;
  std::string_view text;
};

template <class Word, std::size_t n>
std::string_view text_of(Named<Word> const (&words)[n], Word word) {
  auto const* found = std::ranges::find(words, word, &Named<Word>::word);
  ENSURE(found != std::end(words));
  return found->text;
}

template <class Word, std::size_t n>
Word word_of(Named<Word> const (&words)[n], std::string_view text) {
  auto const* found = std::ranges::find(words, text, &Named<Word>::text);
  ENSURE(found != std::end(words));
  return found->word;
}

constexpr Named<OrderState> order_states[] = {
    {OrderState::open, "open"},           {OrderState::paid, "paid"},         {OrderState::earned, "earned"},
    {OrderState::returning, "returning"}, {OrderState::returned, "returned"}, {OrderState::closed, "closed"},
};

constexpr Named<PaymentState> payment_states[] = {
    {PaymentState::created, "created"},
    {PaymentState::preparing, "preparing"},
    {PaymentState::waiting_for_client, "waiting_for_client"},
    {PaymentState::captured, "captured"},
    {PaymentState::failed, "failed"},
    {PaymentState::expired, "expired"},
};

constexpr Named<RefundState> refund_states[] = {
    {RefundState::requested, "requested"},
    {RefundState::sending, "sending"},
    {RefundState::confirmed, "confirmed"},
    {RefundState::stuck, "stuck"},
};

constexpr Named<PaymentFailure> failures[] = {
    {PaymentFailure::declined, "declined"},
    {PaymentFailure::expired, "expired"},
    {PaymentFailure::unavailable, "unavailable"},
    {PaymentFailure::wrong_amount, "wrong_amount"},
};

constexpr Named<Purpose> purposes[] = {{Purpose::price, "price"}, {Purpose::give_back, "return"}};

constexpr Named<CaseKind> case_kinds[] = {
    {CaseKind::wrong_amount, "wrong_amount"},
    {CaseKind::double_capture, "double_capture"},
    {CaseKind::unreadable_capture, "unreadable_capture"},
    {CaseKind::foreign_answer, "foreign_answer"},
    {CaseKind::capture_changed, "capture_changed"},
    {CaseKind::refunded_elsewhere, "refunded_elsewhere"},
    {CaseKind::refund_stuck, "refund_stuck"},
    {CaseKind::gateway_settings, "gateway_settings"},
};

}  // namespace

std::string_view to_text(OrderState state) { return text_of(order_states, state); }
std::string_view to_text(PaymentState state) { return text_of(payment_states, state); }
std::string_view to_text(RefundState state) { return text_of(refund_states, state); }
std::string_view to_text(PaymentFailure failure) { return text_of(failures, failure); }
std::string_view to_text(Purpose purpose) { return text_of(purposes, purpose); }
std::string_view to_text(CaseKind kind) { return text_of(case_kinds, kind); }

OrderState order_state(std::string_view text) { return word_of(order_states, text); }
PaymentState payment_state(std::string_view text) { return word_of(payment_states, text); }
RefundState refund_state(std::string_view text) { return word_of(refund_states, text); }
PaymentFailure payment_failure(std::string_view text) { return word_of(failures, text); }
Purpose purpose(std::string_view text) { return word_of(purposes, text); }

}  // namespace kelisim::orders
