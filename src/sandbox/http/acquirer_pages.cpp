#include "http/acquirer_pages.h"

#include "acquirer/page.h"
#include "gateways/freedompay_message.h"

namespace kelisim::sandbox {
namespace {

using http::Document;
using http::Method;
using http::Nothing;
using http::RawBody;

constexpr http::Problem no_page{.status = 404, .code = "not_found"};

/// The page stands on another host than the shop, to which its form leads: the form's policy is left open, and the
/// browser is let say where the form came from, which the listener checks.
http::Document html(std::string body) {
  return {.content_type = "text/html; charset=utf-8",
          .body = std::move(body),
          .status = 200,
          .headers = {{"Content-Security-Policy",
                       "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"},
                      {"Referrer-Policy", "same-origin"}}};
}

std::optional<PageChoice> choice_of(RawBody const& body) {
  auto const form = gateways::freedompay::parse_form(body.text);
  auto const word = form ? gateways::freedompay::value(*form, "choice") : std::nullopt;
  if (word == "pay") return PageChoice::pay;
  if (word == "decline") return PageChoice::decline;
  if (word == "leave") return PageChoice::leave;
  return std::nullopt;
}

void add_script(http::Routes& routes, SandboxAcquirer& acquirer, std::string_view path, std::string_view name) {
  http::RouteOptions options{.effect = http::Effect::writes};
  options.summary = "A call of the card gateway's protocol";
  routes.add(http::Route<Access::gateway, RawBody, Document>{Method::post, path, name, options},
             [&acquirer, script = path.substr(1)](http::Call& call, RawBody const& body) -> http::Reply<Document> {
               return acquirer.call(call.tx, call.now, script, body.text);
             });
}

}  // namespace

void add_acquirer_pages(http::Routes& routes, SandboxAcquirer& acquirer) {
  add_script(routes, acquirer, "/init_payment.php", "acquirer_init_payment");
  add_script(routes, acquirer, "/get_status3.php", "acquirer_get_status");
  add_script(routes, acquirer, "/revoke.php", "acquirer_revoke");
  add_script(routes, acquirer, "/cancel.php", "acquirer_cancel");
  routes.add(http::Route<Access::anyone, Nothing, Document>{Method::get, "/acquirer.css", "acquirer_style"},
             [](http::Call&, Nothing const&) -> http::Reply<Document> {
               return Document{.content_type = "text/css; charset=utf-8", .body = std::string(page_style())};
             });
  http::RouteOptions shown;
  shown.query = {{.name = "lang", .description = "ru, kk or en"}};
  routes.add(http::Route<Access::anyone, Nothing, Document>{Method::get, "/pay/{token}", "acquirer_page", shown},
             [&acquirer](http::Call& call, Nothing const&) -> http::Reply<Document> {
               auto page = acquirer.page(call.tx, call.now, call.path("token"), call.query("lang").value_or(""));
               if (!page) return http::Refused(no_page);
               return html(std::move(page->body));
             });
  routes.add(http::Route<Access::anyone, RawBody, Document>{Method::post, "/pay/{token}", "acquirer_choose"},
             [&acquirer](http::Call& call, RawBody const& body) -> http::Reply<Document> {
               auto const choice = choice_of(body);
               if (!choice) return http::Refused(http::Problem{.status = 400, .code = "bad_choice"});
               auto const to = acquirer.choose(call.tx, call.now, call.path("token"), *choice);
               if (!to) return http::Refused(no_page);
               auto answer = html({});
               answer.status = 303;
               answer.headers.emplace_back("Location", *to);
               return answer;
             });
}

}  // namespace kelisim::sandbox
