// What the secrets of this server look like, so that none reaches the log by accident.
//
// Recognised by shape alone, wherever they stand in a text: an auth token (10 digits and 30 more
// letters and digits after its uid), an API key (40 hexadecimal digits), a JSON Web Token, the
// tokens of the dashboard. Checksums are not looked at: a token with one character too many is as
// secret as the token.
#pragma once

#include <string>
#include <string_view>

namespace parley {

/// Whether some part of `text` has the shape of a secret.
[[nodiscard]] bool has_secret_shape(std::string_view text) noexcept;

/// `text` with each such part, to the end of its letters and digits, replaced by `***`.
[[nodiscard]] std::string mask_secrets(std::string_view text);

}  // namespace parley
