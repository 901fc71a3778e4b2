#include "daemon/server/admin_handler.hpp"

#include <gmock/gmock.h>

#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "base/limit.hpp"
#include "daemon/metrics/metrics.hpp"
#include "daemon/server/runtime.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class AdminTest : public ::testing::Test {
 protected:
  api::Response get(std::string_view path, api::Method method = api::Method::get) {
    api::Request request;
    request.method = method;
    request.method_name = "GET";
    request.path = path;
    request.id = "00000000deadbeef";
    return runtime_->io_threads().run(handler_.handle(request));
  }

  const core::Actor actor_{};
  test_support::TemporaryDirectory directory_;
  std::unique_ptr<Runtime> runtime_ =
      Runtime::open(DataDirectory(directory_.path()), 1, 100).value();
  realtime::SocketCounters realtime_;
  Metrics metrics_{runtime_->domain(), runtime_->store(), realtime_,
                   from_unix_seconds(1'795'000'000)};
  Status store_ = {};
  std::exception_ptr thrown_;  ///< Thrown by the store and the metrics.
  AdminHandler handler_{[this]() -> Task<Status> {
                          if (thrown_) std::rethrow_exception(thrown_);
                          co_return store_;
                        },
                        [this]() -> Task<std::string> {
                          if (thrown_) std::rethrow_exception(thrown_);
                          co_return co_await metrics_.render();
                        }};
};

TEST_F(AdminTest, IsHealthyAndReady) {
  EXPECT_EQ(get("/healthz").status, 200);
  EXPECT_EQ(get("/readyz").status, 200);
  EXPECT_EQ(get("/readyz", api::Method::head).status, 200);
}

TEST_F(AdminTest, IsNotReadyWhileItDrainsButHealthy) {
  handler_.set_draining();
  const auto answer = get("/readyz");
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("ERR_SERVICE_UNAVAILABLE"));
  EXPECT_EQ(get("/healthz").status, 200);
}

TEST_F(AdminTest, IsNotReadyWithoutItsStore) {
  store_ = make_error(ErrorCode::kErrServiceUnavailable);
  EXPECT_EQ(get("/readyz").status, 503);
  EXPECT_EQ(get("/healthz").status, 200);
}

TEST_F(AdminTest, AnswersWhateverIsThrown) {
  const struct {
    std::exception_ptr thrown;
    int status;
    const char* reason;
  } cases[] = {
      {std::make_exception_ptr(std::bad_alloc()), 503, "out of memory"},
      {std::make_exception_ptr(std::runtime_error("index out of range")), 500,
       "index out of range"},
      {std::make_exception_ptr(42), 500, "an exception of unknown type"},
  };
  for (const auto* path : {"/metrics", "/readyz"}) {
    for (const auto& [thrown, status, reason] : cases) {
      thrown_ = thrown;
      ::testing::internal::CaptureStderr();
      const auto answer = get(path);
      const auto logged = ::testing::internal::GetCapturedStderr();
      EXPECT_EQ(answer.status, status) << path;
      EXPECT_THAT(answer.body, HasSubstr(R"("requestId":"00000000deadbeef")"));
      EXPECT_THAT(answer.body, ::testing::Not(HasSubstr("index")));
      if (path == std::string_view("/metrics")) {
        EXPECT_THAT(logged, HasSubstr(reason));
      }
    }
  }
  thrown_ = nullptr;
  EXPECT_EQ(get("/metrics").status, 200);
}

TEST_F(AdminTest, MetricsTellWhichLimitsWereReached) {
  const auto before = times_reached(Limit::calls_of_user);
  static_cast<void>(too_many_requests(Limit::calls_of_user, 1s));
  const auto text = get("/metrics").body;
  EXPECT_THAT(text, HasSubstr(fmt::format(
                        "parley_limited_requests_total{{limit=\"user_calls_per_minute\"}} {}\n",
                        before + 1)));
  EXPECT_THAT(text, HasSubstr("parley_limited_requests_total{limit=\"connections_per_address\"}"));
}

