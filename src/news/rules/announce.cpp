#include "news/rules/announce.h"

#include "terms/clauses.h"

namespace kelisim::news {

Announced decide_announcement(AnnounceFacts const& facts) {
  Announced announced{.account_news = true, .channels = {}, .because = terms::clause("HAR-4.1.2a")};
  if (facts.email_opt_in && facts.has_email) announced.channels.push_back(Channel::email);
  if (facts.sms_opt_in) announced.channels.push_back(Channel::sms);
  return announced;
}

}  // namespace kelisim::news
