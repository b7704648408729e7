#include "gateways/smtp_mail.h"

#include "kernel/ensure.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

namespace kelisim::gateways {
namespace {

/// tests/support/smtp_server.py as a child: it ends when its standard input closes.
class SmtpServer {
 public:
  SmtpServer() {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe(in.data()) != 0 || pipe(out.data()) != 0) throw std::runtime_error("no pipe");
    child_ = fork();
    if (child_ == 0) {
      dup2(in[0], 0);
      dup2(out[1], 1);
      close(in[1]);
      close(out[0]);
      execl("/usr/bin/python3", "python3", KELISIM_SOURCE_DIR "/tests/support/smtp_server.py", nullptr);
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    stdin_ = in[1];
    stdout_ = fdopen(out[0], "r");
    port_ = line();
  }
  SmtpServer(SmtpServer const&) = delete;
  SmtpServer& operator=(SmtpServer const&) = delete;
  ~SmtpServer() {
    close(stdin_);
    waitpid(child_, nullptr, 0);
    fclose(stdout_);
  }

  [[nodiscard]] std::string port() const { return port_; }
  /// The next line that the server prints.
  std::string line() {
    std::string text;
    for (int letter = fgetc(stdout_); letter != EOF && letter != '\n'; letter = fgetc(stdout_)) {
      text += static_cast<char>(letter);
    }
    return text;
  }

 private:
  pid_t child_ = 0;
  int stdin_ = -1;
  FILE* stdout_ = nullptr;
  std::string port_;
};

SmtpSettings settings(std::string const& port) {
  return {.url = "smtp://127.0.0.1:" + port,
          .from = "help@harmonia.example",
          .from_name = "ГАРМОНИЯ",
          .require_tls = false,
          .timeout_seconds = 60};
}

TEST(SmtpMail, HandsALetterToARealServer) {
  SmtpServer server;
  SmtpMail mail(settings(server.port()));
  auto const subject = std::string("HARMONIA: запись на 11 декабря 2026 г., 20:00 подтверждена, приходите вовремя");
  auto const body = std::string("Здравствуйте!\n.\nСумма 15\u00a0000\u00a0₸\n");
  EXPECT_EQ(mail.send({"01J0000000000000000000000A", "lotus@example.org", subject, body}), notify::Handover::taken);
  auto const seen = boost::json::parse(server.line());
  EXPECT_EQ(seen.at("from").as_string(), "help@harmonia.example");
  EXPECT_EQ(seen.at("to").at(0).as_string(), "lotus@example.org");
  EXPECT_EQ(seen.at("subject").as_string(), subject);
  EXPECT_EQ(seen.at("body").as_string(), body);
  EXPECT_EQ(seen.at("id").as_string(), "<01J0000000000000000000000A@harmonia.example>");
}

TEST(SmtpMail, TellsARefusalFromADelay) {
  SmtpServer server;
  SmtpMail mail(settings(server.port()));
  EXPECT_EQ(mail.send({"1", "nobody@example.org", "s", "b"}), notify::Handover::refused);
  EXPECT_EQ(mail.send({"2", "later@example.org", "s", "b"}), notify::Handover::try_again);
}

TEST(SmtpMail, TriesAgainWhenNobodyListensOrTlsIsMissing) {
  SmtpMail nobody(settings("1"));
  EXPECT_EQ(nobody.send({"1", "a@example.org", "s", "b"}), notify::Handover::try_again);
  SmtpServer server;
  auto strict = settings(server.port());
  strict.require_tls = true;
  EXPECT_EQ(SmtpMail(strict).send({"2", "a@example.org", "s", "b"}), notify::Handover::try_again);
}

TEST(SmtpMail, LetsNobodySmuggleAHeader) {
  auto const plain = settings("25");
  EXPECT_THROW((void)compose({"1", "a@example.org", "s\r\nBcc: b@example.org", "b"}, plain), Bug);
  EXPECT_THROW((void)compose({"1", "a@example.org>\r\nBcc: <b@example.org", "s", "b"}, plain), Bug);
}

}  // namespace
}  // namespace kelisim::gateways
