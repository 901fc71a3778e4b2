#include "daemon/commands/render.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>

namespace parley::daemon {
namespace {

namespace json = boost::json;

constexpr std::string_view kColumns[] = {"uid", "name", "createdAt"};

TEST(RenderForPeople, ListsAreTables) {
  const json::array users{{{"uid", "a"}, {"name", "Ännchen"}, {"createdAt", 1'795'000'000}},
                          {{"uid", "nancy"}, {"name", "Nan\ncy"}}};
  EXPECT_EQ(render_for_people(users, kColumns),
            "uid    name     createdAt\n"
            "a      Ännchen  2026-11-18 11:06:40\n"
            "nancy  Nancy\n");
  EXPECT_EQ(render_for_people(json::array{}, kColumns), "(none)\n");
}

TEST(RenderForPeople, ObjectsAreLines) {
  EXPECT_EQ(render_for_people(
                json::object{{"appId", "x"}, {"origins", {"a", "b"}}, {"deletedAt", 0}}, {}),
            "appId      x\n"
            "origins    a, b\n"
            "deletedAt  never\n");
}

TEST(RenderError, SaysWhatIsWrongWithWhichArgumentOrWhatToDo) {
  EXPECT_EQ(render_error({{"message", "No such user."}, {"devMessage", "Create it."}}),
            "parleyd: No such user.\nhint: Create it.\n");
  EXPECT_EQ(render_error({{"message", "Not valid."},
                          {"devMessage", "Look at the details."},
                          {"details", {{"name", {"is missing", "is odd"}}}}}),
            "parleyd: Not valid.\n  name: is missing, is odd\n");
}

}  // namespace
}  // namespace parley::daemon
