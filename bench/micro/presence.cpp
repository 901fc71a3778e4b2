// Delivery of a presence change to the subscribed devices of one I/O thread.
#include <deque>

#include <benchmark/benchmark.h>

#include <boost/asio/io_context.hpp>

#include "allocations.hpp"
#include "realtime/frame.hpp"
#include "realtime/hub.hpp"
#include "samples.hpp"
#include "wire/realtime_json.hpp"

namespace parley::bench {
namespace {

/// A hub member without a connection: counts the bytes written and discards them.
class Device final : public realtime::HubMember {
 public:
  Device(realtime::Hub& hub, std::size_t number) : hub_(hub) {
    live = std::make_shared<core::CachedSession>(sample_session(number), 1, sample_user(number), 0);
    subscriber.subscription = core::Subscription::roles;
    subscriber.roles = {"default"};
    hub_.watch(*this);
    hub_.join(*this);
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() override { hub_.leave(*this); }

  void queue_presence(const realtime::Frame& frame) override { (void)outbox_.push_presence(frame); }
  void queue(const realtime::Frame& frame) override { (void)outbox_.push(frame); }
  void flush() override {
    while (!outbox_.empty()) {
      written += outbox_.next().size();
      outbox_.wrote(outbox_.next().size());
    }
  }
  void end(core::EndReason) override {}
  void abandon() noexcept override {}

  std::size_t written = 0;

 private:
  realtime::Hub& hub_;
  realtime::Outbox outbox_;
};

core::Announcement coming_online() {
  core::Announcement announcement;
  announcement.sequence = 1;
  announcement.app_id = kApp;
  announcement.online = true;
  announcement.user.user = sample_user(1'000'000);
  announcement.user.user.online = true;
  announcement.recipients.role = "default";
  return announcement;
}

realtime::Frame frame_of(const core::Announcement& announcement) {
  return realtime::make_frame(realtime::text_frame(wire::presence_frame(announcement)));
}

void make_frame(benchmark::State& state) {
  const auto announcement = coming_online();
  const AllocationCounter counter(state);
  for (auto _ : state) benchmark::DoNotOptimize(frame_of(announcement));
}
BENCHMARK(make_frame)->Name("make the frame of a change of presence");

void tell_subscribers(benchmark::State& state) {
  asio::io_context context;
  realtime::Hub hub(context);
  std::deque<Device> devices;
  for (std::int64_t i = 0; i < state.range(0); ++i)
    devices.emplace_back(hub, static_cast<std::size_t>(i));
  const auto announcement = coming_online();
  {
    const AllocationCounter counter(state);
    for (auto _ : state) {
      hub.deliver(announcement, frame_of(announcement));
      context.restart();
      context.run();
    }
  }
  if (devices.back().written == 0) state.SkipWithError("no subscriber was notified");
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(tell_subscribers)
    ->Name("tell a change of presence")
    ->ArgName("subscribers")
    ->RangeMultiplier(10)
    ->Range(10, 1'000);

}  // namespace
}  // namespace parley::bench
