// What the domain needs of a storage engine for administrators.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/administrator/administrator.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here.
/// Administrators belong to the server, so nothing here names an app.
class AdministratorStore {
 public:
  virtual ~AdministratorStore() = default;

  [[nodiscard]] virtual std::optional<Administrator> find(std::string_view id) = 0;
  [[nodiscard]] virtual std::optional<Administrator> find_by_email(std::string_view email) = 0;

  /// By email; at most kMaxAdministrators.
  [[nodiscard]] virtual std::vector<Administrator> list() = 0;

  /// False when the email is taken.
  virtual bool insert(const Administrator& administrator) = 0;

  /// Sets everything but id, email and created_at. False when there is none with this id.
  virtual bool update(const Administrator& administrator) = 0;

  /// With all sessions and links. False when there is none with this id.
  virtual bool remove(std::string_view id) = 0;

  /// Live or not.
  [[nodiscard]] virtual std::optional<AdminSession> find_session(const crypto::Sha256& digest) = 0;

  /// Those of one administrator, live or not, the newest first.
  [[nodiscard]] virtual std::vector<AdminSession> list_sessions(
      std::string_view administrator_id) = 0;

  /// The administrator exists; id and digest are new (they are random).
  virtual void insert_session(const AdminSession& session) = 0;

  /// Sets last_used_at and last_ip, if the session is still there.
  virtual void touch_session(const AdminSession& session) = 0;

  /// False when the administrator has no session with this id.
  virtual bool remove_session(std::string_view administrator_id, std::string_view session_id) = 0;

  /// All sessions of the administrator but `except_id` (empty = no exception).
  virtual void remove_sessions(std::string_view administrator_id, std::string_view except_id) = 0;

  /// The administrator exists; the digest is new.
  virtual void insert_link(const SignInLink& link) = 0;

  /// Removes and answers the link, expired or not: nobody gets it twice.
  virtual std::optional<SignInLink> take_link(const crypto::Sha256& digest) = 0;

  /// All links of the administrator.
  virtual void remove_links(std::string_view administrator_id) = 0;

  /// Notes a sign-in. The administrator exists. Of its addresses, all but the
  /// kKnownAddressesPerAdministrator used last are forgotten.
  virtual void remember_address(const KnownAddress& address) = 0;

  /// Whether the administrator signed in from `network` after `since`. The id may be unknown.
  [[nodiscard]] virtual bool knows_address(std::string_view administrator_id,
                                           std::string_view network, Time since) = 0;

  /// Housekeeping: removes sessions last used at `sessions_unused_since` or before, addresses last
  /// used at `addresses_unused_since` or before, and links that expired at `now` or before.
  virtual void purge(Time sessions_unused_since, Time addresses_unused_since, Time now) = 0;
};

}  // namespace parley::core
