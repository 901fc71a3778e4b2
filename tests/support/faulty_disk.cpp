#include "support/faulty_disk.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <stdexcept>

#include "storage/sqlite/database.hpp"

namespace parley::test_support {
namespace {

using Operation = FaultyDisk::Operation;

enum class Plan : std::uint8_t { healthy, one_failure, full, blank_read };

// SQLite file systems are C functions, so their state is global.
sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs faulty_vfs;
std::atomic<Plan> plan = Plan::healthy;
std::atomic<int> left = 0;  // The number of operations until the fault.
std::atomic<bool> failed = false;

int error_of(Operation operation) {
  switch (operation) {
    case Operation::open: return SQLITE_CANTOPEN;
    case Operation::read: return SQLITE_IOERR_READ;
    case Operation::write: return SQLITE_IOERR_WRITE;
    case Operation::truncate: return SQLITE_IOERR_TRUNCATE;
    case Operation::sync: return SQLITE_IOERR_FSYNC;
    case Operation::remove: return SQLITE_IOERR_DELETE;
    case Operation::share: return SQLITE_IOERR_SHMMAP;
    case Operation::lock: return SQLITE_IOERR_LOCK;
  }
  return SQLITE_IOERR;
}

/// The error that the operation returns instead of being executed; SQLITE_OK to execute it.
int fault_of(Operation operation) {
  switch (plan.load()) {
    case Plan::healthy: return SQLITE_OK;
    case Plan::one_failure:
      if (--left != 0) return SQLITE_OK;
      failed = true;
      return error_of(operation);
    case Plan::full:
      if (operation != Operation::write || --left > 0) return SQLITE_OK;
      failed = true;
      return SQLITE_FULL;
    case Plan::blank_read:
      if (operation != Operation::read || --left != 0) return SQLITE_OK;
      failed = true;
      return SQLITE_IOERR_SHORT_READ;
  }
  return SQLITE_OK;
}

void begin(Plan next, int n) {
  plan = Plan::healthy;
  left = n;
  failed = false;
  plan = next;
}

struct File {
  sqlite3_file base;
  sqlite3_io_methods methods;
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

const sqlite3_io_methods& real_methods(sqlite3_file* file) { return *real(file)->pMethods; }

sqlite3_io_methods methods_over(const sqlite3_io_methods& of_real) {
  sqlite3_io_methods methods = of_real;
  methods.xClose = [](sqlite3_file* file) { return real_methods(file).xClose(real(file)); };
  methods.xRead = [](sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    const int fault = fault_of(Operation::read);
    if (fault == SQLITE_IOERR_SHORT_READ) std::memset(to, 0, static_cast<std::size_t>(size));
    return fault != SQLITE_OK ? fault : real_methods(file).xRead(real(file), to, size, at);
  };
  methods.xWrite = [](sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const int fault = fault_of(Operation::write);
    return fault != SQLITE_OK ? fault : real_methods(file).xWrite(real(file), from, size, at);
  };
  methods.xTruncate = [](sqlite3_file* file, sqlite3_int64 size) {
    const int fault = fault_of(Operation::truncate);
    return fault != SQLITE_OK ? fault : real_methods(file).xTruncate(real(file), size);
  };
  methods.xSync = [](sqlite3_file* file, int flags) {
    const int fault = fault_of(Operation::sync);
    return fault != SQLITE_OK ? fault : real_methods(file).xSync(real(file), flags);
  };
  methods.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
    return real_methods(file).xFileSize(real(file), size);
  };
  methods.xLock = [](sqlite3_file* file, int level) {
    const int fault = fault_of(Operation::lock);
    return fault != SQLITE_OK ? fault : real_methods(file).xLock(real(file), level);
  };
  methods.xUnlock = [](sqlite3_file* file, int level) {
    return real_methods(file).xUnlock(real(file), level);
  };
  methods.xCheckReservedLock = [](sqlite3_file* file, int* is_reserved) {
    return real_methods(file).xCheckReservedLock(real(file), is_reserved);
  };
  methods.xFileControl = [](sqlite3_file* file, int operation, void* argument) {
    return real_methods(file).xFileControl(real(file), operation, argument);
  };
  methods.xSectorSize = [](sqlite3_file* file) {
    return real_methods(file).xSectorSize(real(file));
  };
  methods.xDeviceCharacteristics = [](sqlite3_file* file) {
    return real_methods(file).xDeviceCharacteristics(real(file));
  };
  methods.xShmMap = [](sqlite3_file* file, int page, int size, int extend, void volatile** to) {
    const int fault = fault_of(Operation::share);
    return fault != SQLITE_OK ? fault
                              : real_methods(file).xShmMap(real(file), page, size, extend, to);
  };
  methods.xShmLock = [](sqlite3_file* file, int offset, int count, int flags) {
    const bool acquires = (flags & SQLITE_SHM_LOCK) != 0;
    const int fault = acquires ? fault_of(Operation::lock) : SQLITE_OK;
    return fault != SQLITE_OK ? fault
                              : real_methods(file).xShmLock(real(file), offset, count, flags);
  };
  methods.xShmBarrier = [](sqlite3_file* file) { real_methods(file).xShmBarrier(real(file)); };
  methods.xShmUnmap = [](sqlite3_file* file, int remove) {
    return real_methods(file).xShmUnmap(real(file), remove);
  };
  methods.xFetch = [](sqlite3_file* file, sqlite3_int64 at, int size, void** to) {
    return real_methods(file).xFetch(real(file), at, size, to);
  };
  methods.xUnfetch = [](sqlite3_file* file, sqlite3_int64 at, void* page) {
    return real_methods(file).xUnfetch(real(file), at, page);
  };
  return methods;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  if (const int fault = fault_of(Operation::open); fault != SQLITE_OK) return fault;
  const int result = real_vfs->xOpen(real_vfs, name, real(file), flags, out_flags);
  if (real(file)->pMethods == nullptr) return result;
  auto* faulty = reinterpret_cast<File*>(file);
  faulty->methods = methods_over(*real(file)->pMethods);
  file->pMethods = &faulty->methods;
  return result;
}

int remove(sqlite3_vfs*, const char* name, int sync_directory) {
  const int fault = fault_of(Operation::remove);
  return fault != SQLITE_OK ? fault : real_vfs->xDelete(real_vfs, name, sync_directory);
}

}  // namespace

FaultyDisk::FaultyDisk() {
  // The first connection configures SQLite. After sqlite3_vfs_find() that is no longer possible.
  const storage::sqlite::Database first(":memory:", storage::sqlite::Database::Access::read_only,
                                        std::chrono::milliseconds{0});
  real_vfs = sqlite3_vfs_find(nullptr);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile += static_cast<int>(sizeof(File));
  faulty_vfs.xOpen = open;
  faulty_vfs.xDelete = remove;
  if (sqlite3_vfs_register(&faulty_vfs, 1) != SQLITE_OK)
    throw std::runtime_error("SQLite did not accept the faulty disk");
}

FaultyDisk::~FaultyDisk() {
  heal();
  sqlite3_vfs_unregister(&faulty_vfs);
  sqlite3_vfs_register(real_vfs, 1);
}

void FaultyDisk::fail_operation(int n) { begin(Plan::one_failure, n); }

void FaultyDisk::fill_at_write(int n) { begin(Plan::full, n); }

void FaultyDisk::blank_read(int n) { begin(Plan::blank_read, n); }

void FaultyDisk::heal() { plan = Plan::healthy; }

bool FaultyDisk::has_failed() const { return failed; }

}  // namespace parley::test_support
