#include "http/place.hpp"

#include <utility>

namespace parley::http {

Place::Place(std::shared_ptr<Core> core, Observer* observer)
    : core_(std::move(core)), observer_(observer) {
  core_->count_connection();
  if (observer_) observer_->connection_opened();
}

Place::~Place() {
  if (!core_) return;
  core_->uncount_connection();
  if (observer_) observer_->connection_closed();
}

}  // namespace parley::http
