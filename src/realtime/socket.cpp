#include "realtime/socket.hpp"

#include <atomic>
#include <exception>
#include <utility>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>

#include "base/log_failure.hpp"

namespace parley::realtime {
namespace {

using std::chrono::steady_clock;

core::DeviceNumber next_device() {
  static std::atomic<core::DeviceNumber> last = 0;
  return ++last;
}

const Frame& ping_of_ours() {
  static const Frame frame = make_frame(ping_frame());
  return frame;
}

}  // namespace

Socket::Socket(http::Upgrade upgrade, ClientOrigin origin, OpenSockets::AddressSlot of_address,
               bool opens_late, Hub& hub, const SocketServices& services)
    : stream_(std::move(upgrade.stream)),
      slot_(std::move(upgrade.slot)),
      registration_(io_thread(), *this),
      hub_(hub),
      services_(services),
      address_(origin.address),
      pending_login_(std::make_unique<PendingLogin>(PendingLogin{
          std::move(origin), std::move(upgrade.answer), std::move(upgrade.received), opens_late})),
      of_address_(std::move(of_address)),
      frame_rate_(services.limits, io_thread().now()) {
  device = next_device();
  stream_.limit_send_buffer(services_.limits.send_buffer);
  ++services_.statistics.sockets;
}

Socket::~Socket() {
  abandon();
  hub_.leave(*this);  // In case a login threw before it had finished.
  --services_.statistics.sockets;
}

Task<void> Socket::run() {
  if (pending_login_->opens_late) {
    Timer timer(hub_.context(), services_.limits.late_open);
    ReservedWait wait;
    co_await wait.on(timer);
  }
  if (state_ != State::opening) co_return give_up();
  state_ = State::authenticating;
  silent_until_ = steady_clock::now() + services_.limits.authentication;
  set_deadline();
  push(make_frame(std::move(pending_login_->answer)));
  flush();
  if (io_thread().is_draining()) drain();
  const auto received = std::exchange(pending_login_->received, {});
  take(received.data());
  receive();
}

void Socket::send(std::string_view text) {
  push(make_frame(text_frame(text)));
  flush();
}

void Socket::push(const Frame& frame) {
  if (state_ == State::gone || outbox_.push(frame)) return;
  // The outbox may be full only because much was queued at once. Whether the client is slow shows
  // when the kernel accepts no more.
  write_some();
  if (state_ != State::gone && !outbox_.push(frame)) give_up();
}

void Socket::queue(const Frame& frame) {
  if (state_ == State::open) push(frame);
}

void Socket::queue_presence(const Frame& frame) {
  if (state_ != State::open) return;
  if (!outbox_.has_room_for_presence(frame)) write_some();
  if (state_ != State::open) return;
  if (outbox_.push_presence(frame)) {
    ++services_.statistics.presence_sent;
    return;
  }
  ++services_.statistics.presence_dropped;
  // A resync may be dropped like presence, because another one follows then.
  const auto resync = make_frame(text_frame(wire::resync(session().app_id)));
  if (!outbox_.push_presence(resync)) push(resync);
}

void Socket::flush() {
  if (!is_writing_) write_some();
}

void Socket::write_some() {
  while (!outbox_.empty() && state_ != State::gone) {
    http::IoError code;
    const auto count = stream_.write_now(outbox_.next(), code);
    if (code == asio::error::would_block) {
      if (stalled_until_ == kNoDeadline) {
        stalled_until_ = io_thread().now() + services_.limits.stalled_write;
        set_deadline();
      }
      if (is_writing_) return;
      is_writing_ = true;
      asio::co_spawn(
          hub_.context(), [self = shared_from_this()] { return self->write_when_possible(); },
          [self = shared_from_this()](const std::exception_ptr& failure) {
            LogFailure{"socket_failed"}(failure);
            if (failure) self->abandon();
          });
      return;
    }
    if (code) return give_up();
    outbox_.wrote(count);
    stalled_until_ = kNoDeadline;
  }
  // After a violation the client's input is ignored, and so is its close frame: end the stream now.
  if (is_deaf_ && state_ == State::closing && outbox_.empty()) stream_.finish_writing();
}

Task<void> Socket::write_when_possible() {
  while (!outbox_.empty() && state_ != State::gone) {
    const auto [failure] = co_await stream_.wait_writable();
    if (failure) break;
    write_some();
  }
  is_writing_ = false;
}

/// Disconnects a client that cannot be reached or does not read.
void Socket::give_up() noexcept {
  state_ = State::gone;
  stream_.close();
  leave_hub(false);
}

void Socket::close(CloseCode code, std::string_view reason) {
  if (state_ == State::closing || state_ == State::gone) return;
  leave_hub(code == CloseCode::session_ended,
            code == CloseCode::silent ? silence() : Moment::duration{});
  push(make_frame(close_frame(code, reason)));
  if (state_ == State::gone) return;
  state_ = State::closing;
  silent_until_ = io_thread().now() + services_.limits.closing;
  set_deadline();
  flush();
}

void Socket::end(core::EndReason reason) {
  if (state_ == State::closing || state_ == State::gone) return;
  send(wire::session_ended(session().app_id, reason));
  close(CloseCode::session_ended, "the session has ended");
}

/// `for_good`: the user goes offline without the grace period, unless it has other devices.
/// `silence`: the time since the last frame of a client that is lost. Nothing here may fail: a user
/// whose socket has left the hub must not stay online.
void Socket::leave_hub(bool for_good, Moment::duration silence) noexcept {
  if (!std::exchange(in_hub_, false)) return;
  of_user_ = {};
  hub_.leave(*this);
  --services_.statistics.authenticated;
  auto& presence = services_.domain.presence;
  if (for_good) {
    presence.leave(session().app_id, session().uid, device);
  } else {
    presence.drop(session().app_id, session().uid, device,
                  std::chrono::floor<SteadyTime::duration>(silence));
  }
  record(core::FeedKind::disconnected);
}

/// Records the event in the live feed of the app. A failure is logged: it must not keep the socket
/// from being opened or closed.
void Socket::record(core::FeedKind kind) noexcept {
  try {
    services_.domain.feed.record({.kind = kind,
                                  .app_id = session().app_id,
                                  .app_epoch = live->app_epoch(),
                                  .uid = session().uid,
                                  .session_id = session().id,
                                  .platform = session().device.platform,
                                  .address = address_});
  } catch (...) {
    LogFailure{"socket_failed"}(std::current_exception());
  }
}

/// Called for each frame of a client that is logged in.
void Socket::touch() {
  silent_until_ = io_thread().now() + services_.limits.silence;
  pings_ = 0;
  services_.domain.sessions.use(live, address_);
  set_deadline();
}

/// The time since the last frame of a client that is logged in.
Socket::Moment::duration Socket::silence() const {
  return io_thread().now() - (silent_until_ - services_.limits.silence);
}

Socket::Moment Socket::next_ping() const {
  return silent_until_ - services_.limits.silence + (pings_ + 1) * services_.limits.ping;
}

void Socket::ping() {
  ++pings_;
  push(ping_of_ours());
  flush();
}

void Socket::set_deadline() {
  deadline_ = std::min(silent_until_, stalled_until_);
  if (state_ == State::open) deadline_ = std::min({deadline_, end_of_session(), next_ping()});
}

/// When the session expires; kNoDeadline if it does not.
Socket::Moment Socket::end_of_session() const {
  const auto end = core::ends_at(session(), live->last_used_at());
  if (end == kNever) return kNoDeadline;
  return io_thread().now() + (end - services_.clock.now());
}

void Socket::expire() {
  const auto now = io_thread().now();
  if (now >= stalled_until_ || state_ == State::closing) {
    leave_hub(false, silence());
    give_up();
  } else if (state_ == State::authenticating) {
    close(CloseCode::unauthenticated, "not authenticated in time");
  } else if (now >= silent_until_) {
    close(CloseCode::silent, "no frame received for too long");
  } else if (now >= end_of_session()) {
    end(core::EndReason::expired);
  } else {
    if (now >= next_ping()) ping();
    set_deadline();  // The old one may have been too early: it was based on the time of a sweep.
  }
}

void Socket::drain() {
  if (state_ == State::opening) return give_up();
  close(CloseCode::going_away, "the server is stopping");
}

void Socket::cut() { give_up(); }

}  // namespace parley::realtime
