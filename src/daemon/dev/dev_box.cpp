#include "daemon/dev/dev_box.hpp"

#include <fmt/format.h>

#include "daemon/server/sign_in_link.hpp"
#include "daemon/server/version.hpp"

namespace parley::daemon {
namespace {

std::string describe_sign_in(const DevApp& dev) {
  if (!dev.sign_in_link) return {};
  return fmt::format("\nOpen the dashboard (the link works once, for 15 minutes):\n\n  {}\n",
                     sign_in_url(dev.credentials.url, dev.sign_in_link->expose()));
}

}  // namespace

std::string describe_dev(const DevApp& dev, const std::filesystem::path& file, BoxStyle style) {
  const auto& credentials = dev.credentials;
  const auto samples = sample_users();
  const auto some_uid = samples.front().uid;
  std::vector<BoxLine> lines{
      {"", ""},
      {"App ID", credentials.app_id},
      {"Region", credentials.region},
      {"Auth Key", credentials.auth_key.expose()},
      {"REST API Key", credentials.api_key.expose()},
      {"", ""},
      {"HTTP", credentials.url},
  };
  if (!credentials.tls_url.empty()) {
    lines.push_back({"HTTPS", credentials.tls_url + "  (self-signed certificate)"});
  }
  lines.push_back({"Try-it page", credentials.url + "/"});
  lines.push_back({"Dashboard", credentials.url + "/dashboard"});
  lines.push_back({"", ""});
  lines.push_back({"Sample users", fmt::format("{} ... {}", some_uid, samples.back().uid)});
  lines.push_back({"Saved in", file.string()});
  return render_box(fmt::format("Parley {} for development", version()), lines, style) +
         describe_sign_in(dev) +
         fmt::format(
             "\nShow a user:\n\n  curl -H 'apikey: {}' {}/v3/users/{}\n\nStop with Ctrl-C.\n\n",
             credentials.api_key.expose(), credentials.url, some_uid);
}

}  // namespace parley::daemon
