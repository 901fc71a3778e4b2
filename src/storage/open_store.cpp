#include "storage/open_store.hpp"

#include "storage/sqlite/store.hpp"

namespace parley::storage {

Result<std::unique_ptr<core::Store>> open_store(const StoreSettings& settings,
                                                core::EventBus& bus) {
  auto store = sqlite::SqliteStore::open(settings.file,
                                         {.signs_of_use = settings.signs_of_use, .bus = &bus});
  if (!store) return store.error();
  return std::unique_ptr<core::Store>(std::move(*store));
}

}  // namespace parley::storage
