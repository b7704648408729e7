#include "http/urgent_page.h"

#include "kernel/markup.h"
#include "rules/contacts.h"

#include <fmt/format.h>

namespace kelisim::crisis {
namespace {

std::string words(terms::Brand const& brand, std::string_view key, std::string const& language) {
  return escaped(brand.notice("words", key, language).value_or(""));
}

std::string line_of(terms::EmergencyContact const& contact, std::string const& language) {
  auto const phone = escaped(contact.phone);
  return fmt::format("<li><a href=\"tel:{}\">{}</a> <strong>{}</strong><br>{}</li>\n", phone, phone,
                     escaped(contact.name.find(language)->second), escaped(contact.text.find(language)->second));
}

std::string section(terms::Brand const& brand, std::string const& language, std::string_view country) {
  std::string lists;
  std::string_view under;
  auto const contacts = contacts_for(brand, country);
  for (auto const& contact : contacts) {
    if (contact.country != under) {
      lists += fmt::format("{}<h3>{}</h3><ul>\n", under.empty() ? "" : "</ul>\n",
                           words(brand, "country_" + contact.country, language));
      under = contact.country;
    }
    lists += line_of(contact, language);
  }
  auto const name = escaped(language);
  return fmt::format("<section lang=\"{}\" id=\"{}\"><h2>{}</h2>\n{}</ul></section>\n", name, name,
                     words(brand, "urgent_help", language), lists);
}

}  // namespace

std::string urgent_page(terms::Brand const& brand, std::string_view language, std::string_view country) {
  auto const& spoken = brand.spoken(language);
  auto sections = section(brand, spoken, country);
  std::string ways;
  for (auto const& other : brand.languages) {
    if (other == spoken) continue;
    sections += section(brand, other, country);
    ways += fmt::format("<a href=\"#{}\" lang=\"{}\">{}</a> ", escaped(other), escaped(other),
                        words(brand, "urgent_help", other));
  }
  auto const& provider = brand.provider;
  // HAR-4.2.14a: the contacts of the staff stand at the foot of every page.
  auto const foot =
      fmt::format("<footer><p>{}: <a href=\"mailto:{}\">{}</a>, <a href=\"tel:{}\">{}</a></p></footer>",
                  escaped(provider.display_name), escaped(provider.support_email), escaped(provider.support_email),
                  escaped(provider.support_phone), escaped(provider.support_phone));
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<link rel=\"stylesheet\" href=\"/offline.css\">"
      "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">"
      "<title>{}</title></head><body><main class=\"help\">\n<h1>{}</h1>\n<nav>{}</nav>\n{}</main>{}</body></html>\n",
      escaped(spoken), words(brand, "urgent_help", spoken), escaped(brand.name), ways, sections, foot);
}

}  // namespace kelisim::crisis
