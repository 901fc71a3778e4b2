// Presence while the store and the listener fail at random: once they work again, lists and
// announcements show who is online.
#include <map>
#include <new>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/presence/service.hpp"
#include "support/domain_test.hpp"
#include "support/pseudo_random.hpp"
#include "support/wrapped_store.hpp"

namespace parley::core {
namespace {

/// What happens to one unit of work.
enum class Fate : std::uint8_t {
  done,
  refused,  ///< The engine fails before it runs it.
  undone,   ///< The engine runs it and cannot commit it.
  out_of_memory,
};

/// Fails as the test requests.
class FailingStore final : public test_support::WrappedStore {
 public:
  using WrappedStore::WrappedStore;

  Fate next = Fate::done;

 protected:
  Task<Status> run_write(UnitOfWork& work) override {
    const auto fate = std::exchange(next, Fate::done);
    if (fate == Fate::refused) co_return make_error(ErrorCode::kErrServiceUnavailable);
    if (fate == Fate::out_of_memory) throw std::bad_alloc();
    const auto status = co_await write_real(
        [&](Transaction& transaction) { return work.run(transaction) && fate == Fate::done; });
    if (fate == Fate::undone) co_return make_error(ErrorCode::kErrServiceUnavailable);
    co_return status;
  }

  Task<Status> run_read(UnitOfWork& work, ReadKind kind) override {
    const auto fate = std::exchange(next, Fate::done);
    if (fate == Fate::out_of_memory) throw std::bad_alloc();
    if (fate != Fate::done) co_return make_error(ErrorCode::kErrServiceUnavailable);
    co_return co_await WrappedStore::run_read(work, kind);
  }
};

/// Records who was announced as online, and throws if the test requests it.
class FailingListener final : public PresenceListener {
 public:
  void announce(std::shared_ptr<const Announcement> announcement) override {
    const auto& uid = announcement->user.user.uid;
    if (fails_to_announce) missed.insert(uid);
    throw_if(fails_to_announce);
    // Changes of relations and roles are announced to some users only. Announcements to all say who
    // is online.
    if (announcement->recipients.only.empty()) online[uid] = announcement->online;
    if (announcement->recipients.only.empty()) missed.erase(uid);
  }
  void notify(std::shared_ptr<const UserNotice>) override { throw_if(fails_to_announce); }

  bool fails_to_announce = false;
  std::map<std::string, bool> online;
  std::set<std::string> missed;  ///< Users with a lost last announcement.

 private:
  static void throw_if(bool fails) {
    if (fails) throw std::runtime_error("the listener fails");
  }
};

class PresenceFailureWalk : public test_support::DomainTest {
 protected:
  static constexpr unsigned kUsers = 5;

  PresenceFailureWalk() {
    presence_.set_listener(listener_);
    for (unsigned i = 0; i < kUsers; ++i) create_user(name(i));
  }

  void walk(unsigned seed) {
    engine_ = test_support::PseudoRandom(seed);
    for (int i = 0; i < 300; ++i) step();
    let_everything_work();
    for (unsigned i = 0; i < kUsers; ++i) {
      const auto uid = name(i);
      const bool online = presence_.is_online(kApp, uid);
      EXPECT_EQ(find(uid).online, online) << uid << ", seed " << seed;
      if (listener_.missed.contains(uid)) continue;
      EXPECT_EQ(listener_.online[uid], online) << uid << ", seed " << seed;
    }
  }

 private:
  static std::string name(unsigned number) { return "user-" + std::to_string(number); }

  unsigned pick(unsigned count) { return engine_() % count; }

  User find(const std::string& uid) { return runner.run(domain.users.find(kApp, uid)).value(); }

  void step() {
    const auto uid = name(pick(kUsers));
    auto& devices = devices_[uid];
    advance(std::chrono::milliseconds{pick(1500)});
    switch (pick(5)) {
      case 0:
      case 1:
        devices.insert(++last_device_);
        presence_.connect(kApp, uid, find(uid).created_at, last_device_);
        break;
      case 2: lose(devices, [&](DeviceNumber device) { presence_.drop(kApp, uid, device); }); break;
      case 3:
        lose(devices, [&](DeviceNumber device) { presence_.leave(kApp, uid, device); });
        break;
      default: block_or_unblock(uid, name(pick(kUsers)));
    }
    if (pick(3) == 0) announce(static_cast<Fate>(pick(4)), pick(4) == 0);
  }

  template <class F>
  void lose(std::set<DeviceNumber>& devices, F end) {
    if (devices.empty()) return;
    end(*devices.begin());
    devices.erase(devices.begin());
  }

  void block_or_unblock(const std::string& uid, const std::string& other) {
    if (uid == other) return;
    const auto change = pick(2) == 0 ? &RelationService::block : &RelationService::unblock;
    EXPECT_TRUE(runner.run((domain.relations.*change)(actor, kApp, uid, {other})));
  }

  void announce(Fate fate, bool listener_fails) {
    store_.next = fate;
    listener_.fails_to_announce = listener_fails;
    try {
      static_cast<void>(runner.run(presence_.announce_pending()));
    } catch (const std::exception&) {  // The server logs it and continues.
    }
    store_.next = Fate::done;
    listener_.fails_to_announce = false;
  }

  void let_everything_work() {
    advance(std::chrono::minutes{1});
    announce(Fate::done, false);
  }

  FailingStore store_{*store};
  FailingListener listener_;
  PresenceService presence_{Environment{store_, bus, clock, steady_clock, random}};
  test_support::PseudoRandom engine_{0};
  std::map<std::string, std::set<DeviceNumber>> devices_;
  DeviceNumber last_device_ = 0;
};

TEST_F(PresenceFailureWalk, EndsWithTheTruthWhateverFailed) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    walk(seed);
    if (HasFailure()) break;
  }
}

}  // namespace
}  // namespace parley::core
