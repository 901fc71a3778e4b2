// A place among the counted connections of a core.
#pragma once

#include <memory>

#include "http/core.hpp"
#include "http/observer.hpp"

namespace parley::http {

/// Taken as long as the connection lives. Keeps the core alive.
class Place {
 public:
  /// `observer` may be null.
  Place(std::shared_ptr<Core> core, Observer* observer);
  Place(Place&&) noexcept = default;
  Place& operator=(Place&&) = delete;
  ~Place();

  [[nodiscard]] const std::shared_ptr<Core>& core() const { return core_; }
  [[nodiscard]] Observer* observer() const { return observer_; }

 private:
  std::shared_ptr<Core> core_;  ///< Null once moved from.
  Observer* observer_;
};

}  // namespace parley::http
