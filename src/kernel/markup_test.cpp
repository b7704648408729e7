#include "kernel/markup.h"

#include <gtest/gtest.h>

namespace kelisim {
namespace {

TEST(Markup, WhatWouldEndATextOrAnAttributeIsWrittenOut) {
  EXPECT_EQ(escaped("<b a=\"1\">Қ & 'ы'</b>"), "&lt;b a=&quot;1&quot;&gt;Қ &amp; 'ы'&lt;/b&gt;");
  EXPECT_EQ(escaped("&amp;"), "&amp;amp;");
  EXPECT_EQ(escaped(""), "");
}

}  // namespace
}  // namespace kelisim
