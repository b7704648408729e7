#include "letters/letter.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace kelisim::letters {
namespace {

constexpr std::size_t text_max = 3000;
constexpr std::size_t subject_max = 200;
constexpr std::size_t address_max = 254;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string owned_text(char* text) {
  if (text == nullptr) return {};
  std::unique_ptr<char, decltype(&g_free)> const freed(text, g_free);
  std::unique_ptr<char, decltype(&g_free)> const valid(g_utf8_make_valid(text, -1), g_free);
  return valid.get();
}

std::string_view text_or_empty(char const* text) { return text == nullptr ? std::string_view() : text; }

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), [](char c) { return g_ascii_tolower(c); });
  return lowered;
}

/// As a line or a text of a person: no control characters but the line break.
std::string cleaned(std::string text) {
  std::erase_if(text, [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == '\x7f'; });
  auto const first = text.find_first_not_of(" \n");
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \n") + 1 - first);
}

/// The first characters, whole ones.
std::string_view beginning(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (at < text.size() && characters > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    --characters;
  }
  return text.substr(0, at);
}

/// Empty where From holds no address, or more than one.
std::string sender_of(GMimeMessage* message) {
  auto* const list = g_mime_message_get_from(message);
  if (list == nullptr || internet_address_list_length(list) != 1) return {};
  auto* const only = internet_address_list_get_address(list, 0);
  if (!INTERNET_ADDRESS_IS_MAILBOX(only)) return {};
  return lower(text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(only))));
}

std::string header_of(GMimeMessage* message, char const* name) {
  return lower(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), name)));
}

bool is_automatic(GMimeMessage* message) {
  auto const submitted = header_of(message, "Auto-Submitted");
  auto const precedence = header_of(message, "Precedence");
  return (!submitted.empty() && submitted != "no") || precedence == "bulk" || precedence == "list" ||
         precedence == "junk" || !header_of(message, "List-Id").empty() || header_of(message, "Return-Path") == "<>";
}

/// Of the first Authentication-Results that our own mail server wrote.
Signature signature_of(GMimeMessage* message, std::string_view authserv_id) {
  if (authserv_id.empty()) return Signature::unchecked;
  auto* const headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
  for (int at = 0; at < g_mime_header_list_get_count(headers); ++at) {
    auto* const header = g_mime_header_list_get_header_at(headers, at);
    if (lower(g_mime_header_get_name(header)) != "authentication-results") continue;
    auto const value = lower(text_or_empty(g_mime_header_get_value(header)));
    auto const end_of_id = value.find_first_of("; \t");
    if (value.substr(0, end_of_id) != lower(authserv_id)) continue;
    if (value.find("dkim=pass") != std::string::npos) return Signature::passed;
    return value.find("dkim=none") != std::string::npos || value.find("dkim=") == std::string::npos
               ? Signature::absent
               : Signature::failed;
  }
  return Signature::unchecked;
}

struct Body {
  std::string text;
  std::int64_t attachments = 0;
};

void look_at(GMimeObject*, GMimeObject* part, gpointer user) {
  auto& body = *static_cast<Body*>(user);
  if (GMIME_IS_MULTIPART(part)) return;
  auto const* const disposition = g_mime_object_get_disposition(part);
  auto const attached = disposition != nullptr && lower(disposition) == "attachment";
  auto const is_plain = GMIME_IS_TEXT_PART(part) &&
                        g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "plain") != 0;
  if (is_plain && !attached && body.text.empty()) {
    body.text = cleaned(owned_text(g_mime_text_part_get_text(GMIME_TEXT_PART(part))));
  } else if (attached || !GMIME_IS_TEXT_PART(part)) {
    ++body.attachments;
  }
}

}  // namespace

Result<Letter, NoLetter> read_letter(std::string_view message, std::string_view authserv_id) {
  static std::once_flag begun;
  std::call_once(begun, [] { g_mime_init(); });
  if (message.size() > message_max) return Failure(NoLetter::too_long);
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
  Owned<GMimeParser> const parser(g_mime_parser_new_with_stream(stream.get()));
  Owned<GMimeMessage> const parsed(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!parsed) return Failure(NoLetter::no_sender);
  auto from = sender_of(parsed.get());
  if (from.empty() || from.size() > address_max) return Failure(NoLetter::no_sender);
  Body body;
  if (auto* const root = g_mime_message_get_mime_part(parsed.get()); root != nullptr) {
    if (GMIME_IS_MULTIPART(root)) {
      g_mime_multipart_foreach(GMIME_MULTIPART(root), look_at, &body);
    } else {
      look_at(nullptr, root, &body);
    }
  }
  auto const* const subject = g_mime_message_get_subject(parsed.get());
  auto title = subject == nullptr ? std::string() : cleaned(owned_text(g_strdup(subject)));
  std::ranges::replace(title, '\n', ' ');
  auto const text = beginning(body.text, text_max);
  return Letter{.from = std::move(from),
                .subject = std::string(beginning(title, subject_max)),
                .text = std::string(text),
                .cut = text.size() < body.text.size(),
                .attachments = body.attachments,
                .signature = signature_of(parsed.get(), authserv_id),
                .automatic = is_automatic(parsed.get())};
}

}  // namespace kelisim::letters
