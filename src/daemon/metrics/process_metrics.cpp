#include "daemon/metrics/process_metrics.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace parley::daemon {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct ResidentMemory {
  std::size_t all = 0;
  std::size_t of_files = 0;
};

ResidentMemory resident_memory() {
  std::ifstream in("/proc/self/statm");
  std::size_t virtual_pages = 0;
  std::size_t resident_pages = 0;
  std::size_t file_pages = 0;
  in >> virtual_pages >> resident_pages >> file_pages;
  const auto page_size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  return {resident_pages * page_size, file_pages * page_size};
}

double open_files() {
  std::error_code failure;
  const std::filesystem::directory_iterator files("/proc/self/fd", failure);
  return failure ? 0 : static_cast<double>(std::distance(begin(files), end(files)));
}

double most_open_files() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return static_cast<double>(limit.rlim_cur);
}

prometheus::MetricFamily family(prometheus::MetricType type, std::string name, std::string help,
                                double value) {
  prometheus::ClientMetric metric;
  (type == prometheus::MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
  return {std::move(name), std::move(help), type, {metric}};
}

}  // namespace

std::size_t private_resident_bytes() {
  const auto memory = resident_memory();
  return memory.all - memory.of_files;
}

prometheus::MetricFamily counter_family(std::string name, std::string help, std::uint64_t total) {
  return family(prometheus::MetricType::Counter, std::move(name), std::move(help),
                static_cast<double>(total));
}

prometheus::MetricFamily gauge_family(std::string name, std::string help, double value) {
  return family(prometheus::MetricType::Gauge, std::move(name), std::move(help), value);
}

std::vector<prometheus::MetricFamily> process_families(Time started) {
  return {
      family(prometheus::MetricType::Counter, "process_cpu_seconds_total",
             "User and system time in seconds.", cpu_seconds()),
      gauge_family("process_resident_memory_bytes", "Resident memory in bytes.",
                   static_cast<double>(resident_memory().all)),
      gauge_family("process_open_fds", "Open file descriptors.", open_files()),
      gauge_family("process_max_fds", "Maximum of open file descriptors.", most_open_files()),
      gauge_family("process_start_time_seconds", "Start time of the process, in Unix seconds.",
                   static_cast<double>(to_unix_seconds(started))),
  };
}

}  // namespace parley::daemon
