// Files of a case: how they come, what is made of them, who sees them.
#include "byte_scan.h"
#include "claims/archive.h"
#include "claims/scanner.h"
#include "kernel/fault.h"
#include "platform/jobs/jobs.h"
#include "story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace kelisim::test {
namespace {

using boost::json::object;
using std::chrono::hours;

/// A picture of one red point, with a canary in a comment of its own and one behind its end.
std::string screenshot() {
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde"s
         "\0\0\0\x0etEXtComment\0canary\x05\xc4\x5c\xad"s
         "\0\0\0\x0cIDATx\x9c\x63\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef"s
         "\0\0\0\0IEND\xae"s
         "B`\x82"s
         "canary-behind-the-end"s;
}

/// Says what it is told to say.
class Told final : public claims::Scanner {
 public:
  enum class Mood { clean, infected, away };
  bool is_clean(std::string_view) override {
    if (meanwhile) std::exchange(meanwhile, nullptr)();
    if (mood == Mood::away) throw Fault(Fault::Retry::yes, "the scanner is away");
    return mood == Mood::clean;
  }
  Mood mood = Mood::clean;
  std::function<void()> meanwhile;  ///< what another worker does while the first file is looked at
};

class Evidence : public ::testing::Test {
 protected:
  Told scanner;
  Story story{1, {}, {}, &scanner};
  Actor& client = story.client("client", "+77010000001");
  std::string claim = text_at(
      story.expect(client.visitor.post("/v1/questions", object{{"text", "Why was I charged twice?"}}), 201), "id");
  std::string files = "/v1/claims/" + claim + "/files";

  Answer announce(std::int64_t size, std::string const& name = "screenshot.png") {
    return client.visitor.post(files, object{{"name", name}, {"size_bytes", size}});
  }
  /// Announces, sends every part and gives the file's id.
  std::string send(std::string const& bytes) {
    auto const told = story.expect(announce(static_cast<std::int64_t>(bytes.size())), 201);
    auto const id = text_at(told, "file.id");
    auto const part = static_cast<std::size_t>(whole_at(told, "part_bytes"));
    for (std::size_t at = 0; at * part < bytes.size(); ++at)
      (void)story.expect(put(id, static_cast<int>(at) + 1, bytes.substr(at * part, part)), 200);
    return id;
  }
  Answer put(std::string const& id, int part, std::string bytes) {
    return client.visitor.put_bytes(files + "/" + id + "/parts/" + std::to_string(part), std::move(bytes));
  }
  boost::json::value only_file() {
    auto const seen = story.expect(client.visitor.get("/v1/claims/" + claim), 200);
    EXPECT_EQ(at(seen, "files").as_array().size(), 1U);
    return at(seen, "files.0");
  }
};

TEST_F(Evidence, a_screenshot_is_kept_drawn_anew) {
  auto const id = send(screenshot());
  EXPECT_EQ(text_at(only_file(), "state"), "whole");
  EXPECT_EQ(client.visitor.get(files + "/" + id).status, 404) << "nothing is given out before it was looked at";
  story.settle();
  EXPECT_EQ(text_at(only_file(), "state"), "kept");
  EXPECT_EQ(text_at(only_file(), "kind"), "png");
  EXPECT_EQ(text_at(only_file(), "name"), "screenshot.png");
  auto const got = client.visitor.get(files + "/" + id);
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.header("content-type"), "image/png");
  EXPECT_EQ(got.header("content-disposition"), "attachment; filename=\"case-1-file-1.png\"");
  EXPECT_TRUE(got.body.starts_with("\x89PNG"));
  EXPECT_EQ(got.body.find("canary"), std::string::npos);
  EXPECT_EQ(static_cast<std::int64_t>(got.body.size()), whole_at(only_file(), "size_bytes"));
}

