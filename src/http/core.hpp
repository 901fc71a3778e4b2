// One core's share of the server: its connections, their deadlines and its idea of the time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/basic_waitable_timer.hpp>

#include "base/clock.hpp"
#include "base/task.hpp"
#include "http/limits.hpp"

namespace parley::http {

/// The side of a connection that its core sees. Called on the core's thread only.
class Watched {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr Moment kNoDeadline = Moment::max();

  virtual ~Watched() = default;

  [[nodiscard]] Moment deadline() const { return deadline_; }

  /// The deadline has passed.
  virtual void expire() = 0;
  /// The server stops: close if no request is under way.
  virtual void drain() = 0;
  /// Close now.
  virtual void cut() = 0;

 protected:
  Moment deadline_ = kNoDeadline;
};

/// Everything but the marked functions runs on the core's own thread. Connections hold their core,
/// so that it lives as long as the last of them.
class Core : public std::enable_shared_from_this<Core> {
 public:
  using Connections = std::list<Watched*>;
  using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                           asio::wait_traits<std::chrono::steady_clock>, Executor>;

  Core(asio::io_context& context, const Clock& clock, const Limits& limits);

  // Any thread:
  [[nodiscard]] asio::io_context& context() const { return context_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] std::size_t connection_count() const { return connection_count_; }
  void count_connection() { ++connection_count_; }
  void uncount_connection() { --connection_count_; }

  /// Starts the sweep of deadlines. Call once, from any thread.
  void start();
  /// Ends the sweep. Any thread.
  void stop();
  /// From now on connections close when they can. Any thread.
  void drain();
  /// Closes every connection. Any thread.
  void cut();

  /// The time of the last sweep: cheap, and old by one sweep interval at most.
  [[nodiscard]] Watched::Moment now() const { return now_; }
  /// The value of the header `date`, as old as now().
  [[nodiscard]] std::string_view date() const { return date_; }
  [[nodiscard]] bool is_draining() const { return draining_; }

  /// A connection among those of its core. It may end in a callback of any connection, this one or
  /// another.
  class Watching {
   public:
    Watching(Core& core, Watched& connection)
        : core_(core), place_(core.connections_.insert(core.connections_.begin(), &connection)) {}
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;
    ~Watching() { core_.unwatch(place_); }

   private:
    Core& core_;
    Connections::iterator place_;
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
  Connections::iterator next_ = connections_.end();  ///< Where for_each_connection() goes on.
  Watched::Moment now_;
  std::string date_;
  bool stopped_ = false;
  bool draining_ = false;
};

}  // namespace parley::http
