#include "daemon/metrics/metrics.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <vector>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include "base/limit.hpp"
#include "base/log.hpp"
#include "daemon/metrics/process_metrics.hpp"
#include "daemon/server/version.hpp"

namespace parley::daemon {
namespace {

template <class Builder>
auto& family(Builder builder, prometheus::Registry& registry, const char* name, const char* help) {
  return builder.Name(name).Help(help).Register(registry);
}

prometheus::Counter& counter(prometheus::Registry& registry, const char* name, const char* help) {
  return family(prometheus::BuildCounter(), registry, name, help).Add({});
}

Task<std::vector<prometheus::MetricFamily>> domain_families(core::Domain& domain) {
  std::vector<prometheus::MetricFamily> families;
  families.push_back(gauge_family("parley_users_online", "Users online, in all apps.",
                                  static_cast<double>(domain.presence.online())));
  const auto sessions = co_await domain.statistics.live_sessions();
  if (sessions) {
    families.push_back(gauge_family("parley_sessions", "Live sessions, in all apps.",
                                    static_cast<double>(*sessions)));
  }
  co_return families;
}

std::vector<prometheus::MetricFamily> store_families(const core::Store& store) {
  const auto totals = store.metrics();
  return {
      counter_family("parley_logins_total", "Sessions started by a login.", totals.logins),
      counter_family("parley_store_writes_total", "Units of work that changed the store.",
                     totals.writes),
      counter_family("parley_store_commits_total", "Commits, each of a batch of units of work.",
                     totals.commits),
      counter_family("parley_store_failures_total", "Units of work that failed in the store.",
                     totals.failures),
      counter_family("parley_store_reads_total", "Units of work that read the store.",
                     totals.reads),
      counter_family("parley_store_digest_lookups_total",
                     "API keys and auth tokens looked up in the store.", totals.digest_lookups),
      gauge_family("parley_store_write_queue", "Units of work waiting for the writer.",
                   static_cast<double>(totals.waiting_writes)),
  };
}

prometheus::MetricFamily limit_family() {
  prometheus::MetricFamily family{"parley_limited_requests_total",
                                  "Requests refused with 429, by the limit that was reached.",
                                  prometheus::MetricType::Counter,
                                  {}};
  for (std::size_t i = 0; i < kLimitCount; ++i) {
    const auto limit = static_cast<Limit>(i);
    prometheus::ClientMetric metric;
    metric.label = {{"limit", std::string(label_of(limit))}};
    metric.counter.value = static_cast<double>(times_reached(limit));
    family.metric.push_back(std::move(metric));
  }
  return family;
}

std::vector<prometheus::MetricFamily> realtime_families(const realtime::SocketCounters& totals) {
  return {
      gauge_family("parley_realtime_sockets", "Open WebSockets.",
                   static_cast<double>(totals.sockets)),
      gauge_family("parley_realtime_sockets_authenticated", "Open WebSockets that are logged in.",
                   static_cast<double>(totals.authenticated)),
      counter_family("parley_realtime_refused_total", "WebSocket logins that were refused.",
                     totals.refused),
      counter_family("parley_realtime_messages_total", "Messages received from clients.",
                     totals.received),
      counter_family("parley_realtime_presence_sent_total", "Presence frames sent to clients.",
                     totals.presence_sent),
      counter_family("parley_realtime_presence_dropped_total",
                     "Times that presence frames were dropped for a slow client.",
                     totals.presence_dropped),
      counter_family("parley_realtime_violations_total",
                     "WebSockets closed for a protocol violation.", totals.violations),
  };
}

}  // namespace

Metrics::Metrics(core::Domain& domain, const core::Store& store,
                 const realtime::SocketCounters& realtime, Time now)
    : domain_(domain),
      store_(store),
      realtime_(realtime),
      started_(now),
      connections_accepted_(
          counter(registry_, "parley_http_connections_total", "Connections accepted.")),
      connections_open_(family(prometheus::BuildGauge(), registry_, "parley_http_connections",
                               "Open connections.")
                            .Add({})),
      credentials_refused_(counter(registry_, "parley_refused_credentials_total",
                                   "Requests with an invalid or ended key or token.")) {
  family(prometheus::BuildGauge(), registry_, "parley_build_info", "The version of the program.")
      .Add({{"version", std::string(version())}})
      .Set(1);
}

void Metrics::connection_opened() {
  connections_accepted_.Increment();
  connections_open_.Increment();
}

void Metrics::connection_closed() { connections_open_.Decrement(); }

void Metrics::request_finished(api::Method method, int status, std::chrono::nanoseconds duration,
                               std::size_t bytes) {
  requests_.add(method, status, duration, bytes);
}

void Metrics::credential_refused() { credentials_refused_.Increment(); }

Task<std::string> Metrics::render() const {
  auto families = registry_.Collect();
  std::ranges::move(requests_.families(), std::back_inserter(families));
  std::ranges::move(co_await domain_families(domain_), std::back_inserter(families));
  std::ranges::move(store_families(store_), std::back_inserter(families));
  std::ranges::move(realtime_families(realtime_), std::back_inserter(families));
  families.push_back(limit_family());
  families.push_back(counter_family("parley_log_lines_dropped_total",
                                    "Log lines dropped because standard error was too slow.",
                                    log::dropped_lines()));
  std::ranges::move(process_families(started_), std::back_inserter(families));
  std::ostringstream out;
  prometheus::TextSerializer().Serialize(out, families);
  co_return out.str();
}

}  // namespace parley::daemon
