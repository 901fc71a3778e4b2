#include "daemon/commands/render.hpp"

#include <gmock/gmock.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "api/error_json.hpp"

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
