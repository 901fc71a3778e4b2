#include "wire/realtime_json.hpp"

#include <gmock/gmock.h>

#include <fmt/format.h>

namespace parley::wire {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using core::Subscription;

AuthFrame auth_frame(std::string_view fields) {
  auto frame =
      parse_client_frame(fmt::format(R"({{"type":"auth","body":{{"auth":"x"{}}}}})", fields));
  return std::get<AuthFrame>(std::move(*frame));
}

TEST(RealtimeJsonTest, ReadsWhomAClientWantsToBeToldAbout) {
  const struct {
    const char* name;
    Subscription subscription;
  } cases[] = {{"NONE", Subscription::none},
               {"ALL_USERS", Subscription::all_users},
               {"FRIENDS", Subscription::friends},
               {"LATER", Subscription::none}};
  for (const auto& [name, subscription] : cases) {
    EXPECT_EQ(auth_frame(fmt::format(R"(,"presenceSubscription":"{}")", name)).subscription,
              subscription)
        << name;
  }
  EXPECT_EQ(auth_frame("").subscription, Subscription::none);
  const auto some = auth_frame(R"(,"presenceSubscription":"ROLES","roles":["Teacher","staff"])");
  EXPECT_EQ(some.subscription, Subscription::roles);
  EXPECT_THAT(some.roles, ElementsAre("teacher", "staff"));
}

TEST(RealtimeJsonTest, CutsAnUnknownTypeBetweenCharacters) {
  const auto frame = parse_client_frame(R"({"type":")" + std::string(99, 'a') + "\u00e9\"}");
  EXPECT_EQ(std::get<UnknownFrame>(*frame).type, std::string(99, 'a'));
}

TEST(RealtimeJsonTest, SpeaksOfTheFrameIfItIsNotJson) {
  for (const auto* text : {"nonsense", "[]", R"({"a":1,"a":2})"}) {
    const auto frame = parse_client_frame(text);
    ASSERT_FALSE(frame) << text;
    EXPECT_EQ(frame.error()->message, "The frame is not valid.");
    EXPECT_THAT(frame.error()->dev_message, HasSubstr("one JSON object"));
    EXPECT_THAT(frame.error()->dev_message, HasSubstr("Problem: "));
    EXPECT_THAT(frame.error()->dev_message, Not(HasSubstr("{problem}")));
  }
}

// React Native 4.0.21, Ionic 4.0.4 and JavaScript up to 4.0.9 do not send the roles.
TEST(RealtimeJsonTest, SubscribesClientsThatNameNoRolesToAllUsers) {
  for (const auto* roles : {"", R"(,"roles":null)", R"(,"roles":[])", R"(,"roles":[""])"}) {
    const auto frame = auth_frame(fmt::format(R"(,"presenceSubscription":"ROLES"{})", roles));
    EXPECT_EQ(frame.subscription, Subscription::all_users) << roles;
    EXPECT_THAT(frame.roles, IsEmpty()) << roles;
  }
}

}  // namespace
}  // namespace parley::wire
