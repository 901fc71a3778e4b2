// A client connection: reads requests, answers them in order and enforces deadlines.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/buffer.hpp"
#include "http/connection_slot.hpp"
#include "http/handler.hpp"
#include "http/head_scanner.hpp"
#include "http/io_thread.hpp"
#include "http/plain_stream.hpp"
#include "http/request_id.hpp"
#include "http/request_parser.hpp"
#include "http/tls_stream.hpp"

namespace parley::http {

/// Stream is PlainStream or TlsStream. Used on its I/O thread only.
///
/// The phase says what the connection waits for, and so which deadline applies:
///
///     handshake --> idle --> receiving (head) --> answering --> idle, or lingering
///                    |                            ^   |  ^
///                    +---- head came as a whole --+   v  |
///                                             receiving (body)
///     any phase --> writing --> back, whenever the kernel does not accept all output at once
///
///     phase      waits for                   deadline             when it passes
///     handshake  the TLS handshake           Limits::handshake    close
///     idle       a request                   Limits::idle         close
///     receiving  the rest of a head or body  Limits::head, body   408, then close
///     answering  the handler                 none
///     writing    the client to take output   Limits::write        close if it takes too little
///     lingering  the client to close         Limits::linger       close
///
/// The state only moves forward: open --> closing --> gone, or open --> gone. run() reads requests
/// while it is open. Then finish() sends the output that is left and lingers, unless it is gone.
///
/// Its I/O thread calls expire(), drain() and cut() while run() is suspended. They only cancel or
/// close the stream; run() then sees its operation fail and decides what to do
/// (handle_interruption()).
template <class Stream>
class Connection final : private DeadlineWatch {
 public:
  /// `client` is the peer's IP address.
  Connection(Stream stream, ConnectionSlot slot, Handler& handler, std::string client);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Serves the client until either side closes. Throws what the handler throws.
  Task<void> run();

 private:
  using ParseResult = RequestParser::ParseResult;

  enum class Phase { handshake, idle, receiving, answering, writing, lingering };
  enum class State {
    open,     ///< Requests are read.
    closing,  ///< No more requests are read; queued output is still sent.
    gone,     ///< Nothing can be sent any more, or the connection was handed over.
  };
  /// The progress of the client in Phase::writing.
  struct Delivery {
    std::size_t untaken = 0;  ///< Bytes not confirmed by its system at the last check.
    Moment taken_at;          ///< When that number last went down.
    Moment end;               ///< All bytes must have been taken by then.
  };
  enum class Head { incomplete, complete, refused };

  Task<void> receive_more();
  Task<void> answer_request();
  Task<void> answer(const api::Request& request, const RequestParser& parser, Moment started);
  Task<bool> admit_body(const api::Request& request, const RequestParser& parser, std::size_t limit,
                        ByteBudget::LeasePtr& memory, Moment started);
  Task<bool> receive_body(RequestParser& parser, std::size_t limit, Buffer& head);
  Task<void> send_stream(api::BodyStream& stream);
  Task<void> switch_protocols(const api::Request& request, const api::Response& response);
  Task<void> flush();
  Task<void> finish();

  Head find_head();
  bool accept(ParseResult verdict, const RequestParser& parser, std::size_t limit);
  void append_answer(const api::Request& request, const RequestParser& parser,
                     const api::Response& response, Moment started);
  void refuse(const Error& error);
  void refuse_plain_http(const api::Request& request, const RequestParser& parser, Moment started);
  void enter(Phase phase, std::chrono::milliseconds time);
  void handle_interruption();
  /// Whether the deadline for a head or body has passed, even if the client is still sending.
  [[nodiscard]] bool is_too_slow() const { return expired_ && phase_ == Phase::receiving; }
  bool flush_now();
  [[nodiscard]] std::size_t unsent() const { return out_.size() - written_ + large_body_.size(); }
  bool client_still_takes();
  void release_memory();

  void expire() override;
  void drain() override;
  void cut() override;

  Stream stream_;
  ConnectionSlot slot_;
  const std::shared_ptr<IoThread>
      kept_io_thread_;  ///< Keeps the I/O thread after an upgrade has taken slot_.
  IoThread& io_thread_;
  IoThread::Registration registration_;
  Handler& handler_;
  const std::string client_;
  Buffer in_;
  std::string out_;
  std::size_t written_ = 0;      ///< Bytes of out_.
  std::string_view large_body_;  ///< Unsent part of a large body, which follows out_.
  Delivery delivery_;
  HeadScanner scanner_;
  Phase phase_ = Phase::idle;
  State state_ = State::open;
  bool expired_ = false;
  bool lingers_ = false;  ///< The client may still be sending when we close.
  bool received_anything_ = false;
};

extern template class Connection<PlainStream>;
extern template class Connection<TlsStream>;

}  // namespace parley::http
