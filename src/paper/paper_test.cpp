#include "paper/flow.h"
#include "pdf_language.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kelisim::paper {
namespace {

TEST(Paper, LeavesNoSingleLineOnEitherPage) {
  for (int before = 0; before < 45; ++before) {
    Flow flow{"ru"};
    flow.put(before * 15.6 + 1, [](cairo_t*, double, double) {});
    std::string text;
    for (int i = 0; i < 60; ++i) text += "Слова и ещё слова. ";
    auto const lines = flow.lines(body_type, text, text_width);
    ASSERT_GE(lines.count(), 4);
    auto const room = static_cast<int>(flow.room() / lines.leading() + 1e-6);
    flow.paragraph(lines);
    double const used = page_height - margin_bottom - margin_top - flow.room();
    auto const last_page = static_cast<int>(std::lround(used / lines.leading()));
    if (flow.pages() == 1) {
      EXPECT_GE(room, lines.count());
    } else {
      EXPECT_GE(last_page, 2) << before;
      EXPECT_NE(lines.count() - last_page, 1) << before;
    }
  }
}

TEST(Paper, BindsShortWordsAndDashes) {
  EXPECT_EQ(bound("Дом и работа — в городе"), "Дом и\u00a0работа\u00a0— в\u00a0городе");
  EXPECT_EQ(bound("да. Нет, но всё"), "да. Нет, но\u00a0всё");
}

TEST(Paper, LeavesAFileItDoesNotUnderstandAsItIs) {
  EXPECT_EQ(with_language("not a pdf", "ru"), "not a pdf");
  EXPECT_EQ(with_language("%PDF\ntrailer\n<< /Size 3 >>\nstartxref\n9\n", "ru"),
            "%PDF\ntrailer\n<< /Size 3 >>\nstartxref\n9\n");
}

}  // namespace
}  // namespace kelisim::paper
