#include "http/connection.hpp"

#include <utility>
#include <vector>

#include "api/cors.hpp"
#include "base/error.hpp"
#include "http/serialize.hpp"

namespace parley::http {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kIdleBuffer = 2048;
constexpr std::size_t kIdleAnswerMemory = 2048;
constexpr std::size_t kBodyWindow = 16 * 1024;
constexpr milliseconds kStreamPause{250};
constexpr int kLooksPerWriteLimit = 5;
constexpr int kSwitchingProtocols = 101;
constexpr char kTlsHandshakeByte = 0x16;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

milliseconds time_bought(std::size_t bytes, const Limits& limits) {
  return milliseconds(bytes * 1000 / limits.slowest_bytes_per_second);
}

/// A buffer for bytes that are read only to be dropped; all connections of a thread share it. On
/// the heap, because threads without connections would hold an array, too.
asio::mutable_buffer discarded() {
  static thread_local std::vector<char> bytes(64 * 1024);
  return asio::buffer(bytes);
}

Error malformed(std::string_view problem) {
  return make_error(ErrorCode::kErrBadRequestHttp, {{"problem", problem}});
}

Error over_limit(ErrorCode code, std::size_t limit) {
  return make_error(code, {{"limit", std::to_string(limit)}});
}

}  // namespace

template <class Stream>
Connection<Stream>::Connection(Stream stream, ConnectionSlot slot, Handler& handler,
                               std::string client)
    : stream_(std::move(stream)),
      slot_(std::move(slot)),
      kept_io_thread_(slot_.io_thread()),
      io_thread_(*kept_io_thread_),
      registration_(io_thread_, *this),
      handler_(handler),
      client_(std::move(client)),
      in_(kIdleBuffer) {}

template <class Stream>
Task<void> Connection<Stream>::run() {
  enter(Phase::handshake, io_thread_.limits().handshake);
  const bool ready = co_await stream_.shake_hands();
  if (!ready) co_return;
  enter(Phase::idle, io_thread_.limits().idle);
  while (state_ == State::open) {
    const auto head = find_head();
    if (head == Head::complete) {
      co_await answer_request();
    } else if (head == Head::incomplete) {
      co_await receive_more();
    }
  }
  co_await finish();
}

/// Looks for the head of the next request in what has arrived.
template <class Stream>
auto Connection<Stream>::find_head() -> Head {
  // Some clients send an empty line after a body; RFC 9112 asks servers to ignore it.
  while (phase_ == Phase::idle && in_.data().starts_with("\r\n")) in_.consume(2);
  const auto received = in_.data();
  const bool half_empty_line = phase_ == Phase::idle && received == "\r";
  if (received.empty() || half_empty_line) return Head::incomplete;
  if (!std::exchange(received_anything_, true) && received.front() == kTlsHandshakeByte) {
    state_ = State::gone;  // TLS on the plain port: the client would not understand a response.
    return Head::refused;
  }
  const auto limit = io_thread_.limits().head_bytes;
  const auto verdict = scanner_.scan(received);
  if (verdict == HeadScanner::ScanResult::malformed) {
    refuse(malformed(scanner_.problem()));
    return Head::refused;
  }
  const bool complete = verdict == HeadScanner::ScanResult::complete;
  if (complete ? scanner_.head_size() > limit : received.size() >= limit) {
    refuse(over_limit(ErrorCode::kErrHeadersTooLarge, limit));
    return Head::refused;
  }
  if (complete) return Head::complete;
  if (phase_ == Phase::idle) enter(Phase::receiving, io_thread_.limits().head);
  return Head::incomplete;
}

template <class Stream>
Task<void> Connection<Stream>::receive_more() {
  if (!flush_now()) co_await flush();
  if (state_ != State::open) co_return;
  if (phase_ == Phase::idle) {
    // Empty lines that arrive just as the deadline passes do not extend it.
    if (expired_ || (io_thread_.is_draining() && !stream_.has_input())) {
      state_ = State::closing;
      co_return;
    }
    release_memory();
  }
  in_.make_room(io_thread_.limits().head_bytes);
  const auto [code, count] = co_await stream_.read_some(in_.room());
  in_.commit(count);
  if (code || is_too_slow()) handle_interruption();
}

