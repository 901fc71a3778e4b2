#include "realtime/socket.hpp"

#include <atomic>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>

#include "base/log_failure.hpp"

namespace parley::realtime {
namespace {

using std::chrono::steady_clock;

core::DeviceNumber next_device() {
  static std::atomic<core::DeviceNumber> last = 0;
  return ++last;
}

}  // namespace

Socket::Socket(http::Upgrade upgrade, Origin origin, bool opens_late, Hub& hub,
               const Services& services)
    : stream_(std::move(upgrade.stream)),
      place_(std::move(upgrade.place)),
      watched_(core().watch(*this)),
      hub_(hub),
      services_(services),
      address_(origin.address),
      beginning_(std::make_unique<Beginning>(Beginning{std::move(origin), std::move(upgrade.answer),
                                                       std::move(upgrade.received), opens_late})),
      flood_(services.limits, core().now()),
      silent_until_(core().now() + services.limits.authentication) {
  device = next_device();
  stream_.limit_send_buffer(services_.limits.send_buffer);
  ++services_.statistics.sockets;
}

Socket::~Socket() {
  leave_hub(false);
  core().unwatch(watched_);
  --services_.statistics.sockets;
}

Task<void> Socket::run() {
  using Timer = asio::basic_waitable_timer<steady_clock, asio::wait_traits<steady_clock>, Executor>;
  if (beginning_->opens_late) {
    Timer timer(hub_.context(), services_.limits.late_open);
    co_await timer.async_wait(asio::as_tuple(asio::deferred));
  }
  if (state_ != State::opening) co_return give_up();
  state_ = State::authenticating;
  silent_until_ = steady_clock::now() + services_.limits.authentication;
  set_deadline();
  push(make_frame(std::move(beginning_->answer)));
  flush();
  if (core().is_draining()) drain();
  const auto received = std::exchange(beginning_->received, {});
  take(received.data());
  receive();
}

void Socket::send(std::string_view text) {
  push(make_frame(text_frame(text)));
  flush();
}

void Socket::push(Frame frame) {
  if (state_ == State::gone) return;
  if (outbox_.push(std::move(frame)) == Outbox::Verdict::full) give_up();
}

void Socket::queue(const Frame& frame) {
  if (state_ == State::open) push(frame);
}

void Socket::queue_presence(const Frame& frame) {
  if (state_ != State::open) return;
  switch (outbox_.push_presence(frame)) {
    case Outbox::Verdict::queued: ++services_.statistics.presence_sent; break;
    case Outbox::Verdict::dropped_presence:
      ++services_.statistics.presence_dropped;
      push(make_frame(text_frame(wire::resync(session().app_id))));
      break;
    case Outbox::Verdict::full: give_up(); break;
  }
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
        stalled_until_ = core().now() + services_.limits.stalled_write;
        set_deadline();
      }
      if (is_writing_) return;
      is_writing_ = true;
      asio::co_spawn(
          hub_.context(), [self = shared_from_this()] { return self->write_when_possible(); },
          LogFailure{"socket_failed"});
      return;
    }
    if (code) return give_up();
    outbox_.wrote(count);
    stalled_until_ = kNoDeadline;
  }
}

Task<void> Socket::write_when_possible() {
  while (!outbox_.empty() && state_ != State::gone) {
    const auto [failure] = co_await stream_.wait_writable();
    if (failure) break;
    write_some();
  }
  is_writing_ = false;
}

/// The client is not reachable, or does not read.
void Socket::give_up() {
  state_ = State::gone;
  leave_hub(false);
  stream_.close();
}

void Socket::close(CloseCode code, std::string_view reason) {
  if (state_ == State::closing || state_ == State::gone) return;
  leave_hub(code == CloseCode::session_ended);
  push(make_frame(close_frame(code, reason)));
  if (state_ == State::gone) return;
  state_ = State::closing;
  silent_until_ = core().now() + services_.limits.closing;
  set_deadline();
  flush();
}

void Socket::end(core::EndReason reason) {
  if (state_ == State::closing || state_ == State::gone) return;
  send(wire::session_ended(session().app_id, reason));
  close(CloseCode::session_ended, "the session has ended");
}

void Socket::leave_hub(bool for_good) {
  if (!in_hub_) return;
  in_hub_ = false;
  places_ = {};
  hub_.unwatch(*this);
  hub_.remove(*this);
  --services_.statistics.authenticated;
  record(core::FeedKind::disconnected);
  auto& presence = services_.domain.presence;
  if (for_good) {
    presence.leave(session().app_id, session().uid, device);
  } else {
    presence.drop(session().app_id, session().uid, device);
  }
}

void Socket::record(core::FeedKind kind) {
  services_.domain.feed.record({.kind = kind,
                                .app_id = session().app_id,
                                .uid = session().uid,
                                .session_id = session().id,
                                .platform = session().device.platform,
                                .address = address_});
}

/// The client has been heard of.
void Socket::touch() {
  silent_until_ = core().now() + services_.limits.silence;
  services_.domain.sessions.use(live, address_);
  set_deadline();
}

void Socket::set_deadline() {
  deadline_ = std::min(silent_until_, stalled_until_);
  if (state_ == State::open) deadline_ = std::min(deadline_, end_of_session());
}

/// By time.
Socket::Moment Socket::end_of_session() const {
  const auto end = core::ends_at(session(), live->last_used_at());
  if (end == kNever) return kNoDeadline;
  return core().now() + (end - services_.clock.now());
}

void Socket::expire() {
  const auto now = core().now();
  if (now >= stalled_until_ || state_ == State::closing || state_ == State::opening) {
    give_up();
  } else if (state_ == State::authenticating) {
    close(CloseCode::unauthenticated, "no auth frame came in time");
  } else if (now >= silent_until_) {
    close(CloseCode::silent, "nothing was heard for too long");
  } else if (core::ends_at(session(), live->last_used_at()) <= services_.clock.now()) {
    end(core::EndReason::expired);
  } else {
    set_deadline();  // The core's time may be old by one sweep, so this came too early.
  }
}

void Socket::drain() {
  if (state_ == State::opening) return give_up();
  close(CloseCode::going_away, "the server is stopping");
}

void Socket::cut() { give_up(); }

}  // namespace parley::realtime
