#include "ledger/ledger.h"

#include "kernel/ensure.h"

namespace kelisim::ledger {
namespace {

template <class Word, std::size_t n>
std::string_view text_of(std::array<std::pair<Word, std::string_view>, n> const& words, Word word) {
  auto const found = std::ranges::find(words, word, &std::pair<Word, std::string_view>::first);
  ENSURE(found != words.end());
  return found->second;
}

template <class Word, std::size_t n>
std::optional<Word> word_of(std::array<std::pair<Word, std::string_view>, n> const& words, std::string_view text) {
  auto const found = std::ranges::find(words, text, &std::pair<Word, std::string_view>::second);
  return found == words.end() ? std::nullopt : std::optional(found->first);
}

constexpr std::array<std::pair<AccountKind, std::string_view>, 8> account_kinds{{
    {AccountKind::acquirer, "acquirer"},
    {AccountKind::prepaid_specialist, "prepaid_specialist"},
    {AccountKind::prepaid_commission, "prepaid_commission"},
    {AccountKind::specialist_payable, "specialist_payable"},
    {AccountKind::commission_revenue, "commission_revenue"},
    {AccountKind::refund_due, "refund_due"},
    {AccountKind::goodwill, "goodwill"},
    {AccountKind::gateway_fee, "gateway_fee"},
}};

constexpr std::array<std::pair<TransactionKind, std::string_view>, 7> transaction_kinds{{
    {TransactionKind::capture, "capture"},
    {TransactionKind::earned, "earned"},
    {TransactionKind::refund, "refund"},
    {TransactionKind::refund_paid, "refund_paid"},
    {TransactionKind::gateway_fee, "gateway_fee"},
    {TransactionKind::payout, "payout"},
    {TransactionKind::correction, "correction"},
}};

}  // namespace

std::string_view to_text(AccountKind kind) { return text_of(account_kinds, kind); }
std::optional<AccountKind> parse_account_kind(std::string_view text) { return word_of(account_kinds, text); }
std::string_view to_text(TransactionKind kind) { return text_of(transaction_kinds, kind); }
std::optional<TransactionKind> parse_transaction_kind(std::string_view text) {
  return word_of(transaction_kinds, text);
}

}  // namespace kelisim::ledger
