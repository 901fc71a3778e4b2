#include "daemon/commands/render.hpp"

#include <gmock/gmock.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "api/error_json.hpp"
#include "daemon/commands/execute.hpp"

namespace parley::daemon {
namespace {

namespace json = boost::json;

constexpr std::string_view kColumns[] = {"uid", "name", "createdAt"};

Command list_command() {
  return {.noun = "user",
          .verb = "list",
          .help = "",
          .example = "",
          .parameters = {},
          .run = nullptr,
          .columns = kColumns,
          .if_empty = "No users found."};
}

TEST(RenderForPeople, ListsAreTables) {
  const json::array users{{{"uid", "a"}, {"name", "Ännchen"}, {"createdAt", 1'795'000'000}},
                          {{"uid", "nancy"}, {"name", "Nan\ncy"}}};
  EXPECT_EQ(render_for_people(users, list_command()),
            "uid    name     createdAt\n"
            "a      Ännchen  2026-11-18 11:06:40\n"
            "nancy  Nancy\n");
}

TEST(RenderForPeople, AListWithoutItemsIsASentence) {
  EXPECT_EQ(render_for_people(json::array{}, list_command()), "No users found.\n");
  for (const auto* command : all_commands()) {
    EXPECT_EQ(command->columns.empty(), command->if_empty.empty()) << command->example;
  }
}

TEST(RenderForPeople, ObjectsAreLines) {
  EXPECT_EQ(
      render_for_people(json::object{{"appId", "x"}, {"origins", {"a", "b"}}, {"deletedAt", 0}},
                        list_command()),
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

TEST(RenderError, SaysTheReasonOfAFailureThatIsNotTheOperators) {
  const json::object full{{"code", "ERR_SERVICE_UNAVAILABLE"},
                          {"message", "Please try again shortly."},
                          {"devMessage", "Wait as long as the header Retry-After says."},
                          {"reason", "database or disk is full"},
                          {"canPass", true}};
  EXPECT_EQ(render_error(full),
            "parleyd: this cannot be done now: database or disk is full\n"
            "hint: Fix the cause, then run the command again.\n");
  EXPECT_EQ(render_error({{"code", "ERR_EXCEPTION"}, {"reason", "out of range"}}),
            "parleyd: internal error: out of range\n"
            "hint: This is a bug in parleyd. Please report it with this line.\n");
}

TEST(RenderError, NeverSpeaksOfCallsOverHttp) {
  for (std::size_t i = 0; i < kErrorCodeCount; ++i) {
    const auto error = make_error(static_cast<ErrorCode>(i));
    const auto shown = json::parse(api::error_json(error, "")).at("error").as_object();
    const auto text = render_error(shown);
    for (const auto* sign : {"/v3", "/admin/", "header", "Retry-After"}) {
      EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr(sign)));
    }
    EXPECT_THAT(text, ::testing::StartsWith("parleyd: "));
  }
}

}  // namespace
}  // namespace parley::daemon
