// A place among the counted connections of a core and of an address.
#pragma once

#include <cstdint>
#include <memory>

#include "base/open_counts.hpp"
#include "http/core.hpp"
#include "http/observer.hpp"

namespace parley::http {

/// Open connections by client_number(), for addresses that have a limit.
using ConnectionCounts = OpenCounts<std::uint64_t>;

/// Taken as long as the connection lives. Keeps the core alive.
class Place {
 public:
  /// `observer` may be null. `of_address`: a place in `counts`; both empty where the address has no
  /// limit.
  Place(std::shared_ptr<Core> core, Observer* observer,
        std::shared_ptr<ConnectionCounts> counts = nullptr,
        ConnectionCounts::Place of_address = {});
  Place(Place&&) noexcept = default;
  Place& operator=(Place&&) = delete;
  ~Place();

  [[nodiscard]] const std::shared_ptr<Core>& core() const { return core_; }
  [[nodiscard]] Observer* observer() const { return observer_; }

 private:
  std::shared_ptr<Core> core_;  ///< Null once moved from.
  Observer* observer_;
  std::shared_ptr<ConnectionCounts> counts_;  ///< Outlives the next.
  ConnectionCounts::Place of_address_;
};

}  // namespace parley::http
