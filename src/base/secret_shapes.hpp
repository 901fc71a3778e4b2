// Recognises the server's secrets by their shape, so that none reaches the log by accident.
//
// The shape is enough, anywhere in a text: an auth token (10 digits and 24 letters or digits after
// its uid), an API key (32 hexadecimal digits), a JSON Web Token, a token of the dashboard.
// Checksums are not checked: a secret without its checksum is as good as the whole, because anybody
// can compute the checksum, and a token with one character too many is as secret as the token.
#pragma once

#include <string>
#include <string_view>

namespace parley {

/// Whether some part of `text` has the shape of a secret.
[[nodiscard]] bool has_secret_shape(std::string_view text) noexcept;

/// `text` with each such part replaced by `***`, up to the end of its letters and digits.
[[nodiscard]] std::string mask_secrets(std::string_view text);

}  // namespace parley