/// Called when a read failed or came too late: a deadline has passed, the server is stopping, or
/// the client is gone.
template <class Stream>
void Connection<Stream>::handle_interruption() {
  if (is_too_slow()) {
    refuse(make_error(ErrorCode::kErrRequestTimeout));
  } else if (io_thread_.is_draining() && phase_ == Phase::idle && stream_.has_input()) {
    return;  // A request arrived just as the server began to stop; it is still answered.
  } else {
    state_ = State::closing;
  }
}

template <class Stream>
Task<void> Connection<Stream>::answer_request() {
  const auto started = std::chrono::steady_clock::now();
  const RequestId id;
  api::Request request;
  request.id = id.view();
  request.remote_address = client_;
  request.secure = Stream::kSecure;
  std::string body;
  Buffer head;  // Keeps the head, which `request` refers to, while in_ receives the body.
  RequestParser parser(request, body);

  const auto head_size = std::exchange(scanner_, {}).head_size();
  auto verdict = parser.parse_head(in_.data().substr(0, head_size));
  in_.consume(head_size);
  if (stream_.is_wrongly_plain()) co_return refuse_plain_http(request, parser, started);
  std::size_t limit = 0;
  if (verdict == ParseResult::incomplete && parser.is_encoded()) {
    verdict = ParseResult::encoded;
  } else if (verdict == ParseResult::incomplete) {
    limit = handler_.body_limit(request.method, request.path);
    if (parser.announced_body_size() > limit) {
      verdict = ParseResult::too_large;
    } else {
      std::size_t consumed = 0;
      verdict = parser.parse_body(in_.data(), limit, consumed);
      in_.consume(consumed);
    }
  }
  ByteBudget::LeasePtr memory;
  if (verdict == ParseResult::incomplete) {
    if (!co_await admit_body(request, parser, limit, memory, started)) co_return;
    request.admitted = true;
    if (!co_await receive_body(parser, limit, head)) co_return;
  } else if (!accept(verdict, parser, limit)) {
    co_return;
  }

  request.body = body;
  co_await answer(request, parser, started);
}

// Not part of answer_request(): one coroutine frame for both would be larger than Asio recycles
// (bench/EXPERIMENTS.md).
template <class Stream>
Task<void> Connection<Stream>::answer(const api::Request& request, const RequestParser& parser,
                                      Moment started) {
  phase_ = Phase::answering;
  deadline_ = kNoDeadline;
  const auto response = co_await handler_.handle(request);
  if (response.status == kSwitchingProtocols) {
    co_await switch_protocols(request, response);
    co_return;
  }
  append_answer(request, parser, response, started);
  if (response.stream && request.method != api::Method::head)
    co_await send_stream(*response.stream);
  if (state_ == State::open) enter(Phase::idle, io_thread_.limits().idle);
  // A large body refers to `response`, so it must be sent before this returns.
  const bool enough = out_.size() > api::kSmallBody || !large_body_.empty();
  if (enough && !flush_now()) co_await flush();
}

/// Sends what the stream produces until it ends, the client is gone or the server stops. That the
/// client is gone is only noticed when there is something to write.
template <class Stream>
Task<void> Connection<Stream>::send_stream(api::BodyStream& stream) {
  ReservedWait wait;
  Timer pause(io_thread_.context());
  while (state_ != State::gone && !io_thread_.is_draining()) {
    const auto part = co_await stream.next();
    if (!part) break;
    out_ += *part;
    if (!flush_now()) co_await flush();
    phase_ = Phase::answering;
    deadline_ = kNoDeadline;
    pause.expires_after(kStreamPause);
    co_await wait.on(pause);
  }
}

/// Flushes the responses to earlier requests, then hands the connection to the handler.
template <class Stream>
Task<void> Connection<Stream>::switch_protocols(const api::Request& request,
                                                const api::Response& response) {
  if (!flush_now()) co_await flush();
  if (std::exchange(state_, State::gone) == State::gone) co_return;
  std::string answer;
  http::append_answer(answer, response, {.request_id = request.id, .date = io_thread_.date()});
  if (auto* observer = slot_.observer()) {
    observer->request_finished(request.method, response.status, {}, answer.size());
  }
  handler_.adopt({std::move(stream_), std::move(slot_), std::move(answer), std::move(in_)},
                 request);
}

