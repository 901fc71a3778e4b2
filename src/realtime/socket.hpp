// One WebSocket, from the handshake to the close.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/io_thread.hpp"
#include "http/upgrade.hpp"
#include "realtime/authentication.hpp"
#include "realtime/frame.hpp"
#include "realtime/frame_rate_limit.hpp"
#include "realtime/hub.hpp"
#include "realtime/hub_member.hpp"
#include "realtime/limits.hpp"
#include "realtime/open_sockets.hpp"
#include "realtime/outbox.hpp"
#include "realtime/socket_counters.hpp"
#include "realtime/stream.hpp"

namespace parley::realtime {

/// The dependencies of all sockets. Everything referred to must outlive the sockets.
struct SocketServices {
  core::Domain& domain;
  const crypto::JwtSigner& signer;
  const Clock& clock;
  const Limits& limits;
  SocketCounters& statistics;
  OpenSockets& open_sockets;
  std::string public_url = {};  ///< See api::ApiOptions.
};

/// Used on its I/O thread only. An idle socket uses little memory (bench/EXPERIMENTS.md): it has a
/// coroutine only for the handshake, for the login and while output waits, and a FrameReader only
/// while a message arrives.
class Socket final : public HubMember,
                     private http::DeadlineWatch,
                     public std::enable_shared_from_this<Socket> {
 public:
  /// `opens_late`: the 101 is sent after Limits::late_open. `services` must outlive the socket.
  Socket(http::Upgrade upgrade, ClientOrigin origin, OpenSockets::AddressSlot of_address,
         bool opens_late, Hub& hub, const SocketServices& services);
  ~Socket() override;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  /// Sends the 101. After that the socket serves the client, and keeps itself alive until either
  /// side closes.
  Task<void> run();

  // HubMember:
  void queue_presence(const Frame& frame) override;
  void queue(const Frame& frame) override;
  void flush() override;
  void end(core::EndReason reason) override;
  void abandon() noexcept override { give_up(); }

 private:
  /// Only moves forward, and may skip states.
  enum class State : std::uint8_t {
    opening,         ///< The 101 has not been sent.
    authenticating,  ///< Waiting for the auth frame, or checking it.
    open,            ///< Logged in.
    closing,         ///< A close frame was sent.
    gone,            ///< Nothing can be sent to the client any more.
  };

  /// What is only needed until the login.
  struct PendingLogin {
    ClientOrigin origin;
    std::string answer;
    http::Buffer received;
    bool opens_late;
    std::optional<wire::AuthFrame> auth = {};
    std::string rest = {};  ///< What the client has sent after it.
  };

  using Moment = http::DeadlineWatch::Moment;

  void receive();
  void receive_later();
  void receive_when_readable();
  void take(std::string_view bytes);
  [[nodiscard]] bool is_to_log_in() const { return pending_login_ && pending_login_->auth; }
  void handle(FrameReader::Event event);
  void reject(CloseCode code, std::string_view problem);
  void handle_message();
  void handle_first(wire::ClientFrame frame);

  Task<void> log_in();
  Task<void> log_in(const wire::AuthFrame& frame);
  [[nodiscard]] Status admit(const wire::AuthFrame& frame);
  void refuse(const wire::AuthFrame& frame, const Error& error);
  Task<void> note_and_refuse(const wire::AuthFrame& frame, const Error& error);
  Task<Result<std::shared_ptr<const core::App>>> app_meant_by(const wire::AuthFrame& frame);

  void send(std::string_view text);
  void push(const Frame& frame);
  void close(CloseCode code, std::string_view reason);
  void leave_hub(bool for_good, Moment::duration silence = {}) noexcept;
  void record(core::FeedKind kind) noexcept;
  void give_up() noexcept;
  Task<void> write_when_possible();
  void write_some();
  void touch();
  void ping();
  [[nodiscard]] Moment::duration silence() const;
  [[nodiscard]] Moment next_ping() const;
  void set_deadline();
  [[nodiscard]] Moment end_of_session() const;
  [[nodiscard]] http::IoThread& io_thread() const { return *slot_.io_thread(); }

  void expire() override;
  void drain() override;
  void cut() override;

  Stream stream_;
  http::ConnectionSlot slot_;
  http::IoThread::Registration registration_;
  Hub& hub_;
  const SocketServices& services_;
  const std::string address_;                    ///< Of the client.
  std::unique_ptr<PendingLogin> pending_login_;  ///< Null once logged in.
  OpenSockets::AddressSlot of_address_;
  OpenSockets::UserSlot of_user_;        ///< Held while it is in the hub.
  std::unique_ptr<FrameReader> reader_;  ///< Null between messages.
  Outbox outbox_;
  FrameRateLimit frame_rate_;
  State state_ = State::opening;
  bool in_hub_ = false;
  bool is_writing_ = false;  ///< write_when_possible() is running.
  bool is_deaf_ = false;     ///< Input is ignored, after a violation.
  std::uint8_t pings_ = 0;   ///< Sent since the client's last frame.
  /// When the client must have logged in, sent its next frame or closed, depending on the state.
  Moment silent_until_ = kNoDeadline;
  Moment stalled_until_ = kNoDeadline;  ///< When a blocked write must have made progress.
};

}  // namespace parley::realtime
