#include "rules/contacts.h"

#include <algorithm>
#include <iterator>

namespace kelisim::crisis {

std::vector<terms::EmergencyContact> contacts_for(terms::Brand const& brand, std::string_view country) {
  auto const theirs = [country](terms::EmergencyContact const& contact) { return contact.country == country; };
  auto const others = [&theirs](terms::EmergencyContact const& contact) { return !theirs(contact); };
  std::vector<terms::EmergencyContact> contacts;
  std::ranges::copy_if(brand.emergency_contacts, std::back_inserter(contacts), theirs);
  std::ranges::copy_if(brand.emergency_contacts, std::back_inserter(contacts), others);
  return contacts;
}

}  // namespace kelisim::crisis
