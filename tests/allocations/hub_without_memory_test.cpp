// When memory has run out, sockets that must end still do.
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
  void flush() override {}
  void end(core::EndReason /*reason*/) override { abandon(); }
  void abandon() noexcept override {
    is_gone = true;
    hub_.leave(*this);
  }

  bool is_gone = false;

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

}  // namespace
}  // namespace parley::realtime
