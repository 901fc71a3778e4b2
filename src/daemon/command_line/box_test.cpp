#include "daemon/command_line/box.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "base/text.hpp"

namespace parley::daemon {
namespace {

const std::vector<BoxLine> kLines{{"App ID", "my-app"}, {"", ""}, {"Region", "local"}};

TEST(Box, PlainText) {
  EXPECT_EQ(render_box("Parley", kLines, {}),
            "+------------------+\n"
            "|  Parley          |\n"
            "|  App ID  my-app  |\n"
            "|                  |\n"
            "|  Region  local   |\n"
            "+------------------+\n");
}

TEST(Box, EveryLineIsAsWideAsTheOthersWhateverTheText) {
  const std::vector<BoxLine> lines{{"Größe", "/daten/für/später"}, {"", "a text of its own"}};
  for (const bool unicode : {false, true}) {
    std::istringstream rows(render_box("A title that is the widest of them all: ü", lines,
                                       {.unicode = unicode, .colour = false}));
    std::string row;
    while (std::getline(rows, row)) EXPECT_EQ(count_characters(row), 41U + 6U) << row;
  }
}

TEST(Box, ColoursTakeNoRoom) {
  auto coloured = render_box("Parley", kLines, {.unicode = true, .colour = true});
  EXPECT_NE(coloured.find('\033'), std::string::npos);
  for (auto start = coloured.find('\033'); start != coloured.npos; start = coloured.find('\033')) {
    coloured.erase(start, coloured.find('m', start) - start + 1);
  }
  EXPECT_EQ(coloured, render_box("Parley", kLines, {.unicode = true, .colour = false}));
}

}  // namespace
}  // namespace parley::daemon
