// The certificate of a force majeure: a file that comes in time or late, and that everybody may fetch.
#include "clause_mark.h"
#include "story.h"

#include <gtest/gtest.h>

namespace kelisim::test {
namespace {

using boost::json::object;

constexpr char const* paper = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

class Certificates : public ::testing::Test {
 protected:
  Story story;
  Instant begins = astana("2026-12-08T00:00");
  Actor& support = story.staff("support");
  std::string outage = text_at(
      story.expect(
          support.visitor.post("/v1/staff/outages", object{{"kind", "force_majeure"},
                                                           {"from", to_rfc3339(begins)},
                                                           {"until", to_rfc3339(astana("2026-12-30T00:00"))}}),
          201),
      "id");
  std::string where = "/v1/staff/outages/" + outage + "/certificate";

  Answer announce(std::int64_t size) {
    return story.staff("support").visitor.post(
        where, object{{"name", "certificate.pdf"}, {"size_bytes", size}, {"text", "No. 17 of the chamber"}});
  }
  /// Its only part arrives at that instant.
  void upload_at(Instant at, std::string const& bytes = paper) {
    story.pass_until(at - std::chrono::minutes(1));
    auto const told = story.expect(announce(static_cast<std::int64_t>(bytes.size())), 201);
    story.business().clock().set(at);
    auto& uploader = story.actor("support");
    auto const target = where + "/" + text_at(told, "file.id") + "/parts/1";
    (void)story.expect(uploader.visitor.put_bytes(target, bytes), 200);
    story.settle();
  }
  boost::json::value certificate() {
    auto const list = story.expect(story.staff("support").visitor.get("/v1/staff/outages"), 200);
    for (auto const& one : at(list, "items.0.papers").as_array()) {
      if (text_at(one, "what") == "certificate") return one;
    }
    throw std::runtime_error("no certificate is owed");
  }
};

TEST_F(Certificates, uploaded_in_the_last_second_of_the_tenth_day_it_is_in_time) {
  CLAUSE("HAR-7.3a");
  EXPECT_FALSE(has(certificate(), "given_at"));
  upload_at(astana("2026-12-18T23:59:59"));
  EXPECT_EQ(text_at(certificate(), "given_at"), to_rfc3339(astana("2026-12-18T23:59:59")));
  EXPECT_FALSE(at(certificate(), "late").as_bool());
  EXPECT_EQ(text_at(certificate(), "text"), "No. 17 of the chamber");
  auto& anybody = story.visitor("anybody", "+77010000009");
  auto const fetched = anybody.visitor.get("/v1/outages/" + outage + "/certificate");
  EXPECT_EQ(fetched.status, 200);
  EXPECT_EQ(fetched.header("content-type"), "application/pdf");
  EXPECT_EQ(fetched.body, paper);
  EXPECT_TRUE(at(story.expect(anybody.visitor.get("/v1/status"), 200), "now.0.has_certificate").as_bool());
  EXPECT_EQ(text_at(announce(10).json(), "code"), "certificate_given_already");
}

TEST_F(Certificates, on_the_eleventh_day_it_is_late_and_flagged) {
  CLAUSE("HAR-7.3a");
  upload_at(astana("2026-12-19T00:00"));
  EXPECT_EQ(text_at(certificate(), "given_at"), to_rfc3339(astana("2026-12-19T00:00")));
  EXPECT_TRUE(at(certificate(), "late").as_bool());
}

TEST_F(Certificates, words_alone_are_no_certificate) {
  CLAUSE("HAR-7.3a");
  auto const refused = support.visitor.post("/v1/staff/outages/" + outage + "/papers",
                                            object{{"what", "certificate"}, {"text", "No. 17"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(text_at(refused.json(), "code"), "certificate_file_missing");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-7.3a");
}

TEST_F(Certificates, what_is_no_document_is_not_given) {
  upload_at(astana("2026-12-09T12:00"), "<html></html>");
  EXPECT_FALSE(has(certificate(), "given_at"));
  EXPECT_EQ(story.visitor("anybody", "+77010000009").visitor.get("/v1/outages/" + outage + "/certificate").status,
            404);
  auto const files = story.expect(story.staff("support").visitor.get(where), 200);
  EXPECT_EQ(text_at(files, "items.0.refused"), "kind_not_taken");
}

TEST_F(Certificates, only_force_majeure_has_one) {
  auto const failure = text_at(
      story.expect(
          support.visitor.post("/v1/staff/outages", object{{"kind", "failure"}, {"from", to_rfc3339(begins)}}), 201),
      "id");
  auto const refused = support.visitor.post("/v1/staff/outages/" + failure + "/certificate",
                                            object{{"name", "x"}, {"size_bytes", 10}, {"text", "x"}});
  EXPECT_EQ(refused.status, 404);
}

TEST_F(Certificates, a_force_majeure_is_prolonged_and_says_by_whom) {
  auto const later = [&](std::string const& until) {
    return story.staff("support").visitor.post("/v1/staff/outages/" + outage + "/prolongation",
                                               object{{"until", to_rfc3339(astana(until))}});
  };
  EXPECT_EQ(text_at(later("2026-12-30T00:00").json(), "code"), "not_later");
  auto const longer = story.expect(later("2027-01-05T00:00"), 200);
  EXPECT_EQ(text_at(longer, "until"), to_rfc3339(astana("2027-01-05T00:00")));
  EXPECT_EQ(text_at(longer, "prolongations.0.by"), story.actor("support").id);
  EXPECT_EQ(text_at(longer, "prolongations.0.from"), to_rfc3339(astana("2026-12-30T00:00")));
}

}  // namespace
}  // namespace kelisim::test
