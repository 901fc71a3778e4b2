// When memory has run out, every hub is still notified of ended sessions and removed apps.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "realtime/gateway.hpp"
#include "support/allocations.hpp"
#include "support/domain_test.hpp"

namespace parley::realtime {
namespace {

using core::EventKind;

class GatewayWithoutMemory : public test_support::DomainTest {
 protected:
  /// Delivers the event without memory. The hubs must then have something to run.
  void expect_to_reach_all_hubs(const core::Event& event) {
    {
      const test_support::NoMemory none;
      bus.deliver(event);
    }
    for (auto& context : contexts_) EXPECT_EQ(context.poll(), 1U);
  }

  const crypto::JwtSigner signer_{crypto::make_signing_key()};
  const Limits limits_{};
  SocketCounters statistics_;
  OpenSockets open_sockets_{OpenSockets::Limits{}};
  std::array<asio::io_context, 3> contexts_;
  Gateway gateway_{{&contexts_[0], &contexts_[1], &contexts_[2]},
                   bus,
                   {domain, signer_, clock, limits_, statistics_, open_sockets_}};
};

TEST_F(GatewayWithoutMemory, EndsASession) {
  expect_to_reach_all_hubs({.kind = EventKind::session_ended, .session_id = "ses_1", .id = 100});
}

// Copying the id takes memory, too.
TEST_F(GatewayWithoutMemory, EndsASessionWithALongId) {
  expect_to_reach_all_hubs(
      {.kind = EventKind::session_ended, .session_id = std::string(100, 'x'), .id = 100});
}

TEST_F(GatewayWithoutMemory, EndsAnApp) {
  expect_to_reach_all_hubs({.kind = EventKind::app_changed,
                            .app_id = "other",
                            .app_epoch = 7,
                            .app_change = core::AppChangeKind::removed,
                            .id = 100});
}

}  // namespace
}  // namespace parley::realtime
