#include "daemon/server/runtime.hpp"

#include <utility>

#include "daemon/command_line/operator_error.hpp"
#include "storage/open_store.hpp"

namespace parley::daemon {

Result<std::unique_ptr<Runtime>> Runtime::open(const DataDirectory& directory,
                                               std::size_t io_threads,
                                               std::size_t session_cache_size) {
  auto bus = std::make_unique<core::EventBus>();
  auto store = storage::open_store(
      {.file = directory.store(),
       .signs_of_use = {directory.signing_key(), directory.credentials(), directory.run_file()}},
      *bus);
  if (!store) return as_operator_error(store.error());
  return std::unique_ptr<Runtime>(
      new Runtime(std::move(bus), std::move(*store), io_threads, session_cache_size));
}

Runtime::Runtime(std::unique_ptr<core::EventBus> bus, std::unique_ptr<core::Store> store,
                 std::size_t io_threads, std::size_t session_cache_size)
    : io_threads_(io_threads),
      bus_(std::move(bus)),
      store_(std::move(store)),
      domain_({*store_, *bus_, clock_, steady_clock_, random_}, passwords_, session_cache_size) {}

}  // namespace parley::daemon
