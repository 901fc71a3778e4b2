// Waits for loops that must survive a lack of memory, such as those that accept connections or
// close silent ones.
#pragma once

#include <chrono>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/system/error_code.hpp>

#include "base/handler_memory.hpp"
#include "base/task.hpp"

namespace parley {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

/// Asio suspends a coroutine before it starts the operation that the coroutine waits for. If the
/// start throws, the coroutine never resumes. With a ReservedWait it resumes with
/// not_enough_memory. Its memory is reserved, so it rarely comes to that.
///
/// Can be used again and again, for one wait at a time. Must exist until the coroutine has resumed
/// or was destroyed.
class ReservedWait {
 public:
  using IoError = boost::system::error_code;

  ReservedWait() = default;
  ReservedWait(const ReservedWait&) = delete;
  ReservedWait& operator=(const ReservedWait&) = delete;
  ~ReservedWait() = default;

  /// Waits until the timer expires or is cancelled: `const auto [code] = co_await wait.on(timer)`.
  template <class AnyTimer>
  [[nodiscard]] auto on(AnyTimer& timer) {
    return until(timer.get_executor(), [&](auto done) { timer.async_wait(std::move(done)); });
  }

  /// Waits until there is a connection to accept.
  template <class Acceptor>
  [[nodiscard]] auto on_connection(Acceptor& acceptor) {
    return until(acceptor.get_executor(),
                 [&](auto done) { acceptor.async_wait(Acceptor::wait_read, std::move(done)); });
  }

 private:
  /// The completion handler of the operation. Owns `handler`, which is in handler_, but only once
  /// the operation has started.
  template <class Handler>
  class Done {
   public:
    using allocator_type = HandlerAllocator<void>;

    Done(ReservedWait& wait, Handler* handler) noexcept : wait_(&wait), handler_(handler) {}
    Done(Done&& other) noexcept
        : wait_(other.wait_), handler_(std::exchange(other.handler_, nullptr)) {}
    Done& operator=(Done&&) = delete;
    ~Done() {
      if (handler_ != nullptr && wait_->started_) std::destroy_at(handler_);
    }

    [[nodiscard]] allocator_type get_allocator() const noexcept {
      return allocator_type(wait_->operation_);
    }

    void operator()(const IoError& code) { resume(std::exchange(handler_, nullptr), code); }

   private:
    ReservedWait* wait_;
    Handler* handler_;
  };

  /// The handler may destroy the wait.
  template <class Handler>
  static void resume(Handler* handler, const IoError& code) {
    auto moved = std::move(*handler);
    std::destroy_at(handler);
    std::move(moved)(code);
  }

  /// Calls `start(handler)`, and resumes the coroutine when the handler is called or `start`
  /// throws.
  template <class Start>
  auto until(Executor executor, Start start) {
    constexpr auto token = asio::as_tuple(asio::deferred);
    return asio::async_initiate<decltype(token), void(IoError)>(
        [this, executor, start](auto given) {
          using Handler = decltype(given);
          static_assert(sizeof(Handler) <= HandlerMemory::kSize);
          static_assert(std::is_nothrow_move_constructible_v<Handler>);
          auto* handler = ::new (handler_.get()) Handler(std::move(given));
          started_ = false;
          try {
            start(Done<Handler>(*this, handler));
            started_ = true;
          } catch (...) {
            post_in(operation_, executor, [handler] {
              resume(handler, make_error_code(boost::system::errc::not_enough_memory));
            });
          }
        },
        token);
  }

  HandlerMemory operation_;
  HandlerMemory handler_;
  bool started_ = false;
};

}  // namespace parley
