// One I/O thread: its connections, their deadlines and a cached clock.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/reserved_wait.hpp"
#include "base/task.hpp"
#include "http/limits.hpp"

namespace parley::http {

/// What an I/O thread needs of a connection. Called on that thread only.
class DeadlineWatch {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr Moment kNoDeadline = Moment::max();

  virtual ~DeadlineWatch() = default;

  /// kNoDeadline = none.
  [[nodiscard]] Moment deadline() const { return deadline_; }

  /// Called when the deadline has passed, at every sweep until it is moved.
  virtual void expire() = 0;
  /// Called when the server is stopping: close unless a request is in progress.
  virtual void drain() = 0;
  /// Close now.
  virtual void cut() = 0;

 protected:
  Moment deadline_ = kNoDeadline;
};

/// The connections of one I/O thread, which runs `context`. Functions must be called on that thread
/// unless they are marked otherwise. Connections share ownership of their I/O thread, so it
/// outlives them. stop(), drain() and cut() return at once; the I/O thread carries them out.
class IoThread : public std::enable_shared_from_this<IoThread> {
 public:
  using Connections = std::list<DeadlineWatch*>;

  IoThread(asio::io_context& context, const Clock& clock, const Limits& limits);

  // Any thread:
  [[nodiscard]] asio::io_context& context() const { return context_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] std::size_t connection_count() const { return connection_count_; }
  void count_connection() { ++connection_count_; }
  void uncount_connection() { --connection_count_; }

  /// Starts to check the deadlines every Limits::sweep_interval. Call once. Any thread.
  void start();
  /// Stops checking deadlines. Any thread.
  void stop();
  /// Makes every connection close as soon as it has no request in progress. Any thread.
  void drain();
  /// Closes every connection. Any thread.
  void cut();

  /// The time of the last sweep: cheap to read, and about one sweep interval old at most.
  [[nodiscard]] DeadlineWatch::Moment now() const { return now_; }
  /// The value of the Date header, as old as now().
  [[nodiscard]] std::string_view date() const { return date_; }
  [[nodiscard]] bool is_draining() const { return draining_; }

  /// Registers a connection with its I/O thread until it is destroyed, which may happen in a
  /// callback of any connection.
  class Registration {
   public:
    Registration(IoThread& io_thread, DeadlineWatch& connection)
        : io_thread_(io_thread),
          slot_(io_thread.connections_.insert(io_thread.connections_.begin(), &connection)) {}
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;
    ~Registration() { io_thread_.unwatch(slot_); }

   private:
    IoThread& io_thread_;
    Connections::iterator slot_;
  };

 private:
  void unwatch(Connections::iterator connection) noexcept;
  template <class F>
  void for_each_connection(F callback);
  Task<void> sweep_until_stopped();
  void sweep();
  void read_clocks();

  asio::io_context& context_;
  const Clock& clock_;
  const Limits limits_;
  Timer timer_;
  std::atomic<std::size_t> connection_count_ = 0;
  Connections connections_;
  Connections::iterator next_ = connections_.end();  ///< Where for_each_connection() continues.
  DeadlineWatch::Moment now_;
  std::string date_;
  bool stopped_ = false;
  bool draining_ = false;
};

}  // namespace parley::http
