#include "daemon/server/free_memory.hpp"

#include <malloc.h>

#include <algorithm>
#include <chrono>

#include "base/thread_name.hpp"
#include "daemon/metrics/process_metrics.hpp"

namespace parley::daemon {
namespace {

constexpr int kMappedFrom = 256 * 1024;
constexpr int kKeptAtTheTop = 1024 * 1024;
constexpr std::chrono::seconds kInterval{5};
constexpr std::size_t kWorthTrimming = 32 * 1024 * 1024;

}  // namespace

void configure_allocator() {
  ::mallopt(M_MMAP_THRESHOLD, kMappedFrom);
  ::mallopt(M_TRIM_THRESHOLD, kKeptAtTheTop);
}

std::size_t unused_memory() {
  const auto blocks = ::mallinfo2();
  const auto used = blocks.uordblks + blocks.hblkhd;
  const auto resident = private_resident_bytes();
  return resident > used ? resident - used : 0;
}

MemoryTrimmer::MemoryTrimmer() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

void MemoryTrimmer::run(const std::stop_token& stop) {
  name_this_thread("trimmer");
  // Memory that trimming cannot return (stacks, the allocator's own) is no reason to try again.
  auto kept = unused_memory();
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    stopped_.wait_for(lock, stop, kInterval, [] { return false; });
    const auto unused = unused_memory();
    if (unused > kept + kWorthTrimming) {
      ::malloc_trim(0);
      kept = unused_memory();
    } else {
      kept = std::min(kept, unused);
    }
  }
}

}  // namespace parley::daemon
