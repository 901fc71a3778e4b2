// When memory has run out, sockets that must end still do, and no socket misses a message.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "realtime/hub.hpp"
#include "support/allocations.hpp"
#include "support/cached_session.hpp"

namespace parley::realtime {
namespace {

using test_support::NoMemory;

/// A member that leaves the hub when it ends, as sockets do.
class Device final : public HubMember {
 public:
  Device(Hub& hub, const std::string& session_id, core::AppEpoch app_epoch) : hub_(hub) {
    live = test_support::make_session("app", "ann", session_id, app_epoch);
    hub_.watch(*this);
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() override { hub_.leave(*this); }

  void queue_presence(const Frame& /*frame*/) override {}
  void queue(const Frame& /*frame*/) override {}
  void flush() override { ++flushes; }
  void end(core::EndReason /*reason*/) override { abandon(); }
  void abandon() noexcept override {
    is_gone = true;
    hub_.leave(*this);
  }

  bool is_gone = false;
  int flushes = 0;

 private:
  Hub& hub_;
};

class HubWithoutMemory : public testing::Test {
 protected:
  using Devices = std::vector<std::unique_ptr<Device>>;

  Devices add(int count, const std::string& session_id, core::AppEpoch app_epoch = 1) {
    Devices devices;
    for (int i = 0; i < count; ++i)
      devices.push_back(std::make_unique<Device>(hub_, session_id, app_epoch));
    return devices;
  }

  /// Devices of ann that receive the presence of all users, and notices.
  Devices add_joined(int count, const std::string& session_id) {
    auto devices = add(count, session_id);
    for (auto& device : devices) {
      device->subscriber.subscription = core::Subscription::all_users;
      hub_.join(*device);
    }
    return devices;
  }

  static core::Announcement announcement() {
    core::Announcement announcement;
    announcement.sequence = 1;
    announcement.app_id = "app";
    announcement.user.user.uid = "bob";
    return announcement;
  }

  static int gone(const Devices& devices) {
    int count = 0;
    for (const auto& device : devices) count += device->is_gone ? 1 : 0;
    return count;
  }

  asio::io_context context_;
  Hub hub_{context_};
};

TEST_F(HubWithoutMemory, EndsTheSocketsOfASessionAndNoOthers) {
  const auto revoked = add(10, "ses_revoked");
  const auto others = add(10, "ses_other");
  {
    const NoMemory none;
    hub_.end_session("ses_revoked", core::EndReason::revoked);
  }
  EXPECT_EQ(gone(revoked), 10);
  EXPECT_EQ(gone(others), 0);
}

TEST_F(HubWithoutMemory, DisconnectsAllRatherThanKeepASocketOfAnEndedSession) {
  const auto revoked = add(1'000, "ses_revoked");
  const auto others = add(10, "ses_other");
  {
    const NoMemory none;
    hub_.end_session("ses_revoked", core::EndReason::revoked);
  }
  EXPECT_EQ(gone(revoked), 1'000);
  EXPECT_EQ(gone(others), 10);
}

TEST_F(HubWithoutMemory, DisconnectsAllRatherThanKeepASocketOfARemovedApp) {
  const auto removed = add(1'000, "ses_of_removed", 1);
  const auto others = add(10, "ses_of_other", 2);
  {
    const NoMemory none;
    hub_.end_app(1);
  }
  EXPECT_EQ(gone(removed), 1'000);
  EXPECT_EQ(gone(others), 10);
}

TEST_F(HubWithoutMemory, EndsAllSocketsOfARemovedAppInSteps) {
  const auto removed = add(1'000, "ses_of_removed", 1);
  hub_.end_app(1);
  {
    const NoMemory none;
    context_.run();
  }
  EXPECT_EQ(gone(removed), 1'000);
}

TEST_F(HubWithoutMemory, DisconnectsTheRecipientsOfAnAnnouncementRatherThanLoseIt) {
  const auto recipients = add_joined(10, "ses_recipient");
  const auto others = add(10, "ses_other");
  const auto news = announcement();
  const auto frame = make_frame("news");
  {
    const NoMemory none;
    hub_.deliver(news, frame);
  }
  EXPECT_EQ(gone(recipients), 10);
  EXPECT_EQ(gone(others), 0);
}

TEST_F(HubWithoutMemory, DisconnectsTheRecipientsOfANoticeRatherThanLoseIt) {
  const auto recipients = add_joined(10, "ses_recipient");
  const auto others = add(10, "ses_other");
  const core::UserNotice notice{.sequence = 1, .app_id = "app", .uid = "ann"};
  const auto frame = make_frame("notice");
  {
    const NoMemory none;
    hub_.deliver(notice, frame);
  }
  EXPECT_EQ(gone(recipients), 10);
  EXPECT_EQ(gone(others), 0) << "these have not joined";
}

TEST_F(HubWithoutMemory, FlushesWhatIsQueued) {
  const auto devices = add_joined(1'000, "ses_recipient");
  hub_.deliver(announcement(), make_frame("news"));
  {
    const NoMemory none;
    context_.run();
  }
  for (const auto& device : devices) EXPECT_EQ(device->flushes, 1);
}

TEST_F(HubWithoutMemory, DisconnectsAllRatherThanLoseACall) {
  for (int i = 0; i < 2; ++i) {
    const auto devices = add(10, "ses_of_ann");
    {
      const NoMemory none;
      for (int calls = 0; calls < 2; ++calls) hub_.post([](Hub&) { ADD_FAILURE(); });
    }
    EXPECT_EQ(gone(devices), 0) << "not on the thread of the caller";
    context_.restart();
    EXPECT_EQ(context_.run(), 1U);
    EXPECT_EQ(gone(devices), 10);
  }
}

}  // namespace
}  // namespace parley::realtime
