"""python3 verify.py JWT: the same as verify.mjs, with PyJWT and cryptography."""

import sys

# #region verify-jwt
import os

import jwt

# The public URL of your server, as in iss: https://chat.example.com
parley_url, app_id = os.environ["PARLEY_URL"].rstrip("/"), os.environ["PARLEY_APP_ID"]
keys = jwt.PyJWKClient(f"{parley_url}/.well-known/jwks.json")


def verified_uid(token: str) -> str:
    """Returns the UID of the user. Raises if the JWT is expired, forged, or for another app."""
    claims = jwt.decode(
        token,
        keys.get_signing_key_from_jwt(token).key,
        algorithms=["EdDSA"],
        issuer=parley_url,
        audience=app_id,  # Required: all apps of a server share the keys.
        options={"require": ["sub", "exp"]},
    )
    return claims["sub"]
# #endregion verify-jwt


if __name__ == "__main__":
    try:
        print(verified_uid(sys.argv[1]))
    except jwt.PyJWTError as error:
        sys.exit(f"{type(error).__name__}: {error}")
