// SQLite's page cache, without the scan of all cached pages at the end of a commit.
#pragma once

#include <sqlite3.h>

namespace parley::storage::sqlite {

/// Returns the methods of `engine`, SQLite's own page cache, with one change.
///
/// When a commit ends, SQLite drops pages beyond the end of the file from the cache. It scans all
/// cached pages for that if any page ever had such a number. Nearly every commit causes that: two
/// pages that swap their numbers use the number of the lock-byte page, at 1 GiB, as a temporary
/// (https://www.sqlite.org/fileformat2.html#the_lock_byte_page). This cache ignores that number,
/// since no page keeps it.
///
/// Pass the result to sqlite3_config(SQLITE_CONFIG_PCACHE2) once per process, before any other use
/// of SQLite.
[[nodiscard]] sqlite3_pcache_methods2 page_cache_methods(const sqlite3_pcache_methods2& engine);

}  // namespace parley::storage::sqlite
