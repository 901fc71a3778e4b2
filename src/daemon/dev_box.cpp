#include "daemon/dev_box.hpp"

#include <fmt/format.h>

#include "daemon/dev.hpp"
#include "daemon/version.hpp"

namespace parley::daemon {

std::string describe_dev(const Credentials& credentials, const std::filesystem::path& file,
                         BoxStyle style) {
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
  lines.push_back({"", ""});
  lines.push_back({"Sample users", fmt::format("{} ... {}", some_uid, samples.back().uid)});
  lines.push_back({"Kept in", file.string()});
  return render_box(fmt::format("Parley {} for development", version()), lines, style) +
         fmt::format(
             "\nLook at a user:\n\n  curl -H 'apikey: {}' {}/v3/users/{}\n\nStop with Ctrl-C.\n\n",
             credentials.api_key.expose(), credentials.url, some_uid);
}

}  // namespace parley::daemon
