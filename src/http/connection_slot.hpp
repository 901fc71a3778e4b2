// Counts an open connection for its I/O thread and its address.
#pragma once

#include <cstdint>
#include <memory>

#include "base/open_counts.hpp"
#include "http/io_thread.hpp"
#include "http/observer.hpp"

namespace parley::http {

/// Open connections by client_number(), for addresses that have a limit.
using ConnectionCounts = OpenCounts<std::uint64_t>;

/// Counts a connection as open until it is destroyed, and reports both to the observer. Keeps the
/// I/O thread alive.
class ConnectionSlot {
 public:
  /// `observer` may be null. `of_address` is a slot in `counts`; it is empty if the address has no
  /// limit. `counts` may then be null, too.
  ConnectionSlot(std::shared_ptr<IoThread> io_thread, Observer* observer,
                 std::shared_ptr<ConnectionCounts> counts = nullptr,
                 ConnectionCounts::Slot of_address = {});
  ConnectionSlot(ConnectionSlot&&) noexcept = default;
  ConnectionSlot& operator=(ConnectionSlot&&) = delete;
  ~ConnectionSlot();

  [[nodiscard]] const std::shared_ptr<IoThread>& io_thread() const { return io_thread_; }
  [[nodiscard]] Observer* observer() const { return observer_; }

 private:
  std::shared_ptr<IoThread> io_thread_;  ///< Null once moved from.
  Observer* observer_;
  std::shared_ptr<ConnectionCounts> counts_;  ///< Must outlive of_address_.
  ConnectionCounts::Slot of_address_;
};

}  // namespace parley::http
