// All services of the domain, as used by api and daemon.
#pragma once

#include "core/administrator/service.hpp"
#include "core/administrator/session_service.hpp"
#include "core/apikey/service.hpp"
#include "core/app/service.hpp"
#include "core/audit/service.hpp"
#include "core/environment.hpp"
#include "core/failure/service.hpp"
#include "core/feed/feed.hpp"
#include "core/presence/service.hpp"
#include "core/relation/service.hpp"
#include "core/role/service.hpp"
#include "core/session/service.hpp"
#include "core/statistics/service.hpp"
#include "core/user/service.hpp"

namespace parley::core {

/// All services may be called from coroutines on any I/O thread.
struct Domain {
  Domain(Environment environment, PasswordHasher& passwords, std::size_t session_cache_capacity)
      : apps(environment),
        api_keys(environment),
        roles(environment),
        users(environment),
        sessions(environment, session_cache_capacity),
        relations(environment),
        presence(environment),
        statistics(environment),
        feed(environment),
        failures(environment, feed),
        audit(environment),
        administrators(environment, passwords),
        admin_sessions(environment, passwords) {}

  AppService apps;
  ApiKeyService api_keys;
  RoleService roles;
  UserService users;
  SessionService sessions;
  RelationService relations;
  PresenceService presence;
  StatisticsService statistics;
  Feed feed;
  FailureService failures;
  AuditService audit;
  AdministratorService administrators;
  AdminSessionService admin_sessions;
};

}  // namespace parley::core
