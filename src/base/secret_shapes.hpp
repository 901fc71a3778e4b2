// What the secrets of this server look like, so that none reaches the log by accident.
//
// Recognised by shape alone, wherever they stand in a text: an auth token (10 digits and 24 more
// letters and digits after its uid), an API key (32 hexadecimal digits), a JSON Web Token, the
// tokens of the dashboard. Checksums are left out: anybody can compute the one of a secret that was
// cut off, and a token with one character too many is as secret as the token.
#pragma once

#include <string>
#include <string_view>

namespace parley {

/// Whether some part of `text` has the shape of a secret.
[[nodiscard]] bool has_secret_shape(std::string_view text) noexcept;

/// `text` with each such part, to the end of its letters and digits, replaced by `***`.
[[nodiscard]] std::string mask_secrets(std::string_view text);

}  // namespace parley
