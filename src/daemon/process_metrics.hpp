// The metrics that every process has, under the names that Prometheus' own clients use.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <prometheus/metric_family.h>

#include "base/clock.hpp"

namespace parley::daemon {

/// A family of one metric without labels.
[[nodiscard]] prometheus::MetricFamily counter_family(std::string name, std::string help,
                                                      std::uint64_t total);
[[nodiscard]] prometheus::MetricFamily gauge_family(std::string name, std::string help,
                                                    double value);

/// Memory in use that no file backs, in bytes: heap and stacks.
[[nodiscard]] std::size_t private_resident_bytes();

/// CPU time, memory, open files and start of this process, as of now.
[[nodiscard]] std::vector<prometheus::MetricFamily> process_families(Time started);

}  // namespace parley::daemon
