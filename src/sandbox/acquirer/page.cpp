#include "acquirer/page.h"

#include "kernel/markup.h"

#include <fmt/format.h>

namespace kelisim::sandbox {
namespace {

struct Words {
  std::string_view language;
  std::string_view own_name;
  std::string_view title;
  std::string_view banner;
  std::string_view to_pay;
  std::string_view order;
  std::string_view pay;
  std::string_view decline;
  std::string_view leave;
  std::string_view no_card;
  std::string_view captured;
  std::string_view processing;
  std::string_view declined;
  std::string_view over;
  std::string_view back;
};

constexpr Words all_words[] = {
    {.language = "ru",
     .own_name = "Русский",
     .title = "Оплата",
     .banner = "Учебная страница оплаты. Деньги не списываются.",
     .to_pay = "К оплате",
     .order = "Номер заказа",
     .pay = "Оплатить",
     .decline = "Отклонить, как это сделал бы банк",
     .leave = "Уйти, не решив",
     .no_card = "Данные карты здесь не спрашивают. Никогда не вводите их на учебной странице.",
     .captured = "Оплата прошла.",
     .processing = "Банк ещё обрабатывает оплату.",
     .declined = "Банк отклонил оплату.",
     .over = "Время на оплату вышло.",
     .back = "Вернуться на сайт"},
    {.language = "kk",
     .own_name = "Қазақша",
     .title = "Төлем",
     .banner = "Оқу төлем беті. Ақша алынбайды.",
     .to_pay = "Төленетін сома",
     .order = "Тапсырыс нөмірі",
     .pay = "Төлеу",
     .decline = "Банк сияқты бас тарту",
     .leave = "Шешпей шығу",
     .no_card = "Мұнда карта деректері сұралмайды. Оларды оқу бетіне ешқашан енгізбеңіз.",
     .captured = "Төлем өтті.",
     .processing = "Банк төлемді әлі өңдеп жатыр.",
     .declined = "Банк төлемнен бас тартты.",
     .over = "Төлеу уақыты аяқталды.",
     .back = "Сайтқа оралу"},
    {.language = "en",
     .own_name = "English",
     .title = "Payment",
     .banner = "A rehearsal page. No money is taken.",
     .to_pay = "To pay",
     .order = "Order number",
     .pay = "Pay",
     .decline = "Decline, as a bank would",
     .leave = "Leave without deciding",
     .no_card = "No card details are asked here. Never enter them on a rehearsal page.",
     .captured = "The payment went through.",
     .processing = "The bank is still working on the payment.",
     .declined = "The bank declined the payment.",
     .over = "The time to pay is over.",
     .back = "Back to the site"},
};

Words const& words_of(std::string_view language) {
  auto const* found = std::ranges::find(all_words, language, &Words::language);
  return found == std::end(all_words) ? all_words[0] : *found;
}

/// `15 000,00 ₸`, the way sums are written here in all three languages.
std::string sum(Money amount) {
  auto const plain = to_decimal(amount);
  auto const point = plain.find('.');
  std::string out;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += "\u00a0";
    out += plain[i];
  }
  auto const sign = amount.currency() == Currency::KZT ? "₸" : "₽";
  return fmt::format("{},{}\u00a0{}", out, plain.substr(point + 1), sign);
}

std::string_view said_of(Showing state, Words const& words) {
  switch (state) {
    case Showing::open:
      return {};
    case Showing::processing:
      return words.processing;
    case Showing::captured:
      return words.captured;
    case Showing::declined:
      return words.declined;
    case Showing::over:
      return words.over;
  }
  return {};
}

std::string buttons(Showing state, Words const& words) {
  constexpr std::string_view button = R"(<button class="{}" name="choice" value="{}">{}</button>)";
  if (state != Showing::open) {
    return fmt::format(R"(<p class="outcome" role="status">{}</p>)", said_of(state, words)) +
           fmt::format(fmt::runtime(button), "main", "leave", words.back);
  }
  return fmt::format(fmt::runtime(button), "main", "pay", words.pay) +
         fmt::format(fmt::runtime(button), "plain", "decline", words.decline) +
         fmt::format(fmt::runtime(button), "plain", "leave", words.leave);
}

std::string languages(std::string_view current) {
  std::string links;
  for (auto const& words : all_words) {
    links += words.language == current ? fmt::format(R"(<span aria-current="true">{}</span>)", words.own_name)
                                       : fmt::format(R"(<a href="?lang={0}" hreflang="{0}" lang="{0}">{1}</a>)",
                                                     words.language, words.own_name);
  }
  return links;
}

}  // namespace