/// Returns whether the handler accepts the body, which has not arrived yet. If not, its refusal is
/// the last response of the connection, because the client may already be sending the body.
template <class Stream>
Task<bool> Connection<Stream>::admit_body(const api::Request& request, const RequestParser& parser,
                                          std::size_t limit, ByteBudget::LeasePtr& memory,
                                          Moment started) {
  phase_ = Phase::answering;
  deadline_ = kNoDeadline;
  const auto announced = static_cast<std::size_t>(parser.announced_body_size());
  auto admission = co_await handler_.admit(request, announced > 0 ? announced : limit);
  memory = std::move(admission.memory);
  if (!admission.refusal) co_return true;
  admission.refusal->close = true;
  append_answer(request, parser, *admission.refusal, started);
  co_return false;
}

/// Receives the rest of the body. Returns false if the request was refused or the client left.
template <class Stream>
Task<bool> Connection<Stream>::receive_body(RequestParser& parser, std::size_t limit,
                                            Buffer& head) {
  head = std::exchange(in_, Buffer(std::max(kBodyWindow, in_.data().size())));
  in_.append(head.data());
  if (parser.expects_continue()) out_ += kContinue;
  if (!flush_now()) co_await flush();
  if (state_ != State::open) co_return false;
  enter(Phase::receiving, io_thread_.limits().body);
  for (;;) {
    in_.make_room(kBodyWindow);
    const auto [code, count] = co_await stream_.read_some(in_.room());
    if (code || is_too_slow()) {
      handle_interruption();
      co_return false;
    }
    in_.commit(count);
    deadline_ += time_bought(count, io_thread_.limits());
    std::size_t consumed = 0;
    const auto verdict = parser.parse_body(in_.data(), limit, consumed);
    in_.consume(consumed);
    if (verdict != ParseResult::incomplete) co_return accept(verdict, parser, limit);
  }
}

/// Returns whether the request is passed to the handler; if not, refuses it.
template <class Stream>
bool Connection<Stream>::accept(ParseResult verdict, const RequestParser& parser,
                                std::size_t limit) {
  if (verdict == ParseResult::malformed) refuse(malformed(parser.problem()));
  if (verdict == ParseResult::encoded) refuse(make_error(ErrorCode::kErrUnsupportedMediaType));
  if (verdict == ParseResult::too_large) refuse(over_limit(ErrorCode::kErrPayloadTooLarge, limit));
  return verdict == ParseResult::complete;
}

template <class Stream>
void Connection<Stream>::append_answer(const api::Request& request, const RequestParser& parser,
                                       const api::Response& response, Moment started) {
  lingers_ = response.close || io_thread_.is_draining();
  const bool close = lingers_ || response.stream || !parser.keeps_alive();
  if (close) state_ = State::closing;
  const auto before = out_.size();
  const AnswerContext context{.request_id = request.id,
                              .date = io_thread_.date(),
                              .head_only = request.method == api::Method::head,
                              .close = close,
                              .keep_alive_1_0 = parser.is_http_1_0()};
  append_head(out_, response, context);
  const auto body = body_of(response, context);
  if (body.size() <= api::kSmallBody) {
    out_.append(body);
  } else {
    large_body_ = body;
  }
  if (auto* observer = slot_.observer()) {
    observer->request_finished(request.method, response.status,
                               std::chrono::steady_clock::now() - started,
                               out_.size() - before + large_body_.size());
  }
}

/// Answers a request that does not reach the handler, and closes the connection.
template <class Stream>
void Connection<Stream>::refuse(const Error& error) {
  const RequestId id;
  const auto response = api::readable_error(error, id.view());
  const auto before = out_.size();
  http::append_answer(out_, response,
                      {.request_id = id.view(), .date = io_thread_.date(), .close = true});
  state_ = State::closing;
  lingers_ = true;
  if (auto* observer = slot_.observer()) {
    observer->request_finished(api::Method::other, response.status, {}, out_.size() - before);
  }
}

