#include "realtime/socket.hpp"

#include <atomic>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>

#include "base/log_failure.hpp"

namespace parley::realtime {
namespace {

using std::chrono::steady_clock;

/// Reads in a row, before others on this core have their turn.
constexpr int kReadsInARow = 8;

core::DeviceNumber next_device() {
  static std::atomic<core::DeviceNumber> last = 0;
  return ++last;
}

const Frame& pong_of_ours() {
  static const Frame frame = make_frame(text_frame(wire::pong()));
  return frame;
}

}  // namespace

Socket::Socket(http::Upgrade upgrade, Origin origin, bool opens_late, Hub& hub, Services services)
    : stream_(std::move(upgrade.stream)),
      place_(std::move(upgrade.place)),
      core_(*place_.core()),
      watched_(core_.watch(*this)),
      hub_(hub),
      services_(services),
      address_(origin.address),
      beginning_(std::make_unique<Beginning>(Beginning{std::move(origin), std::move(upgrade.answer),
                                                       std::move(upgrade.received), opens_late,
                                                       std::nullopt})),
      flood_(services.limits.frames_per_second, services.limits.frames_at_once, core_.now()),
      silent_until_(core_.now() + services.limits.authentication) {
  device = next_device();
  stream_.limit_send_buffer(services_.limits.send_buffer);
  ++services_.statistics.sockets;
}

Socket::~Socket() {
  leave_hub(false);
  core_.unwatch(watched_);
  --services_.statistics.sockets;
}

Task<void> Socket::run() {
  co_await open();
  if (state_ != State::gone) co_await receive_until_gone();
  state_ = State::gone;
  leave_hub(false);
  stream_.close();
}

Task<void> Socket::open() {
  using Timer = asio::basic_waitable_timer<steady_clock, asio::wait_traits<steady_clock>, Executor>;
  if (beginning_->opens_late) {
    Timer timer(hub_.context(), services_.limits.late_open);
    co_await timer.async_wait(asio::as_tuple(asio::deferred));
  }
  if (state_ != State::opening) co_return;
  state_ = State::authenticating;
  silent_until_ = steady_clock::now() + services_.limits.authentication;
  set_deadline();
  push(make_frame(std::move(beginning_->answer)));
  flush();
  if (core_.is_draining()) drain();
  const auto received = std::exchange(beginning_->received, {});
  co_await take(received.data());
}

Task<void> Socket::receive_until_gone() {
  int in_a_row = 0;
  while (state_ != State::gone) {
    http::IoError code;
    auto& scratch = hub_.scratch();
    const auto count = stream_.read_now(asio::buffer(scratch), code);
    if (code == asio::error::would_block) {
      in_a_row = 0;
      const auto [failure] = co_await stream_.wait_readable();
      if (failure) co_return;
    } else if (code) {
      co_return;
    } else {
      co_await take({scratch.data(), count});
      if (++in_a_row % kReadsInARow == 0) co_await asio::post(hub_.context(), asio::deferred);
    }
  }
}

/// `bytes` may be overwritten as soon as anything is waited for.
Task<void> Socket::take(std::string_view bytes) {
  const auto used = take_until_auth(bytes);
  if (beginning_ && beginning_->auth) {
    const std::string rest(bytes.substr(used));
    auto frame = std::move(*beginning_->auth);
    beginning_->auth.reset();
    co_await log_in(std::move(frame));
    (void)take_until_auth(rest);
  }
}

std::size_t Socket::take_until_auth(std::string_view bytes) {
  const auto size = bytes.size();
  while (state_ != State::gone && !is_deaf_ && !(beginning_ && beginning_->auth)) {
    const auto event = reader_.read(bytes);
    if (event == FrameReader::Event::none) break;
    handle(event);
  }
  return size - bytes.size();
}

void Socket::handle(FrameReader::Event event) {
  using enum FrameReader::Event;
  if (event == close) {
    this->close(reader_.close_code(), {});
    stream_.finish_writing();
    state_ = State::gone;
    return;
  }
  if (event == violation) return reject(reader_.close_code(), reader_.problem());
  if (state_ == State::closing) return;
  if (!flood_.allow(steady_clock::now()))
    return reject(CloseCode::policy_violation, "there are too many frames");
  if (state_ == State::open) touch();
  if (event == ping) {
    push(make_frame(pong_frame(reader_.control())));
    flush();
  } else if (event == message) {
    ++services_.statistics.received;
    handle_message();
  }
}

/// Closes for what the client sent, and looks at nothing that it sends from now on.
void Socket::reject(CloseCode code, std::string_view problem) {
  is_deaf_ = true;
  if (state_ == State::closing) return;
  ++services_.statistics.violations;
  send(wire::error_frame(make_error(ErrorCode::kErrBadRequestFrame, {{"problem", problem}})));
  close(code, problem);
}

void Socket::handle_message() {
  auto frame = wire::parse_client_frame(reader_.message());
  if (state_ == State::authenticating) {
    if (!frame) {
      refuse({}, frame.error());
    } else {
      handle_first(std::move(*frame));
    }
  } else if (!frame) {
    send(wire::error_frame(frame.error()));
  } else if (std::holds_alternative<wire::PingFrame>(*frame)) {
    push(pong_of_ours());
    flush();
  } else if (const auto* unknown = std::get_if<wire::UnknownFrame>(&*frame)) {
    send(wire::error_frame(
        make_error(ErrorCode::kErrBadRequestFrameType, {{"type", unknown->type}})));
  } else {
    send(wire::error_frame(make_error(ErrorCode::kErrBadRequestFrame,
                                      {{"problem", "the connection is logged in already"}})));
  }
}

void Socket::handle_first(wire::ClientFrame frame) {
  if (auto* auth = std::get_if<wire::AuthFrame>(&frame)) {
    beginning_->auth = std::move(*auth);
  } else if (std::holds_alternative<wire::PingFrame>(frame)) {
    push(pong_of_ours());
    flush();
  } else {
    refuse({}, make_error(ErrorCode::kAuthErrEmptyAuthToken));
  }
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
        stalled_until_ = core_.now() + services_.limits.stalled_write;
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
  silent_until_ = core_.now() + services_.limits.closing;
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
  hub_.unwatch(*this);
  hub_.remove(*this);
  --services_.statistics.authenticated;
  auto& presence = services_.domain.presence;
  if (for_good) {
    presence.leave(session().app_id, session().uid, device);
  } else {
    presence.drop(session().app_id, session().uid, device);
  }
}

/// The client has been heard of.
void Socket::touch() {
  silent_until_ = core_.now() + services_.limits.silence;
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
  return core_.now() + (end - services_.clock.now());
}

void Socket::expire() {
  const auto now = core_.now();
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
