#include "core/administrator/administrator.hpp"

#include <gmock/gmock.h>

namespace parley::core {
namespace {

using namespace std::chrono_literals;

constexpr Time kStart{std::chrono::milliseconds{1'771'312'489'000}};

AdminSession session_used_at(Time last_used_at) {
  return {.created_at = kStart, .last_used_at = last_used_at};
}

Administrator ann() { return {.email = "ann.smith@example.com", .name = "Annabel Smith"}; }

TEST(AdminSession, EndsThirtyMinutesAfterItsLastUse) {
  const auto session = session_used_at(kStart + 1h);
  EXPECT_TRUE(is_live(session, kStart + 1h + 30min - 1s));
  EXPECT_TRUE(is_live(session, kStart + 1h + 30min - 1ms));
  EXPECT_FALSE(is_live(session, kStart + 1h + 30min));
  EXPECT_FALSE(is_live(session, kStart + 1h + 30min + 1s));
}

TEST(AdminSession, EndsAfterTwelveHoursHoweverMuchItIsUsed) {
  const auto session = session_used_at(kStart + 12h - 1s);
  EXPECT_TRUE(is_live(session, kStart + 12h - 1s));
  EXPECT_FALSE(is_live(session, kStart + 12h));
  EXPECT_FALSE(is_live(session, kStart + 12h + 1s));
}

TEST(AdminSession, ItsCsrfTokenFollowsFromTheTokenAndDoesNotTellIt) {
  const auto csrf = csrf_token_of(SecretString("parley_admin_one"));
  EXPECT_EQ(csrf.expose(), csrf_token_of(SecretString("parley_admin_one")).expose());
  EXPECT_NE(csrf.expose(), csrf_token_of(SecretString("parley_admin_two")).expose());
  EXPECT_NE(csrf.expose(), crypto::to_hex(crypto::sha256("parley_admin_one")));
  EXPECT_EQ(csrf.expose().size(), 64U);
}

TEST(Administrator, EmailsAreComparedInLowerCase) {
  EXPECT_EQ(normalize_email("  Ann@Example.COM "), "ann@example.com");
  EXPECT_EQ(normalize_email("   "), "");
}

TEST(Administrator, NeedsAnEmailAndAName) {
  for (const auto* email : {"", "ann", "@x", "ann@", "a@b@c", "a b@c", "a\n@b", "\xff@b"}) {
    auto administrator = ann();
    administrator.email = email;
    const auto valid = validate(administrator);
    ASSERT_FALSE(valid) << email;
    EXPECT_TRUE(valid.error()->details.contains("email"));
  }
  auto administrator = ann();
  administrator.email = std::string(253, 'a').append("@");
  EXPECT_FALSE(validate(administrator));
  administrator.email = std::string(252, 'a').append("@b");
  EXPECT_TRUE(validate(administrator));
  administrator.email += "c";
  EXPECT_FALSE(validate(administrator));
  administrator.email = "developer@localhost";
  EXPECT_TRUE(validate(administrator));
  administrator.name = "";
  EXPECT_FALSE(validate(administrator));
  administrator.name = std::string(101, 'a');
  EXPECT_FALSE(validate(administrator));
}

TEST(Administrator, APasswordHasTenToAHundredAndTwentyEightCharacters) {
  const auto is_valid = [](const std::string& text) {
    return validate_password("password", SecretString(text), ann()).has_value();
  };
  EXPECT_FALSE(is_valid("123456789"));
  EXPECT_TRUE(is_valid("1234567890"));
  EXPECT_TRUE(is_valid(std::string(128, 'x')));
  EXPECT_FALSE(is_valid(std::string(129, 'x')));
  EXPECT_TRUE(is_valid("übermäßig!"));  // Ten characters, thirteen bytes.
  EXPECT_FALSE(is_valid("line\nbreak0"));
  EXPECT_FALSE(is_valid("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
}

TEST(Administrator, APasswordIsNeitherEmailNorName) {
  for (const auto* text : {"Ann.Smith@example.com", "annabel smith"}) {
    const auto valid = validate_password("password", SecretString(text), ann());
    ASSERT_FALSE(valid) << text;
    EXPECT_THAT(valid.error()->details.at("password"),
                testing::ElementsAre("must not be the email or the name"));
  }
}

TEST(Administrator, RolesAreWrittenAsTheyAreRead) {
  for (const auto role : {AdminRole::viewer, AdminRole::developer, AdminRole::owner}) {
    EXPECT_EQ(admin_role_from_string(to_string(role)), role);
  }
  EXPECT_EQ(admin_role_from_string("Owner"), std::nullopt);
}

}  // namespace
}  // namespace parley::core
