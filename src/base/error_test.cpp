#include "base/error.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "base/result.hpp"

namespace parley {
namespace {

TEST(ErrorTest, FillsThePlaceholdersOfItsTexts) {
  const auto error = make_error(ErrorCode::kErrUidNotFound, {{"uid", "superhero1"}});
  EXPECT_NE(error->message.find("superhero1"), std::string::npos);
  EXPECT_EQ(error->message.find('{'), std::string::npos);
}

TEST(ErrorTest, LeavesBracesThatAreNoPlaceholder) {
  const auto error = make_error(ErrorCode::kErrUserDeactivated, {{"uid", "superhero1"}});
  EXPECT_NE(error->dev_message.find("uidsToActivate"), std::string::npos);
}

TEST(ErrorTest, NamesEveryFieldOfABadRequest) {
  const auto error = bad_request({{"name", {"is required"}}, {"uid", {"is required"}}});
  EXPECT_NE(error->message.find("name, uid"), std::string::npos);
  EXPECT_EQ(error->details.size(), 2U);
}

TEST(ErrorTest, NamesAFewOfManyFieldsAndSaysThatThereAreMore) {
  ErrorDetails details;
  for (int i = 10; i < 10 + static_cast<int>(kMostErrorFields); ++i)
    add_detail(details, "field" + std::to_string(i), "is unknown");
  EXPECT_FALSE(is_full(details));
  EXPECT_EQ(bad_request(details)->message.find("more"), std::string::npos);
  for (int i = 0; i < 100'000; ++i) add_detail(details, "other" + std::to_string(i), "is unknown");
  const auto error = bad_request(details);
  EXPECT_EQ(error->details.size(), kMostErrorFields);
  EXPECT_NE(error->message.find("field29 and more"), std::string::npos) << error->message;
}

TEST(ErrorTest, ShortensLongNamesAndLongListsOfReasons) {
  ErrorDetails details;
  const auto field = "x" + std::string(100'000, 'y');
  for (int i = 0; i < 1000; ++i) add_detail(details, field, "reason " + std::to_string(i));
  ASSERT_EQ(details.size(), 1U);
  EXPECT_LT(details.begin()->first.size(), 300U);
  EXPECT_EQ(details.begin()->second.size(), kMostErrorFields);
}

TEST(ErrorTest, GivesEachReasonOnce) {
  ErrorDetails details;
  for (int i = 0; i < 3; ++i) add_detail(details, "status", "is unknown");
  EXPECT_EQ(details.at("status").size(), 1U);
}

TEST(ErrorTest, ACopyKeepsItsTextsWhenTheOtherIsChanged) {
  auto error = make_error(ErrorCode::kErrServiceUnavailable);
  const auto copy = error;
  error->internal = "disk on fire";
  EXPECT_EQ(copy->internal, "");
  EXPECT_EQ(error->internal, "disk on fire");
  EXPECT_EQ(error->message, copy->message);
}

TEST(ResultTest, WhatItsErrorSaysStaysAsLongAsTheResult) {
  const Result<int> result = bad_request("name", "is required");
  const auto& details = result.error()->details;
  EXPECT_EQ(&details, &result.error()->details);
}

TEST(ErrorTest, EveryCodeHasAStatusAndTexts) {
  for (std::size_t i = 0; i < kErrorCodeCount; ++i) {
    const auto& entry = info(static_cast<ErrorCode>(i));
    EXPECT_FALSE(entry.code.empty());
    EXPECT_GE(entry.http_status, 400);
    EXPECT_LT(entry.http_status, 600);
    EXPECT_FALSE(entry.message.empty());
    EXPECT_FALSE(entry.dev_message.empty());
  }
}

TEST(ResultTest, TakingTheValueOfAnErrorIsABug) {
  const Result<int> result = make_error(ErrorCode::kErrException);
  EXPECT_THROW(static_cast<void>(result.value()), std::logic_error);
}

}  // namespace
}  // namespace parley