TEST_F(Evidence, a_file_comes_in_parts_of_which_any_may_come_again) {
  std::string const pdf = "%PDF-1.4\n" + std::string(400'000, ' ') + "%%EOF\n";
  auto const told = story.expect(announce(static_cast<std::int64_t>(pdf.size()), "receipt.pdf"), 201);
  auto const id = text_at(told, "file.id");
  EXPECT_EQ(whole_at(told, "parts"), 3);
  auto const part = static_cast<std::size_t>(whole_at(told, "part_bytes"));
  EXPECT_EQ(text_at(put(id, 3, pdf.substr(2 * part)).json(), "state"), "coming");
  EXPECT_EQ(text_at(put(id, 1, pdf.substr(0, part)).json(), "state"), "coming");
  EXPECT_EQ(text_at(put(id, 1, pdf.substr(0, part)).json(), "state"), "coming") << "the same part twice is once";
  EXPECT_EQ(text_at(put(id, 2, pdf.substr(part, part)).json(), "state"), "whole");
  EXPECT_EQ(put(id, 2, pdf.substr(part, part)).status, 200) << "the answer was lost on its way";
  story.settle();
  EXPECT_EQ(client.visitor.get(files + "/" + id).body, pdf);
}

TEST_F(Evidence, a_part_of_another_size_or_number_is_refused) {
  auto const id = text_at(story.expect(announce(10), 201), "file.id");
  EXPECT_EQ(text_at(put(id, 1, "too short").json(), "code"), "file_part_wrong_size");
  EXPECT_EQ(text_at(put(id, 2, "0123456789").json(), "code"), "file_part_not_awaited");
  EXPECT_EQ(text_at(put(id, 0, "0123456789").json(), "code"), "file_part_not_awaited");
}

TEST_F(Evidence, the_bytes_decide_what_a_file_is_and_not_its_name) {
  (void)send("<html><script>alert(1)</script></html>");
  story.settle();
  EXPECT_EQ(text_at(only_file(), "state"), "refused");
  EXPECT_EQ(text_at(only_file(), "refused"), "kind_not_taken");
}

TEST_F(Evidence, what_the_scanner_finds_is_not_kept) {
  scanner.mood = Told::Mood::infected;
  auto const id = send(screenshot());
  story.settle();
  EXPECT_EQ(text_at(only_file(), "refused"), "infected");
  EXPECT_EQ(client.visitor.get(files + "/" + id).status, 404);
}

TEST_F(Evidence, while_the_scanner_is_away_a_file_waits) {
  scanner.mood = Told::Mood::away;
  (void)send(screenshot());
  story.settle();
  EXPECT_EQ(text_at(only_file(), "state"), "whole");
  scanner.mood = Told::Mood::clean;
  story.pass(hours(1));
  EXPECT_EQ(text_at(only_file(), "state"), "kept");
}

TEST_F(Evidence, a_broken_picture_is_refused) {
  (void)send(screenshot().substr(0, 60));
  story.settle();
  EXPECT_EQ(text_at(only_file(), "refused"), "unreadable");
}

TEST_F(Evidence, size_and_count_are_bounded) {
  EXPECT_EQ(text_at(announce(0).json(), "code"), "file_empty");
  EXPECT_EQ(text_at(announce(8 * 1024 * 1024 + 1).json(), "code"), "file_too_large");
  EXPECT_EQ(announce(8 * 1024 * 1024).status, 201);
  for (int more = 2; more <= 10; ++more) EXPECT_EQ(announce(10).status, 201) << more;
  EXPECT_EQ(text_at(announce(10).json(), "code"), "file_too_many");
  EXPECT_FALSE(at(story.expect(client.visitor.get("/v1/claims/" + claim), 200), "can.attach").as_bool());
}

TEST_F(Evidence, what_is_refused_again_and_again_is_bounded_too) {
  for (int sent = 1; sent <= 30; ++sent) {
    (void)send("no picture " + std::to_string(sent));
    story.settle();
  }
  EXPECT_EQ(text_at(announce(10).json(), "code"), "file_too_many");
  EXPECT_FALSE(flag_at(story.expect(client.visitor.get("/v1/claims/" + claim), 200), "can.attach"));
}

TEST_F(Evidence, one_file_is_looked_at_at_a_time_and_leaves_the_other_workers_free) {
  (void)send(screenshot());
  (void)send(screenshot());
  auto const states = [&] {
    auto const seen = story.expect(client.visitor.get("/v1/claims/" + claim), 200);
    return std::pair(text_at(seen, "files.0.state"), text_at(seen, "files.1.state"));
  };
  scanner.meanwhile = [&] {
    (void)story.business().run_jobs();
    EXPECT_EQ(states(), std::pair(std::string("whole"), std::string("whole")));
  };
  story.settle();
  EXPECT_EQ(scanner.meanwhile, nullptr);
  EXPECT_EQ(states(), std::pair(std::string("kept"), std::string("whole")));
  story.pass(std::chrono::seconds(2));
  EXPECT_EQ(states(), std::pair(std::string("kept"), std::string("kept")));
}

TEST_F(Evidence, a_file_whose_parts_stay_away_is_forgotten_after_a_day) {
  auto const id = text_at(story.expect(announce(10), 201), "file.id");
  story.pass(hours(24) - std::chrono::seconds(1));
  EXPECT_EQ(text_at(only_file(), "state"), "coming");
  story.pass(std::chrono::minutes(1));
  EXPECT_EQ(put(id, 1, "0123456789").status, 404);
  EXPECT_TRUE(at(story.expect(client.visitor.get("/v1/claims/" + claim), 200), "files").as_array().empty());
}

TEST_F(Evidence, staff_open_it_with_a_purpose_and_leave_a_row_that_the_client_sees) {
  auto const id = send(screenshot());
  story.settle();
  auto const target = "/v1/staff/claims/" + claim + "/files/" + id;
  auto& support = story.staff("support");
  EXPECT_EQ(support.visitor.get(target).status, 400);
  EXPECT_EQ(support.visitor.get(target + "?purpose=complaint").status, 200);
  auto const log = client.visitor.get("/v1/me/access-log");
  EXPECT_NE(log.body.find("claims.file"), std::string::npos) << log.body;
}

TEST_F(Evidence, to_somebody_else_it_does_not_exist) {
  auto const id = send(screenshot());
  story.settle();
  auto& stranger = story.client("stranger", "+77010000009");
  EXPECT_EQ(stranger.visitor.get(files + "/" + id).status, 404);
  EXPECT_EQ(stranger.visitor.post(files, object{{"name", "x"}, {"size_bytes", 10}}).status, 404);
  EXPECT_EQ(stranger.visitor.put_bytes(files + "/" + id + "/parts/1", "0123456789").status, 404);
  auto const own =
      text_at(story.expect(stranger.visitor.post("/v1/questions", object{{"text", "And mine?"}}), 201), "id");
  EXPECT_EQ(stranger.visitor.get("/v1/claims/" + own + "/files/" + id).status, 404) << "not through one's own case";
}

TEST_F(Evidence, name_and_bytes_lie_sealed) {
  std::string const pdf = "%PDF-1.4\ncanary-of-the-bytes\n%%EOF\n";
  auto const told = story.expect(announce(static_cast<std::int64_t>(pdf.size()), "canary-of-the-name.pdf"), 201);
  (void)story.expect(put(text_at(told, "file.id"), 1, pdf), 200);
  story.settle();
  EXPECT_EQ(text_at(only_file(), "state"), "kept");
  EXPECT_THAT(found_under(story.business().data(), {"canary-of-the-bytes", "canary-of-the-name"}),
              ::testing::IsEmpty());
}

TEST_F(Evidence, the_whole_case_comes_as_one_archive_that_proves_itself) {
  (void)send(screenshot());
  story.settle();
  (void)story.expect(story.staff("support").visitor.post("/v1/staff/claims/" + claim + "/messages",
                                                         object{{"text", "It was charged once"}}),
                     200);
  auto const got = client.visitor.get("/v1/claims/" + claim + "/archive");
  ASSERT_EQ(got.status, 200) << got.body;
  EXPECT_EQ(got.header("content-type"), "application/zip");
  EXPECT_EQ(got.header("content-disposition"), "attachment; filename=\"case-1.zip\"");
  auto const verdict = claims::check_archive(got.body, std::nullopt);
  EXPECT_TRUE(verdict.findings.empty());
  EXPECT_EQ(verdict.files, 3) << "the paper, the data and the screenshot";
  EXPECT_EQ(client.visitor.get("/v1/claims/" + claim + "/archive").body, got.body) << "the same bytes";

  auto torn = got.body;
  torn.resize(torn.size() / 2);
  EXPECT_FALSE(claims::check_archive(torn, std::nullopt).findings.empty());
  auto& stranger = story.client("stranger", "+77010000009");
  EXPECT_EQ(stranger.visitor.get("/v1/claims/" + claim + "/archive").status, 404);
}

TEST_F(Evidence, staff_ask_for_the_archive_with_a_purpose_and_fetch_it_within_ten_minutes) {
  auto& support = story.staff("support");
  auto const asked = story.expect(
      support.visitor.post("/v1/staff/claims/" + claim + "/exports", object{{"purpose", "complaint"}}), 201);
  auto const target = "/v1/staff/exports/" + text_at(asked, "id");
  EXPECT_EQ(support.visitor.get(target).status, 200);
  EXPECT_EQ(story.staff("administrator").visitor.get(target).status, 404) << "only who asked";
  auto const log = client.visitor.get("/v1/me/access-log");
  EXPECT_NE(log.body.find("claims.archive"), std::string::npos) << log.body;
  story.business().clock().set(story.now() + std::chrono::minutes(10) + std::chrono::microseconds(1));
  EXPECT_EQ(support.visitor.get(target).status, 404);
}

}  // namespace
}  // namespace kelisim::test