/// Pages ask before they send a request. If that were refused, they could not read why.
template <class Stream>
void Connection<Stream>::refuse_plain_http(const api::Request& request, const RequestParser& parser,
                                           Moment started) {
  if (request.method == api::Method::options) {
    append_answer(request, parser, api::preflight(request, {}), started);
  } else {
    refuse(make_error(ErrorCode::kErrBadRequestPlainHttp));
  }
}

template <class Stream>
void Connection<Stream>::enter(Phase phase, milliseconds time) {
  phase_ = phase;
  expired_ = false;
  // now() may be one sweep interval old, and a deadline must not come early.
  deadline_ = io_thread_.now() + time + io_thread_.limits().sweep_interval;
}

/// Writes as much of out_, then of the large body, as the kernel accepts without blocking. Returns
/// false if some is left. If the client is gone, drops it all and returns true.
template <class Stream>
bool Connection<Stream>::flush_now() {
  while (state_ != State::gone && unsent() > 0) {
    IoError code;
    if (written_ < out_.size()) {
      written_ += stream_.write_now(std::string_view(out_).substr(written_), code);
    } else {
      large_body_.remove_prefix(stream_.write_now(large_body_, code));
    }
    if (code == asio::error::would_block) return false;
    if (code) state_ = State::gone;
  }
  out_.clear();
  written_ = 0;
  large_body_ = {};
  return true;
}

/// Writes all queued output, waiting while the kernel accepts none.
template <class Stream>
Task<void> Connection<Stream>::flush() {
  const auto phase = phase_;
  enter(Phase::writing, io_thread_.limits().write / kLooksPerWriteLimit);
  delivery_ = {.untaken = unsent() + stream_.unconfirmed(),
               .taken_at = io_thread_.now(),
               .end = io_thread_.now() + io_thread_.limits().write +
                      time_bought(unsent(), io_thread_.limits())};
  while (!flush_now()) {
    const auto [code] = co_await stream_.wait_writable();
    if (code) state_ = State::gone;
  }
  enter(phase, phase == Phase::idle ? io_thread_.limits().idle : io_thread_.limits().head);
}

/// Sends what is left and ends the stream in a way that lets the client read it.
template <class Stream>
Task<void> Connection<Stream>::finish() {
  if (!flush_now()) co_await flush();
  if (state_ == State::gone) co_return;
  stream_.finish_writing();
  if (!lingers_ && in_.data().empty()) co_return;
  // Closing a socket with unread bytes resets it, which may destroy the response in transit.
  enter(Phase::lingering, io_thread_.limits().linger);
  in_ = Buffer();
  for (;;) {
    const auto [code, count] = co_await stream_.read_some(discarded());
    if (code || count == 0) co_return;
  }
}

/// Frees large buffers, because a connection may stay idle for a long time.
template <class Stream>
void Connection<Stream>::release_memory() {
  if (in_.data().empty() && in_.capacity() > kIdleBuffer) in_ = Buffer(kIdleBuffer);
  if (out_.capacity() > kIdleAnswerMemory) out_ = std::string();
}

/// Returns whether the client has taken bytes recently and is fast enough overall; if so, extends
/// the deadline. Only bytes that its system has confirmed count: our kernel accepts some even for a
/// client that takes nothing.
template <class Stream>
bool Connection<Stream>::client_still_takes() {
  const auto now = io_thread_.now();
  const auto untaken = unsent() + stream_.unconfirmed();
  if (untaken < delivery_.untaken) delivery_.taken_at = now;
  delivery_.untaken = untaken;
  if (now - delivery_.taken_at >= io_thread_.limits().write || now >= delivery_.end) return false;
  deadline_ = now + io_thread_.limits().write / kLooksPerWriteLimit;
  return true;
}

template <class Stream>
void Connection<Stream>::expire() {
  if (phase_ == Phase::writing && client_still_takes()) return;
  deadline_ = kNoDeadline;
  expired_ = true;
  if (phase_ == Phase::idle || phase_ == Phase::receiving) {
    stream_.cancel();
  } else {
    stream_.close();
  }
}

template <class Stream>
void Connection<Stream>::drain() {
  if (phase_ == Phase::idle || phase_ == Phase::handshake) stream_.cancel();
}

template <class Stream>
void Connection<Stream>::cut() {
  stream_.close();
}

template class Connection<PlainStream>;
template class Connection<TlsStream>;

}  // namespace parley::http
