// What a client says over its socket: from the bytes that arrive to what is done about them.
#include <chrono>
#include <utility>
#include <variant>

#include <boost/asio/buffer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>

#include "realtime/socket.hpp"

namespace parley::realtime {
namespace {

using std::chrono::steady_clock;

/// Reads in a row, before others on this core have their turn.
constexpr int kReadsInARow = 8;

const Frame& pong_of_ours() {
  static const Frame frame = make_frame(text_frame(wire::pong()));
  return frame;
}

}  // namespace

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

}  // namespace parley::realtime
