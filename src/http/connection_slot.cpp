#include "http/connection_slot.hpp"

#include <utility>

namespace parley::http {

ConnectionSlot::ConnectionSlot(std::shared_ptr<IoThread> io_thread, Observer* observer,
                               std::shared_ptr<ConnectionCounts> counts,
                               ConnectionCounts::Slot of_address)
    : io_thread_(std::move(io_thread)),
      observer_(observer),
      counts_(std::move(counts)),
      of_address_(std::move(of_address)) {
  io_thread_->count_connection();
  if (observer_) observer_->connection_opened();
}

ConnectionSlot::~ConnectionSlot() {
  if (!io_thread_) return;
  io_thread_->uncount_connection();
  if (observer_) observer_->connection_closed();
}

}  // namespace parley::http
