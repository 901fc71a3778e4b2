// The audit log as JSON.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "core/audit/service.hpp"

namespace parley::wire {

namespace json = boost::json;

[[nodiscard]] json::object to_json(const core::AuditEvent& event);

/// The whole body: `{"data": [...], "meta": {"next"?}}`.
[[nodiscard]] std::string audit_body(const core::AuditPage& page);

}  // namespace parley::wire
