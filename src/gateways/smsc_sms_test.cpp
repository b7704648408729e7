#include "gateways/smsc_sms.h"

#include "platform/http/form.h"

#include <gtest/gtest.h>

namespace kelisim::gateways {
namespace {

/// Answers as it was told, and keeps the last form.
class Line final : public FormTransport {
 public:
  std::optional<Answer> answer;
  std::string url;
  std::string form;
  std::optional<Answer> post(std::string const& to, std::string const& text) override {
    url = to;
    form = text;
    return answer;
  }
};

notify::Handover send(Line& line) {
  SmscSms sms({"https://sms.example/send", "login", "secret"}, line);
  return sms.send({"1", PhoneNumber::parse("+77000000001").value(), "Код: 1 & 2"});
}

TEST(SmscSms, SendsOneFormWithEverythingInItsBody) {
  Line line;
  line.answer = {200, R"({"id": 5, "cnt": 1})"};
  EXPECT_EQ(send(line), notify::Handover::taken);
  EXPECT_EQ(line.url, "https://sms.example/send");
  auto const form = http::Form::parse(line.form).value();
  EXPECT_EQ(form.get("phones"), "+77000000001");
  EXPECT_EQ(form.get("mes"), "Код: 1 & 2");
  EXPECT_EQ(form.get("psw"), "secret");
}

TEST(SmscSms, TellsARefusalFromADelay) {
  Line line;
  line.answer = {200, R"({"error": "bad phone", "error_code": 7})"};
  EXPECT_EQ(send(line), notify::Handover::refused);
  for (auto const* body : {R"({"error": "no money", "error_code": 3})", "not json", "[]", ""}) {
    line.answer = {200, body};
    EXPECT_EQ(send(line), notify::Handover::try_again) << body;
  }
  line.answer = {500, R"({"id": 5})"};
  EXPECT_EQ(send(line), notify::Handover::try_again);
  line.answer = std::nullopt;
  EXPECT_EQ(send(line), notify::Handover::try_again);
}

}  // namespace
}  // namespace kelisim::gateways
