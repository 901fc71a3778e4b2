// API key <-> JSON.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "core/apikey/service.hpp"

namespace parley::wire {

namespace json = boost::json;

/// The key is masked.
[[nodiscard]] json::object to_json(const core::ApiKey& key);

/// With the full key: for the response to its creation.
[[nodiscard]] json::object to_json(const core::CreatedApiKey& created);

struct NewApiKey {
  std::string name;
  core::Scope scope = core::Scope::auth_only;
};

/// POST /apikeys.
[[nodiscard]] Result<NewApiKey> parse_new_api_key(const json::object& body);

/// PUT /apikeys/{key}.
[[nodiscard]] Result<core::ApiKeyChange> parse_api_key_change(const json::object& body);

}  // namespace parley::wire
