#include "http/place.hpp"

#include <utility>

namespace parley::http {

Place::Place(std::shared_ptr<Core> core, Observer* observer,
             std::shared_ptr<ConnectionCounts> counts, ConnectionCounts::Place of_address)
    : core_(std::move(core)),
      observer_(observer),
      counts_(std::move(counts)),
      of_address_(std::move(of_address)) {
  core_->count_connection();
  if (observer_) observer_->connection_opened();
}

Place::~Place() {
  if (!core_) return;
  core_->uncount_connection();
  if (observer_) observer_->connection_closed();
}

}  // namespace parley::http
