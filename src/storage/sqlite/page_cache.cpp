#include "storage/sqlite/page_cache.hpp"

#include <algorithm>
#include <memory>
#include <new>

namespace parley::storage::sqlite {
namespace {

constexpr unsigned kLockByte = 0x40000000;

sqlite3_pcache_methods2 engine_cache;

struct PageCache {
  sqlite3_pcache* pages = nullptr;
  unsigned lock_byte_page = 0;
  unsigned highest = 0;  // An upper bound of the page numbers.
};

PageCache* from(sqlite3_pcache* cache) { return reinterpret_cast<PageCache*>(cache); }

sqlite3_pcache* create(int page_size, int extra, int can_drop_pages) {
  auto* cache = new (std::nothrow) PageCache;
  if (cache == nullptr) return nullptr;
  cache->pages = engine_cache.xCreate(page_size, extra, can_drop_pages);
  cache->lock_byte_page = kLockByte / static_cast<unsigned>(page_size) + 1;
  if (cache->pages != nullptr) return reinterpret_cast<sqlite3_pcache*>(cache);
  delete cache;
  return nullptr;
}

void destroy(sqlite3_pcache* cache) {
  const std::unique_ptr<PageCache> owned(from(cache));
  engine_cache.xDestroy(owned->pages);
}

void set_size(sqlite3_pcache* cache, int pages) {
  engine_cache.xCachesize(from(cache)->pages, pages);
}

int count(sqlite3_pcache* cache) { return engine_cache.xPagecount(from(cache)->pages); }

sqlite3_pcache_page* fetch(sqlite3_pcache* cache, unsigned number, int create) {
  auto& own = *from(cache);
  auto* page = engine_cache.xFetch(own.pages, number, create);
  if (page != nullptr) own.highest = std::max(own.highest, number);
  return page;
}

void unpin(sqlite3_pcache* cache, sqlite3_pcache_page* page, int discard) {
  engine_cache.xUnpin(from(cache)->pages, page, discard);
}

void renumber(sqlite3_pcache* cache, sqlite3_pcache_page* page, unsigned before, unsigned after) {
  auto& own = *from(cache);
  engine_cache.xRekey(own.pages, page, before, after);
  if (after != own.lock_byte_page) own.highest = std::max(own.highest, after);
}

void truncate(sqlite3_pcache* cache, unsigned first_to_forget) {
  auto& own = *from(cache);
  if (first_to_forget > own.highest) return;
  engine_cache.xTruncate(own.pages, first_to_forget);
  own.highest = first_to_forget - 1;  // Page numbers begin at 1.
}

void shrink(sqlite3_pcache* cache) { engine_cache.xShrink(from(cache)->pages); }

}  // namespace

sqlite3_pcache_methods2 page_cache_methods(const sqlite3_pcache_methods2& engine) {
  engine_cache = engine;
  auto methods = engine;
  methods.xCreate = create;
  methods.xCachesize = set_size;
  methods.xPagecount = count;
  methods.xFetch = fetch;
  methods.xUnpin = unpin;
  methods.xRekey = renumber;
  methods.xTruncate = truncate;
  methods.xDestroy = destroy;
  methods.xShrink = shrink;
  return methods;
}

}  // namespace parley::storage::sqlite
