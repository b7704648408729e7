// Each business runs under its own domain, texts, prices and mailbox; nothing of one is served by another.
#include "clause_mark.h"
#include "scratch_folder.h"
#include "scripted_gateway.h"
#include "test_business.h"
#include "visitor.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace kelisim::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

void edit(fs::path const& file, std::string_view what, std::string_view with) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  in.close();
  auto const found = text.find(what);
  ASSERT_NE(found, std::string::npos) << file << " has no " << what;
  std::ofstream(file, std::ios::binary) << text.replace(found, what.size(), with);
}

/// A second business with a name, a domain, a mailbox, a commission and an offer of its own.
class TwoBrands : public ::testing::Test {
 protected:
  TwoBrands() : sister_(folder_.path() / "sister") {
    fs::copy(fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia", sister_, fs::copy_options::recursive);
    edit(sister_ / "brand.toml", R"(id       = "harmonia")", R"(id       = "sister")");
    edit(sister_ / "brand.toml", R"(name     = "HARMONIA")", R"(name     = "SISTER")");
    edit(sister_ / "brand.toml", R"(domain   = "harmonia.kz")", R"(domain   = "sister.example")");
    edit(sister_ / "brand.toml", "help@harmonia.example", "help@sister.example");
    edit(sister_ / "terms/2023-02-24.toml", R"(brand    = "harmonia")", R"(brand    = "sister")");
    edit(sister_ / "offer/2023-02-24/en.md", "3.8. ", "3.8. In our house: ");
  }

  ScratchFolder folder_;
  fs::path sister_;
};

std::string brand_of(TestBusiness& business) { return Visitor(business.port(), "en").get("/v1/brand").body; }
std::string offer_of(TestBusiness& business) {
  return Visitor(business.port(), "en").get("/v1/offers/offer/2023-02-24/text?lang=en").body;
}

TEST_F(TwoBrands, one_may_leave_out_an_optional_block_of_the_account) {
  CLAUSE("HAR-4.3.2a");
  edit(sister_ / "brand.toml", "blocks_off = []", R"(blocks_off = ["voluntary_answers", "sign_in_sessions"])");
  TestBusiness harmonia;
  TestBusiness sister({.brand = sister_});
  EXPECT_THAT(brand_of(harmonia), HasSubstr(R"("account_blocks":["sign_in_sessions","voluntary_answers"])"));
  EXPECT_THAT(brand_of(harmonia), HasSubstr(R"("voluntary":{)"));
  EXPECT_THAT(brand_of(sister), HasSubstr(R"("account_blocks":[])"));
  EXPECT_THAT(brand_of(sister), Not(HasSubstr(R"("voluntary":{)")));
}

TEST_F(TwoBrands, each_serves_its_own_name_domain_mailbox_and_texts) {
  CLAUSE("HAR-1.service.b");
  TestBusiness harmonia;
  TestBusiness sister({.brand = sister_});
  EXPECT_THAT(brand_of(harmonia), HasSubstr("harmonia.kz"));
  EXPECT_THAT(brand_of(harmonia), HasSubstr("help@harmonia.example"));
  EXPECT_THAT(brand_of(harmonia), Not(HasSubstr("sister")));
  EXPECT_THAT(brand_of(sister), HasSubstr("sister.example"));
  EXPECT_THAT(brand_of(sister), HasSubstr("help@sister.example"));
  EXPECT_THAT(brand_of(sister), Not(HasSubstr("harmonia.kz")));
  EXPECT_THAT(offer_of(harmonia), Not(HasSubstr("In our house")));
  EXPECT_THAT(offer_of(sister), HasSubstr("3.8. In our house"));
}

TEST_F(TwoBrands, data_of_one_is_refused_by_the_other) {
  CLAUSE("HAR-1.service.b");
  ScratchFolder data;
  MovableClock clock(Instant{1'796'616'000'000'000});
  SeededRandom random(1);
  RecordingCarriers carriers;
  orders::testing::ScriptedGateway gateway;
  auto const open = [&](fs::path const& brand) {
    server::BusinessOptions options;
    options.brand = brand;
    options.data = data.path();
    options.origin = "http://localhost";
    options.sandbox = true;
    server::Business const business(options, {clock, random, gateway, carriers, carriers});
  };
  open(fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia");
  try {
    open(sister_);
    FAIL() << "a business opened the data of another";
  } catch (Fault const& fault) {
    EXPECT_THAT(fault.what(), HasSubstr("this database belongs to 'harmonia'"));
  }
  open(fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia");
}

}  // namespace
}  // namespace kelisim::test
