// The store suite: test cases that every storage engine must pass. They use core::Store only.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/store.hpp"
#include "support/coroutine_runner.hpp"

namespace parley::store_suite {

/// Provides an empty store for one case. The destructor deletes it.
class Engine {
 public:
  virtual ~Engine() = default;

  /// Opens the store. May be called again after the returned store has been destroyed.
  [[nodiscard]] virtual std::unique_ptr<core::Store> open() = 0;
};

/// An engine that the suite runs on.
struct EngineUnderTest {
  std::string name;
  std::function<std::unique_ptr<Engine>()> make;

  friend std::ostream& operator<<(std::ostream& out, const EngineUnderTest& engine) {
    return out << engine.name;
  }
};

/// All engines that the suite runs on (engines.cpp).
[[nodiscard]] std::vector<EngineUnderTest> engines();

/// Runs the cases of a fixture on each engine.
#define PARLEY_RUN_ON_EVERY_ENGINE(fixture)                                  \
  INSTANTIATE_TEST_SUITE_P(Engines, fixture, ::testing::ValuesIn(engines()), \
                           [](const auto& engine) { return engine.param.name; })

/// A case: an open store with the two apps `kApp` and `kOtherApp`.
class StoreCase : public ::testing::TestWithParam<EngineUnderTest> {
 protected:
  static constexpr std::string_view kApp = "here";
  static constexpr std::string_view kOtherApp = "elsewhere";

  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] core::Store& store() { return *store_; }

  /// Closes the store and opens it again, as a restart does.
  void reopen();

  /// Runs coroutines concurrently, on several threads, until all have ended.
  void run_all(std::vector<Task<void>> tasks) { runner_.run_all(std::move(tasks)); }

  /// Runs one coroutine and returns its result.
  template <class T>
  T run(Task<T> task) {
    return runner_.run(std::move(task));
  }

  /// Commits the changes of `work` and returns its result. Fails the case if the engine fails.
  template <class F>
  auto write(F work) {
    return run_work(work, [this](auto wrapped) { return store_->write(std::move(wrapped)); });
  }

  /// Reads with Store::read_list(), so that an engine with a user index uses it.
  template <class F>
  auto read(F work) {
    return run_work(work, [this](auto wrapped) {
      return store_->read_list(
          [wrapped = std::move(wrapped)](core::Transaction& transaction, core::ListPermit) mutable {
            return wrapped(transaction);
          });
    });
  }

 private:
  template <class F, class Start>
  auto run_work(F& work, Start start) {
    using Value = std::invoke_result_t<F&, core::Transaction&>;
    if constexpr (std::is_void_v<Value>) {
      run(start([&work](core::Transaction& transaction) -> Status {
        work(transaction);
        return {};
      })).value();
    } else {
      return run(start([&work](core::Transaction& transaction) -> Result<Value> {
               return work(transaction);
             }))
          .value();
    }
  }

  test_support::CoroutineRunner runner_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<core::Store> store_;
};

}  // namespace parley::store_suite
