#include "base/quantity.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(Quantity, HasASingularForOneOnly) {
  EXPECT_EQ(quantity(0, "second"), "0 seconds");
  EXPECT_EQ(quantity(1, "second"), "1 second");
  EXPECT_EQ(quantity(2U, "app"), "2 apps");
  EXPECT_EQ(quantity(-1, "day"), "-1 days");
}

}  // namespace
}  // namespace parley
