// The receiving side of a socket: from bytes to handled messages.
#include <chrono>
#include <exception>
#include <memory_resource>
#include <utility>
#include <variant>

#include <boost/asio/bind_allocator.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "base/log_failure.hpp"
#include "realtime/socket.hpp"

namespace parley::realtime {
namespace {

using std::chrono::steady_clock;

/// Reads in a row before other handlers of this I/O thread run.
constexpr int kReadsInARow = 8;

const Frame& pong_of_ours() {
  static const Frame frame = make_frame(text_frame(wire::pong()));
  return frame;
}

}  // namespace

/// Reads what has arrived, and arranges to be called again for what comes next. Not a coroutine:
/// coroutine frames would be most of the memory of an idle socket (bench/EXPERIMENTS.md).
void Socket::receive() try {
  for (int reads = 0;; ++reads) {
    if (state_ == State::gone) return give_up();
    if (is_to_log_in()) {
      return asio::co_spawn(
          hub_.context(), [self = shared_from_this()] { return self->log_in(); },
          LogFailure{"socket_failed"});
    }
    if (reads == kReadsInARow) return receive_later();
    http::IoError code;
    auto& scratch = hub_.scratch();
    const auto count = stream_.read_now(asio::buffer(scratch), code);
    if (code == asio::error::would_block) return receive_when_readable();
    if (code) return give_up();
    take({scratch.data(), count});
  }
} catch (...) {
  LogFailure{"socket_failed"}(std::current_exception());
  give_up();
}

void Socket::receive_later() {
  asio::post(hub_.context(), [self = shared_from_this()] { self->receive(); });
}

void Socket::receive_when_readable() {
  // The blocks that Asio recycles are often larger than needed here, and an idle socket keeps its
  // block for as long as it waits.
  const std::pmr::polymorphic_allocator<> no_more_than_needed(std::pmr::new_delete_resource());
  stream_.wait_readable()(asio::bind_allocator(
      no_more_than_needed, [self = shared_from_this()](auto) { self->receive(); }));
}

/// Handles the frames in `bytes`, up to an auth frame: the rest waits in pending_login_ until
/// log_in() is done.
void Socket::take(std::string_view bytes) {
  if (!reader_ && bytes.empty()) return;
  if (!reader_) reader_ = std::make_unique<FrameReader>();
  while (state_ != State::gone && !is_deaf_) {
    const auto event = reader_->read(bytes);
    if (event == FrameReader::Event::none) break;
    handle(event);
    if (!is_to_log_in()) continue;
    pending_login_->rest = bytes;
    return;
  }
  if (reader_->is_between_messages()) reader_.reset();
}

void Socket::handle(FrameReader::Event event) {
  using enum FrameReader::Event;
  if (event == close) {
    leave_hub(false);  // Even if the code is 4003: only the server decides that a session ended.
    this->close(reader_->close_code(), {});
    stream_.finish_writing();
    state_ = State::gone;
    return;
  }
  if (event == violation) return reject(reader_->close_code(), reader_->problem());
  if (state_ == State::closing) return;
  if (!frame_rate_.allow(services_.limits, steady_clock::now()))
    return reject(CloseCode::policy_violation, "too many frames");
  if (state_ == State::open) touch();
  if (event == ping) {
    push(make_frame(pong_frame(reader_->control())));
    flush();
  } else if (event == message) {
    ++services_.statistics.received;
    handle_message();
  }
}

/// Closes because of what the client sent, and ignores everything that it sends from now on.
void Socket::reject(CloseCode code, std::string_view problem) {
  is_deaf_ = true;
  if (state_ == State::closing) return flush();
  ++services_.statistics.violations;
  send(wire::error_frame(make_error(ErrorCode::kErrBadRequestFrame, {{"problem", problem}})));
  close(code, problem);
}

void Socket::handle_message() {
  auto frame = wire::parse_client_frame(reader_->message());
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
                                      {{"problem", "the connection is already logged in"}})));
  }
}

void Socket::handle_first(wire::ClientFrame frame) {
  if (auto* auth = std::get_if<wire::AuthFrame>(&frame)) {
    pending_login_->auth = std::move(*auth);
  } else if (std::holds_alternative<wire::PingFrame>(frame)) {
    push(pong_of_ours());
    flush();
  } else {
    refuse({}, make_error(ErrorCode::kAuthErrEmptyAuthTokenFrame));
  }
}

}  // namespace parley::realtime
