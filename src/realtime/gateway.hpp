// Accepts WebSockets, and forwards events of the domain to the hubs of all I/O threads.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "core/presence/announcement.hpp"
#include "http/upgrade.hpp"
#include "realtime/hub.hpp"
#include "realtime/socket.hpp"

namespace parley::realtime {

/// Safe from any thread. A socket stays on the I/O thread of its connection.
class Gateway final : public http::Upgrader, private core::PresenceListener {
 public:
  /// `io_threads` are the contexts of the HTTP server's I/O threads. Subscribes to `bus`. Before
  /// this is destroyed, the contexts must have run out of work, and the bus must publish nothing
  /// more.
  Gateway(const std::vector<asio::io_context*>& io_threads, core::EventBus& bus,
          SocketServices services);
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;

  std::optional<api::Response> answer(const api::Request& request) override;
  void adopt(http::Upgrade upgrade, const api::Request& request) override;

 private:
  void on_event(const core::Event& event);
  void end_missed(Hub& hub) noexcept;
  Task<void> find_and_end(Hub& hub);
  template <class F>
  void on_each_hub(const F& action) noexcept;

  // core::PresenceListener:
  void announce(std::shared_ptr<const core::Announcement> announcement) override;
  void notify(std::shared_ptr<const core::UserNotice> notice) override;
  void message_lost() noexcept override;

  [[nodiscard]] Hub& hub_on(const asio::io_context& context);

  SocketServices services_;
  std::deque<Hub> hubs_;  ///< One per I/O thread.
};

}  // namespace parley::realtime
