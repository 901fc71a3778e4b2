#include "daemon/data/signing_key.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "daemon/data/file.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

class SigningKeyTest : public ::testing::Test {
 protected:
  void write(std::string_view text) const { std::ofstream(file_) << text; }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "jwt.pem";
};

TEST_F(SigningKeyTest, IsMadeOnceForItsOwnerOnly) {
  const auto first = load_or_create_signer(file_);
  EXPECT_EQ(std::filesystem::status(file_).permissions(), kOwnerOnly);
  EXPECT_EQ(load_or_create_signer(file_).key_set(), first.key_set());
}

TEST_F(SigningKeyTest, IsMadeAgainWhenAnInterruptedStartLeftAnEmptyFile) {
  write("");
  const auto signer = load_or_create_signer(file_);
  EXPECT_EQ(load_or_create_signer(file_).key_set(), signer.key_set());
}

TEST_F(SigningKeyTest, IsNeverReplacedWhenItIsDamaged) {
  const auto whole = crypto::make_signing_key().expose();
  for (const auto& text : {std::string("x"), std::string(119, '\0'), whole.substr(0, 60)}) {
    write(text);
    EXPECT_THAT([&] { return load_or_create_signer(file_); },
                ThrowsMessage<std::runtime_error>(HasSubstr("is damaged; restore it")));
    EXPECT_EQ(read_file(file_).value(), text);
  }
}

TEST_F(SigningKeyTest, SaysWhyItCannotBeRead) {
  std::filesystem::create_directory(file_);
  EXPECT_THAT(
      [&] { return load_or_create_signer(file_); },
      ThrowsMessage<std::runtime_error>("cannot read " + file_.string() + ": Is a directory"));
}

TEST_F(SigningKeyTest, MustBeAFileThatCanBeMade) {
  EXPECT_THAT([&] { return load_or_create_signer(directory_ / "nowhere/jwt.pem"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("cannot write")));
}

}  // namespace
}  // namespace parley::daemon
