#include "letters/spool.h"
#include "platform/random.h"
#include "server/commands.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>

namespace kelisim::server {
namespace {

// As the pipes of mail servers read them (sysexits.h).
constexpr int taken = 0;
constexpr int no_letter = 65;
constexpr int try_again = 75;

/// Everything, or one byte more than a letter may have.
std::string read_input() {
  std::string text;
  std::array<char, 65536> part{};
  while (text.size() <= letters::message_max) {
    auto const read = std::fread(part.data(), 1, part.size(), stdin);
    if (read == 0) break;
    text.append(part.data(), read);
  }
  return text;
}

}  // namespace

int take_mail(MailOptions const& options) {
  // Keys are made by the server's first start: a wrong folder must not get keys of its own.
  if (!std::filesystem::exists(options.data / "keys" / "server.key")) {
    fmt::print(stderr, "kelisim: no business stands in this folder\n");
    return try_again;
  }
  auto const letter = letters::read_letter(read_input(), options.authserv_id);
  if (!letter) {
    fmt::print(stderr, "kelisim: {}\n",
               letter.error() == letters::NoLetter::too_long ? "the message is too long" : "no letter of one sender");
    return no_letter;
  }
  try {
    SystemRandom random;
    auto const keys = privacy::ServerKeys::load_or_create(options.data, random);
    letters::Spool(options.data / "inbox", keys, random).put(*letter);
  } catch (std::exception const& failure) {
    fmt::print(stderr, "kelisim: {}\n", failure.what());
    return try_again;
  }
  return taken;
}

}  // namespace kelisim::server
