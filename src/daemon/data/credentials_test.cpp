#include "daemon/data/credentials.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using std::filesystem::perms;

TEST(CredentialsFile, ComesBackAsWrittenAndBelongsToItsOwnerAlone) {
  const test_support::TemporaryDirectory directory;
  const auto file = directory / "credentials.json";
  std::ofstream(file) << "old";
  std::filesystem::permissions(file, perms::all);
  const auto written = write_credentials(
      file, {"my-app", "local", SecretString("a"), SecretString("b"), "http://x", "https://x"});
  ASSERT_TRUE(written) << written.error()->message;
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
  const auto read = read_credentials(file);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->app_id, "my-app");
  EXPECT_EQ(read->auth_key.expose(), "a");
  EXPECT_EQ(read->api_key.expose(), "b");
  EXPECT_EQ(read->tls_url, "https://x");
}

TEST(CredentialsFile, WhatIsNoneIsNotRead) {
  const test_support::TemporaryDirectory directory;
  const auto file = directory / "credentials.json";
  EXPECT_FALSE(read_credentials(file));
  for (const auto* content : {"", "{", "[]", "{}", R"({"appId":7})"}) {
    std::ofstream(file) << content;
    EXPECT_FALSE(read_credentials(file)) << content;
  }
}

TEST(CredentialsFile, AnUnwritablePlaceIsNamed) {
  const auto written = write_credentials("/nowhere/credentials.json", {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error()->message,
            "cannot write /nowhere/credentials.json: No such file or directory");
}

}  // namespace
}  // namespace parley::daemon
