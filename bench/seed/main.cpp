// seed: fills a data directory with users and sessions, thousands per transaction, because creating
// them through the API would take hours. Prints the keys of the app and writes the auth tokens to a
// file.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <fstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/file_lock.hpp"
#include "crypto/random.hpp"
#include "daemon/data/data_directory.hpp"
#include "daemon/server/runtime.hpp"

namespace parley::bench {
namespace {

constexpr std::size_t kAtOnce = 2000;
constexpr const char* kApp = "bench";
constexpr std::array kFirstNames{"Andrew", "Maria", "José",  "Li",   "Fatima",
                                 "Olga",   "John",  "Priya", "Chen", "Anna"};
constexpr std::array kLastNames{"Joseph",  "Silva", "García", "Wang",   "Haddad",
                                "Petrova", "Smith", "Sharma", "Nguyen", "Kowalska"};

struct Options {
  std::string data_dir;
  std::string tokens;
  std::size_t users = 0;
  std::size_t sessions = 0;
};

std::string uid_of(std::size_t i) { return fmt::format("user-{}", i); }

/// User number `i`: about 500 bytes of JSON, the size that the performance budgets assume.
core::User user_of(std::size_t i, Time now) {
  core::User user;
  user.uid = uid_of(i);
  user.name = fmt::format("{} {} {}", kFirstNames[i % 10], kLastNames[i / 10 % 10], i);
  user.role = "default";
  user.metadata = fmt::format(R"({{"about":"{:x<240}"}})", "");
  if (i % 10 == 0) user.tags = {"beta"};
  user.created_at = user.updated_at = now;
  return user;
}

/// Creates sessions one hour in the past, so that the first use of each is recorded, as on a
/// running server.
class HourAgo final : public Clock {
 public:
  explicit HourAgo(const Clock& clock) : clock_(clock) {}
  [[nodiscard]] Time now() const override { return clock_.now() - std::chrono::hours{1}; }

 private:
  const Clock& clock_;
};

Task<void> insert_users(daemon::Runtime& runtime, std::size_t count) {
  const auto now = runtime.clock().now();
  for (std::size_t begin = 0; begin < count; begin += kAtOnce) {
    const auto end = std::min(begin + kAtOnce, count);
    const Status stored = co_await runtime.store().write([&](core::Transaction& all) -> Status {
      for (auto i = begin; i < end; ++i) (void)all.users().insert(kApp, user_of(i, now));
      return {};
    });
    if (!stored) throw std::runtime_error(stored.error()->internal);
  }
}

/// Creates `options.sessions` sessions, for the users in turn.
Task<void> begin_sessions(daemon::Runtime& runtime, const core::App& app, const Options& options) {
  crypto::SystemRandom random;
  const HourAgo clock(runtime.clock());
  const core::Environment environment{runtime.store(), runtime.bus(), clock, runtime.steady_clock(),
                                      random};
  const core::Actor actor{core::ActorKind::server, {}, {}, {}};
  std::ofstream tokens(options.tokens);
  for (std::size_t begin = 0; begin < options.sessions; begin += kAtOnce) {
    const auto end = std::min(begin + kAtOnce, options.sessions);
    const auto issued = co_await runtime.store().write(
        [&](core::Transaction& all) -> Result<std::vector<std::string>> {
          std::vector<std::string> made;
          made.reserve(end - begin);
          for (auto i = begin; i < end; ++i) {
            const auto begun =
                core::begin_session(all, environment, actor, app, uid_of(i % options.users), {});
            made.emplace_back(begun.token.expose());
          }
          return made;
        });
    if (!issued) throw std::runtime_error(issued.error()->internal);
    for (const auto& token : *issued) tokens << token << '\n';
  }
}

Task<void> seed(daemon::Runtime& runtime, const Options& options) {
  core::App draft;
  draft.id = kApp;
  draft.name = "Benchmark";
  const core::Actor actor{core::ActorKind::server, {}, {}, {}};
  const auto created = co_await runtime.domain().apps.create(actor, std::move(draft));
  if (!created) throw std::runtime_error(created.error()->message);
  co_await insert_users(runtime, options.users);
  co_await begin_sessions(runtime, created->app, options);
  fmt::print("{{\"authKey\":\"{}\",\"apiKey\":\"{}\"}}\n", created->auth_key.expose(),
             created->api_key.expose());
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Fills an empty data directory with users and sessions");
  app.add_option("--data-dir", options.data_dir, "Data directory")->required();
  app.add_option("--users", options.users, "Number of users")->required();
  app.add_option("--sessions", options.sessions,
                 "Number of sessions, assigned to the users in turn")
      ->required();
  app.add_option("--tokens", options.tokens, "File to write the auth tokens to, one per line")
      ->required();
  CLI11_PARSE(app, argc, argv);

  const daemon::DataDirectory directory(options.data_dir);
  if (const auto made = directory.create(); !made) throw std::runtime_error(made.error()->message);
  const auto lock = FileLock::of_file(directory.lock());
  if (lock.failure() != FileLock::Failure::none)
    throw std::runtime_error("the directory is in use");
  auto runtime = daemon::Runtime::open(directory, 1, 1);
  if (!runtime) throw std::runtime_error(runtime.error()->message);
  (*runtime)->io_threads().run(seed(**runtime, options));
  return 0;
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) try {
  return parley::bench::run(argc, argv);
} catch (const std::exception& failure) {
  std::fprintf(stderr, "seed: %s\n", failure.what());
  return 1;
}
