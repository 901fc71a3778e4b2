// /apps/{appId}/live
#include <utility>

#include "api/admin/handlers.hpp"
#include "api/admin/session_cookie.hpp"
#include "wire/activity_json.hpp"

namespace parley::api::admin {
namespace {

constexpr std::size_t kFromThePast = 100;
constexpr std::chrono::seconds kCheckedEvery{1};
constexpr std::chrono::seconds kCommentedEvery{15};
constexpr std::string_view kComment = ":\n\n";  ///< Keeps the connection awake.

/// Registration counts as use of the administrator's session. The stream ends when the session
/// ends.
class LiveStream final : public BodyStream {
 public:
  LiveStream(const Services& services, std::string app_id, SecretString token, std::string address)
      : domain_(services.domain),
        clock_(services.steady_clock),
        app_id_(std::move(app_id)),
        token_(std::move(token)),
        address_(std::move(address)),
        checked_at_(clock_.now()),
        commented_at_(checked_at_) {
    const auto past = domain_.feed.since(app_id_, 0, kFromThePast);
    if (!past.empty()) last_id_ = past.front().id - 1;
  }

  Task<std::optional<std::string>> next() override {
    if (clock_.now() - checked_at_ < kCheckedEvery) co_return take();
    checked_at_ = clock_.now();
    const auto caller =
        co_await domain_.admin_sessions.authenticate(SecretString(token_.expose()), address_);
    const bool ended = !caller && caller.error().code == ErrorCode::kAuthErrAdminSessionNotFound;
    if (ended) co_return std::nullopt;
    if (checked_at_ - commented_at_ < kCommentedEvery) co_return take();
    commented_at_ = checked_at_;
    co_return std::string(kComment) + take();
  }

 private:
  std::string take() {
    std::string text;
    for (const auto& event : domain_.feed.since(app_id_, last_id_)) {
      text += wire::server_sent_event(event);
      last_id_ = event.id;
    }
    return text;
  }

  core::Domain& domain_;
  const SteadyClock& clock_;
  std::string app_id_;
  SecretString token_;
  std::string address_;
  SteadyTime checked_at_;
  SteadyTime commented_at_;
  std::uint64_t last_id_ = 0;  ///< Id of the last event that was sent.
};

}  // namespace

Task<Result<Response>> watch_live(AdminCall& call) {
  const auto app = co_await call.app();
  if (!app) co_return app.error();
  Response response;
  response.content_type = "text/event-stream";
  response.headers.emplace_back("x-accel-buffering", "no");  // Keeps nginx from buffering events.
  response.body = kComment;
  response.stream =
      std::make_unique<LiveStream>(call.services, (*app)->id, session_token(call.request),
                                   std::string(call.request.remote_address));
  co_return response;
}

}  // namespace parley::api::admin