TEST_F(AdminTest, ServesNothingElse) {
  for (const auto* path : {"/", "/metrics/", "/v3/users", "/healthz?x"}) {
    const auto answer = get(path);
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_THAT(answer.body, HasSubstr("GET /healthz, GET /readyz and GET /metrics"));
  }
  EXPECT_EQ(get("/healthz", api::Method::post).status, 405);
  EXPECT_EQ(get("/nothing", api::Method::post).status, 404);
}

TEST_F(AdminTest, MetricsTellWhatHappened) {
  metrics_.connection_opened();
  metrics_.connection_opened();
  metrics_.connection_closed();
  metrics_.request_finished(api::Method::get, 200, 300us, 1000);
  metrics_.request_finished(api::Method::get, 204, 2ms, 500);
  metrics_.request_finished(api::Method::other, 400, 10s, 1);
  metrics_.credential_refused();
  const auto answer = get("/metrics");
  EXPECT_EQ(answer.content_type, "text/plain; version=0.0.4; charset=utf-8");
  for (const auto* line : {
           "parley_http_requests_total{method=\"GET\",status=\"2xx\"} 2\n",
           "parley_http_requests_total{method=\"other\",status=\"4xx\"} 1\n",
           "parley_http_requests_total{method=\"DELETE\",status=\"2xx\"} 0\n",
           "parley_http_request_duration_seconds_bucket{le=\"0.0005\"} 1\n",
           "parley_http_request_duration_seconds_count 3\n",
           "parley_http_response_bytes_total 1501\n",
           "parley_http_connections 1\n",
           "parley_http_connections_total 2\n",
           "parley_refused_credentials_total 1\n",
           "parley_store_digest_lookups_total 0\n",
           "parley_store_write_queue 0\n",
           "process_start_time_seconds 1795000000\n",
           "parley_build_info{version=\"",
       }) {
    EXPECT_THAT(answer.body, HasSubstr(line));
  }
  EXPECT_THAT(answer.body, ::testing::ContainsRegex("process_resident_memory_bytes [1-9]"));
  EXPECT_THAT(answer.body, ::testing::ContainsRegex("process_open_fds [1-9]"));
}

TEST_F(AdminTest, MetricsTellTheSessionsOfAllApps) {
  auto& domain = runtime_->domain();
  auto& io_threads = runtime_->io_threads();
  for (const auto* id : {"x", "y"}) {
    core::App draft;
    draft.id = id;
    draft.name = id;
    ASSERT_TRUE(io_threads.run(domain.apps.create(actor_, draft)));
    const auto app = io_threads.run(domain.apps.find(id)).value();
    core::User user;
    user.uid = "ann";
    user.name = "Ann";
    ASSERT_TRUE(io_threads.run(domain.users.create(actor_, app, user, core::SessionRequest{})));
    ASSERT_TRUE(io_threads.run(domain.sessions.log_in(actor_, app, "ann", {})));
  }
  ASSERT_TRUE(io_threads.run(domain.sessions.end_all(actor_, "y", "ann", core::kEndOfTime, {})));
  const auto text = get("/metrics").body;
  EXPECT_THAT(text, HasSubstr("\nparley_sessions 2\n"));
  EXPECT_THAT(text, HasSubstr("\nparley_logins_total 4\n"));
  EXPECT_THAT(text, HasSubstr("\nparley_users_online 0\n"));
}

TEST_F(AdminTest, MetricsTellTheStoresWork) {
  core::App app;
  app.id = "x";
  app.name = "X";
  ASSERT_TRUE(runtime_->io_threads().run(runtime_->domain().apps.create(actor_, app)));
  const auto text = get("/metrics").body;
  EXPECT_THAT(text, HasSubstr("parley_store_writes_total 1\n"));
  EXPECT_THAT(text, HasSubstr("parley_store_commits_total 1\n"));
}

}  // namespace
}  // namespace parley::daemon
