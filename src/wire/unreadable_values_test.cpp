// One stored value that cannot be read never fails an answer, a list or a notification.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "wire/audit_json.hpp"
#include "wire/realtime_json.hpp"
#include "wire/role_json.hpp"
#include "wire/session_json.hpp"

namespace parley::wire {
namespace {

// See also UserJsonTest and StoredJson.
constexpr const char* kUnreadable[] = {"null",
                                       "[1]",
                                       "{",
                                       "{\"v\":NaN}",
                                       "{\"v\":1e400}",
                                       "{\"v\":Infinity}",
                                       "{\"v\":0e370}",
                                       "{\"v\":-1e309}",
                                       "{\"v\":\"\xFF\"}"};

/// The metadata of the user in a frame, as clients read it.
json::value metadata_in(const std::string& frame) {
  return json::parse(frame).at("body").at("user").at("metadata");
}

TEST(UnreadableValues, AreShownAsEmptyObjectsInAnswers) {
  for (const auto* text : kUnreadable) {
    SCOPED_TRACE(text);
    core::Role role;
    role.id = "vip";
    role.metadata = text;
    EXPECT_EQ(to_json("my-app", role).at("metadata"), json::object());
    core::Session session;
    session.id = "ses_1";
    session.device.app_info = text;
    EXPECT_EQ(to_json(session).at("appInfo"), json::object());
    core::AuditEvent event;
    event.details = text;
    const auto page = json::parse(audit_body({.events = {event}}));
    EXPECT_EQ(page.at("data").at(0).at("details"), json::object());
  }
}

TEST(UnreadableValues, AreShownAsEmptyObjectsInFrames) {
  for (const auto* text : kUnreadable) {
    SCOPED_TRACE(text);
    core::UserForViewer ann{};
    ann.user.uid = "ann";
    ann.user.metadata = text;
    core::Announcement announcement;
    announcement.user = ann;
    EXPECT_EQ(metadata_in(presence_frame(announcement)), json::object());
    core::UserNotice notice;
    notice.about = ann;
    EXPECT_EQ(metadata_in(user_frame(notice)), json::object());
  }
}

}  // namespace
}  // namespace parley::wire
