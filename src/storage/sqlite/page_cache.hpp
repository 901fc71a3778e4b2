// SQLite's page cache, without the walk through all of its pages that a commit often takes.
#pragma once

#include <sqlite3.h>

namespace parley::storage::sqlite {

/// The methods of `engine`, SQLite's own page cache, with one change. When a commit ends, SQLite
/// forgets pages behind the end of the file, and looks at each page for that once any had a number
/// that high. One has had after nearly every commit: a page that trades its number with another
/// takes that of the lock byte page (https://www.sqlite.org/fileformat2.html#the_lock_byte_page) in
/// between, at 1 GiB. That number does not count here, since no page keeps it.
///
/// For sqlite3_config(SQLITE_CONFIG_PCACHE2), once per process, before SQLite is used for anything.
[[nodiscard]] sqlite3_pcache_methods2 page_cache_methods(const sqlite3_pcache_methods2& engine);

}  // namespace parley::storage::sqlite