std::string payment_page(book::Payment const& payment, Showing state, std::string_view language) {
  auto const& words = words_of(language);
  constexpr std::string_view page = R"(<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} · sandbox</title>
<link rel="stylesheet" href="/acquirer.css">
</head>
<body>
<p class="banner" role="note"><strong>SANDBOX</strong> {banner}</p>
<main>
<h1>{title}</h1>
<p class="what">{description}</p>
<dl>
<dt>{to_pay}</dt><dd class="sum">{sum}</dd>
<dt>{order_label}</dt><dd class="order">{order}</dd>
</dl>
<form method="post">{buttons}</form>
<p class="note">{no_card}</p>
</main>
<nav>{languages}</nav>
</body>
</html>
)";
  return fmt::format(fmt::runtime(page), fmt::arg("language", words.language), fmt::arg("title", words.title),
                     fmt::arg("banner", words.banner), fmt::arg("description", escaped(payment.details.description)),
                     fmt::arg("to_pay", words.to_pay), fmt::arg("sum", sum(payment.details.amount)),
                     fmt::arg("order_label", words.order), fmt::arg("order", escaped(payment.details.order_number)),
                     fmt::arg("buttons", buttons(state, words)), fmt::arg("no_card", words.no_card),
                     fmt::arg("languages", languages(words.language)));
}

std::string_view page_style() {
  return R"(*{box-sizing:border-box}
:root{color-scheme:light dark;--ground:#f4f6f5;--card:#fff;--ink:#1d2a2b;--soft:#566668;--line:#d5dedc;--act:#1f6f6b;
--act-ink:#fff;--warn:#fff2c9;--warn-ink:#5a4300}
@media (prefers-color-scheme:dark){:root{--ground:#141b1c;--card:#1d2728;--ink:#e8efee;--soft:#a5b5b4;--line:#334142;
--act:#6fc2bb;--act-ink:#0d1e1d;--warn:#3d3210;--warn-ink:#ffe39a}}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);
font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.banner{margin:0;padding:.75rem 1rem;background:var(--warn);color:var(--warn-ink);text-align:center}
.banner strong{letter-spacing:.08em;margin-right:.5rem}
main{max-width:28rem;margin:1.5rem auto;padding:1.5rem;background:var(--card);border:1px solid var(--line);
border-radius:1rem}
h1{margin:0 0 .25rem;font-size:1.5rem;line-height:1.2}
.what{margin:0 0 1rem;color:var(--soft);overflow-wrap:anywhere}
dl{margin:0 0 1.5rem;padding:1rem 0;border-block:1px solid var(--line)}
dt{color:var(--soft);font-size:.9375rem}
dd{margin:0}
.sum{font-size:2rem;font-weight:650;font-variant-numeric:tabular-nums;margin-bottom:.5rem}
.order{font-size:.9375rem;overflow-wrap:anywhere}
form{display:grid;gap:.75rem}
button{min-height:3rem;padding:.5rem 1rem;border-radius:.75rem;font:inherit;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid var(--act);outline-offset:3px}
.main{border:0;background:var(--act);color:var(--act-ink);font-weight:600}
.plain{border:1px solid var(--line);background:transparent;color:var(--ink)}
.outcome{margin:0;font-weight:600}
.note{margin:1.25rem 0 0;color:var(--soft);font-size:.9375rem}
nav{display:flex;justify-content:center;gap:1.25rem;padding:0 1rem 2rem}
nav a{color:var(--act);min-height:2rem}
@media (max-width:32rem){main{margin:1rem;padding:1.25rem}}
)";
}

}  // namespace kelisim::sandbox
