// Metrics of the process, with the names that Prometheus' own clients use.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <prometheus/metric_family.h>

#include "base/clock.hpp"

namespace parley::daemon {

/// A family with one metric without labels.
[[nodiscard]] prometheus::MetricFamily counter_family(std::string name, std::string help,
                                                      std::uint64_t total);
[[nodiscard]] prometheus::MetricFamily gauge_family(std::string name, std::string help,
                                                    double value);

/// Resident memory not backed by files, in bytes: heap and stacks.
[[nodiscard]] std::size_t private_resident_bytes();

/// The current CPU time, memory, open files and start time of this process.
[[nodiscard]] std::vector<prometheus::MetricFamily> process_families(Time started);

}  // namespace parley::daemon
