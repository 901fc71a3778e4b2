#include "daemon/data/run_file.hpp"

#include <unistd.h>

#include <system_error>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "daemon/data/file.hpp"

namespace parley::daemon {

namespace json = boost::json;

RunFile::~RunFile() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

Status RunFile::write(const Addresses& addresses) {
  const json::object content{{"pid", ::getpid()},
                             {"url", addresses.url},
                             {"tlsUrl", addresses.tls_url},
                             {"adminUrl", addresses.admin_url}};
  return replace_file(file_, json::serialize(content) + "\n", kOwnerOnly);
}

std::string url_in_run_file(const std::filesystem::path& file) {
  const auto content = read_file(file);
  if (!content) return {};
  json::error_code failure;
  const auto value = json::parse(*content, failure);
  const auto* object = failure ? nullptr : value.if_object();
  const auto* url = object == nullptr ? nullptr : object->if_contains("url");
  return url == nullptr || !url->is_string() ? std::string() : std::string(url->get_string());
}

}  // namespace parley::daemon
