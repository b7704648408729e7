#include "gateways/smtp_mail.h"

#include "kernel/ensure.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>

namespace kelisim::gateways {
namespace {

constexpr std::size_t base64_line = 76;
constexpr std::size_t word_bytes =
    45;  // of text in one RFC 2047 word: 60 letters of base64 and the frame stay under 75

std::string base64(std::string_view bytes) {
  std::string encoded((bytes.size() + 2) / 3 * 4 + 1, '\0');
  auto const length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                      reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
  encoded.resize(static_cast<std::size_t>(length));
  return encoded;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

bool continues_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// RFC 2047: encoded words of whole UTF-8 letters, folded.
std::string header_text(std::string_view text) {
  ENSURE(text.find_first_of("\r\n") == std::string_view::npos);
  if (is_plain(text)) return std::string(text);
  std::string words;
  while (!text.empty()) {
    auto cut = std::min(word_bytes, text.size());
    while (cut < text.size() && continues_a_letter(text[cut])) --cut;
    words += fmt::format("{}=?UTF-8?B?{}?=", words.empty() ? "" : "\r\n ", base64(text.substr(0, cut)));
    text = text.substr(cut);
  }
  return words;
}

std::string address(std::string_view text) {
  ENSURE(is_plain(text) && text.find_first_of("<> \t") == std::string_view::npos);
  return fmt::format("<{}>", text);
}

struct Upload {
  std::string_view rest;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* user) {
  auto& upload = *static_cast<Upload*>(user);
  auto const taken = upload.rest.copy(buffer, size * count);
  upload.rest.remove_prefix(taken);
  return taken;
}

/// 4xx and everything that stopped on the way may go better later; 5xx will not.
notify::Handover judge(CURLcode result, long reply) {
  if (result == CURLE_OK) return notify::Handover::taken;
  return reply >= 500 && reply < 600 ? notify::Handover::refused : notify::Handover::try_again;
}

}  // namespace

std::string compose(notify::Letter const& letter, SmtpSettings const& settings) {
  auto const at = settings.from.find('@');
  ENSURE(at != std::string::npos);
  auto text = fmt::format(
      "From: {} {}\r\nTo: {}\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
      "Auto-Submitted: auto-generated\r\n\r\n",
      header_text(settings.from_name), address(settings.from), address(letter.to), header_text(letter.subject),
      letter.message_id, settings.from.substr(at + 1));
  auto const body = base64(letter.body);
  for (std::size_t i = 0; i < body.size(); i += base64_line) text += body.substr(i, base64_line) + "\r\n";
  return text;
}

SmtpMail::SmtpMail(SmtpSettings settings) : settings_(std::move(settings)) {
  ENSURE(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
}

notify::Handover SmtpMail::send(notify::Letter const& letter) {
  auto const text = compose(letter, settings_);
  auto const from = address(settings_.from);
  auto const to = address(letter.to);
  Upload upload{text};
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> const curl(curl_easy_init(), curl_easy_cleanup);
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> const recipients(curl_slist_append(nullptr, to.c_str()),
                                                                               curl_slist_free_all);
  ENSURE(curl != nullptr && recipients != nullptr);
  auto* const handle = curl.get();
  curl_easy_setopt(handle, CURLOPT_URL, settings_.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, settings_.require_tls ? long{CURLUSESSL_ALL} : long{CURLUSESSL_TRY});
  if (!settings_.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, settings_.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, settings_.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, long{settings_.timeout_seconds});
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  auto const result = curl_easy_perform(handle);
  long reply = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply);
  return judge(result, reply);
}

}  // namespace kelisim::gateways
