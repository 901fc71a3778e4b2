// The server's error type: a stable code from the catalogue, with its texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/assert/source_location.hpp>

#include "base/error_code.hpp"

namespace parley {

/// Reasons per field name, as in `details` of an error answer. Ordered, so that answers are
/// reproducible.
using ErrorDetails = std::map<std::string, std::vector<std::string>>;

/// How many fields an error names at most, and how many reasons for each. One request can contain a
/// hundred thousand mistakes.
inline constexpr std::size_t kMostErrorFields = 20;

/// Adds a reason, unless is_full(details), or the field has this reason or kMostErrorFields others.
/// Of a long name, only the beginning is kept.
void add_detail(ErrorDetails& details, std::string_view field, std::string_view reason);

/// Whether add_detail() ignores further reasons: there is one more field than an error names.
[[nodiscard]] inline bool is_full(const ErrorDetails& details) {
  return details.size() > kMostErrorFields;
}

/// What an error says besides its code.
struct ErrorTexts {
  std::string message;           ///< For end users.
  std::string dev_message;       ///< For developers: what to do about it.
  ErrorDetails details = {};     ///< Per field; empty when the error is not about fields.
  std::int64_t retry_after = 0;  ///< Seconds until a retry makes sense; 0 = not applicable.
  std::string internal = {};     ///< For the log only; never leaves the server.
  bool is_logged = false;        ///< Whether `internal` has been logged.
};

/// An expected failure, passed as a value in Result<T>. Copies share their texts, so copying is
/// cheap and a Result is hardly larger than its value. Do not use an Error that has been moved
/// from.
class Error {
 public:
  /// What error() of a Result that holds a value returns. Its code and texts mean nothing.
  Error() : Error(ErrorCode{}, {}, {}) {}
  Error(ErrorCode error_code, std::string message, std::string dev_message)
      : code(error_code),
        texts_(
            std::make_shared<ErrorTexts>(ErrorTexts{std::move(message), std::move(dev_message)})) {}

  ErrorCode code;

  /// The texts. They live as long as any copy of this error, so a pointer obtained through
  /// `result.error()` stays valid as long as `result` does.
  [[nodiscard]] const ErrorTexts* operator->() const& { return texts_.get(); }
  [[nodiscard]] const ErrorTexts* operator->() && { return texts_.get(); }

  /// The texts, to be changed. Copies of this error keep theirs.
  [[nodiscard]] ErrorTexts* operator->() & {
    if (texts_.use_count() > 1) texts_ = std::make_shared<ErrorTexts>(*texts_);
    return texts_.get();
  }

 private:
  std::shared_ptr<ErrorTexts> texts_;
};

/// Values for the `{placeholders}` of the catalogue's texts.
using ErrorTextValues = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The catalogue's error for `code`, with the placeholders of its texts filled in.
[[nodiscard]] Error make_error(ErrorCode code, ErrorTextValues values = {});

/// ERR_BAD_REQUEST with the reasons per field. `details` must not be empty. If it is full, the
/// message says that there are more than kMostErrorFields.
[[nodiscard]] Error bad_request(ErrorDetails details);

/// ERR_BAD_REQUEST for one field.
[[nodiscard]] Error bad_request(std::string_view field, std::string_view reason);

/// Called by Result::value() on an error: a bug in the caller, so it throws std::logic_error.
[[noreturn]] void throw_exception_from_error(const Error& error,
                                             const boost::source_location& where);

}  // namespace parley
