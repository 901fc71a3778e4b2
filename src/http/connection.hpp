// One client's connection: receives requests, has them answered in order, and keeps the deadlines.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/buffer.hpp"
#include "http/core.hpp"
#include "http/handler.hpp"
#include "http/head_scanner.hpp"
#include "http/place.hpp"
#include "http/plain_stream.hpp"
#include "http/request_id.hpp"
#include "http/request_parser.hpp"
#include "http/tls_stream.hpp"

namespace parley::http {

/// Stream is PlainStream or TlsStream. Lives on its core's thread.
template <class Stream>
class Connection final : private Watched {
 public:
  /// `client` is the peer's IP address.
  Connection(Stream stream, Place place, Handler& handler, std::string client);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Serves the client until either side is done. Exceptions are the handler's.
  Task<void> run();

 private:
  using Verdict = RequestParser::Verdict;

  enum class Phase { handshake, idle, receiving, answering, writing, lingering };
  enum class State {
    open,     ///< More requests may come.
    closing,  ///< The last answer has been given; what is left of it is in out_.
    gone,     ///< Nothing more can be sent, or the connection was handed over.
  };
  /// How an answer that the kernel did not take at once is being taken by the client.
  struct Delivery {
    std::size_t untaken = 0;  ///< Bytes that its system had not confirmed when last looked.
    Moment taken_at;          ///< When that last became less.
    Moment end;               ///< Then all must have been taken.
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
  bool accept(Verdict verdict, const RequestParser& parser, std::size_t limit);
  void append_answer(const api::Request& request, const RequestParser& parser,
                     const api::Response& response, Moment started);
  void refuse(const Error& error);
  void enter(Phase phase, std::chrono::milliseconds time);
  void handle_interruption();
  /// A client that never stops sending is too slow all the same when its time is over.
  [[nodiscard]] bool is_too_slow() const { return expired_ && phase_ == Phase::receiving; }
  bool flush_now();
  [[nodiscard]] std::size_t unsent() const { return out_.size() - written_ + large_body_.size(); }
  bool client_still_takes();
  void release_memory();

  void expire() override;
  void drain() override;
  void cut() override;

  Stream stream_;
  Place place_;
  const std::shared_ptr<Core> kept_core_;  ///< An upgrade takes the place away.
  Core& core_;
  Core::Watching watching_;
  Handler& handler_;
  const std::string client_;
  Buffer in_;
  std::string out_;
  std::size_t written_ = 0;      ///< Of out_.
  std::string_view large_body_;  ///< What is left of a body that is sent behind out_.
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
