#include "clause_mark.h"
#include "letters/letter.h"
#include "letters/rules/intake.h"
#include "letters/spool.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <array>
#include <filesystem>
#include <fstream>

namespace kelisim::letters {
namespace {

constexpr std::string_view plain =
    "From: Client <Client@Mail.Example>\r\nTo: help@harmonia.example\r\nSubject: =?UTF-8?B?0J/QtdGA0LXQvdC+0YE=?=\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nCan the session be moved?\r\n";

Letter read(std::string_view message, std::string_view authserv_id = {}) {
  auto const letter = read_letter(message, authserv_id);
  EXPECT_TRUE(letter.has_value());
  return letter.value();
}

std::string with(std::string const& headers) { return headers + "\r\n" + std::string(plain); }

TEST(ReadLetter, GivesSenderSubjectAndPlainText) {
  auto const letter = read(plain);
  EXPECT_EQ(letter.from, "client@mail.example");
  EXPECT_EQ(letter.subject, "Перенос");
  EXPECT_EQ(letter.text, "Can the session be moved?");
  EXPECT_EQ(letter.attachments, 0);
  EXPECT_FALSE(letter.automatic);
  EXPECT_EQ(letter.signature, Signature::unchecked);
}

TEST(ReadLetter, TakesTheTextOutOfAMultipartAndCountsWhatIsAttached) {
  auto const letter = read(
      "From: a@mail.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n"
      "Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n"
      "Content-Type: text/plain; charset=windows-1251\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2\r\n--inner\r\n"
      "Content-Type: text/html\r\n\r\n<p>Hello</p>\r\n--inner--\r\n--outer\r\n"
      "Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\nxx\r\n--outer\r\n"
      "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=b.txt\r\n\r\nnot this\r\n--outer--\r\n");
  EXPECT_EQ(letter.text, "Привет");
  EXPECT_EQ(letter.attachments, 2);
}

TEST(ReadLetter, CutsALongTextBetweenLetters) {
  auto const of = [](std::size_t letters) {
    std::string text;
    for (std::size_t i = 0; i < letters; ++i) text += "ж";
    return read("From: a@mail.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n");
  };
  EXPECT_FALSE(of(3000).cut);
  EXPECT_EQ(of(3000).text.size(), 6000U);
  EXPECT_TRUE(of(3001).cut);
  EXPECT_EQ(of(3001).text, of(3000).text);
}

TEST(ReadLetter, KnowsWhatNobodyWroteByHand) {
  EXPECT_TRUE(read(with("Auto-Submitted: auto-replied")).automatic);
  EXPECT_FALSE(read(with("Auto-Submitted: no")).automatic);
  EXPECT_TRUE(read(with("Precedence: bulk")).automatic);
  EXPECT_TRUE(read(with("List-Id: <news.mail.example>")).automatic);
  EXPECT_TRUE(read(with("Return-Path: <>")).automatic);
  EXPECT_FALSE(read(with("Return-Path: <client@mail.example>")).automatic);
}

TEST(ReadLetter, BelievesTheMailServerOfTheBusinessAlone) {
  auto const of = [](std::string const& headers) { return read(with(headers), "mx.harmonia.example").signature; };
  EXPECT_EQ(of("X-Other: 1"), Signature::unchecked);
  EXPECT_EQ(of("Authentication-Results: mx.elsewhere.example; dkim=pass"), Signature::unchecked);
  EXPECT_EQ(of("Authentication-Results: mx.harmonia.example.evil; dkim=pass"), Signature::unchecked);
  EXPECT_EQ(of("Authentication-Results: mx.harmonia.example; dkim=pass header.d=mail.example"), Signature::passed);
  EXPECT_EQ(of("Authentication-Results: mx.harmonia.example; dkim=fail"), Signature::failed);
  EXPECT_EQ(of("Authentication-Results: mx.harmonia.example; dkim=none"), Signature::absent);
  EXPECT_EQ(of("Authentication-Results: mx.harmonia.example; spf=pass"), Signature::absent);
  EXPECT_EQ(of("Authentication-Results: mx.harmonia.example; dkim=fail\r\n"
               "Authentication-Results: mx.harmonia.example; dkim=pass"),
            Signature::failed)
      << "the first: it was written last";
  EXPECT_EQ(read(with("Authentication-Results: mx.harmonia.example; dkim=pass")).signature, Signature::unchecked);
}

TEST(ReadLetter, RefusesWhatIsNoLetterOfOne) {
  EXPECT_EQ(read_letter("", {}).error(), NoLetter::no_sender);
  EXPECT_EQ(read_letter("Subject: no sender\r\n\r\nHi", {}).error(), NoLetter::no_sender);
  EXPECT_EQ(read_letter("From: a@mail.example, b@mail.example\r\n\r\nHi", {}).error(), NoLetter::no_sender);
  EXPECT_EQ(read_letter(std::string(message_max + 1, 'x'), {}).error(), NoLetter::too_long);
  EXPECT_EQ(read_letter(std::string(message_max, 'x'), {}).error(), NoLetter::no_sender);
}

TEST(Intake, LeavesLettersInThisOrder) {
  CLAUSE("HAR-4.2.14a");
  auto const why = [](IntakeFacts facts) { return decide_intake(facts).error(); };
  EXPECT_EQ(why({.automatic = true, .accounts = 0, .says_something = false}), LeftThere::automatic);
  EXPECT_EQ(why({.automatic = false, .accounts = 0, .says_something = false}), LeftThere::sender_unknown);
  EXPECT_EQ(why({.automatic = false, .accounts = 2, .says_something = false}), LeftThere::sender_ambiguous);
  EXPECT_EQ(why({.automatic = false, .accounts = 1, .says_something = false}), LeftThere::empty);
  auto const taken = decide_intake({.automatic = false, .accounts = 1, .says_something = true});
  ASSERT_TRUE(taken.has_value());
  EXPECT_EQ(taken->id, "HAR-4.2.14a");
}

/// Goes with its owner.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("kelisim_letters_" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directories(path); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST(Spool, GivesBackWhatWasPutAndNothingElse) {
  Folder const folder;
  SeededRandom random(1);
  std::array<std::uint8_t, 32> const master{1};
  auto const keys = privacy::ServerKeys::from_master(master);
  Spool const spool(folder.path / "inbox", keys, random);
  EXPECT_TRUE(spool.waiting(10).empty());
  spool.put(read(plain));
  ASSERT_EQ(spool.waiting(10).size(), 1U);
  auto const name = spool.waiting(10).front();
  EXPECT_EQ(spool.read(name)->text, "Can the session be moved?");
  std::ofstream(folder.path / "inbox" / "stranger.letter") << "From: somebody";
  EXPECT_EQ(spool.waiting(10).size(), 2U);
  EXPECT_EQ(spool.waiting(1).size(), 1U);
  EXPECT_FALSE(spool.read("stranger").has_value());
  spool.remove("stranger");
  spool.remove(name);
  EXPECT_FALSE(spool.read(name).has_value());
  EXPECT_TRUE(spool.waiting(10).empty());
}

}  // namespace
}  // namespace kelisim::letters
