#!/usr/bin/env bash
# The production flow with curl: your back end creates a user and an auth token with the REST API Key.
# The client logs in with the token, and logs out again.
#
#   examples/curl.sh [CREDENTIALS.JSON]    (default: parley-data/credentials.json of `parleyd dev`)
#
# The environment variables PARLEY_URL and PARLEY_API_KEY override the file.
set -euo pipefail

# field NAME: prints the string field NAME of the JSON on standard input.
field() { sed -nE "s/.*\"$1\": *\"([^\"]*)\".*/\1/p"; }
step() { printf '\n%s\n' "$1"; }
# Exits the script if the server returns an error.
curl() { command curl --no-progress-meter --fail-with-body --write-out '\n' "$@"; }

credentials=${1:-parley-data/credentials.json}
PARLEY_URL=${PARLEY_URL:-$(field url <"$credentials")}
PARLEY_API_KEY=${PARLEY_API_KEY:-$(field apiKey <"$credentials")}
uid=curl-example-$$

step "1. A user signs up: your back end creates the user."
# #region create-user
curl "$PARLEY_URL/v3/users" -H "apikey: $PARLEY_API_KEY" \
  --json "{\"uid\": \"$uid\", \"name\": \"Iron Man\"}"
# #endregion create-user

step "2. Your back end creates an auth token and passes it to the client."
answer=$(
  # #region create-auth-token
  curl "$PARLEY_URL/v3/users/$uid/auth_tokens" -H "apikey: $PARLEY_API_KEY" \
    --json '{"expiresIn": 86400}'
  # #endregion create-auth-token
)
echo "$answer"
token=$(field authToken <<<"$answer")

step "3. The client logs in with it. The SDK does this in login()."
curl "$PARLEY_URL/v3/me" -X PUT -H "authToken: $token" \
  --json '{"platform": "curl", "deviceId": "my-terminal"}'

step "4. Another of your services looks up the user of the token."
# #region own-user
curl "$PARLEY_URL/v3/me" -H "authToken: $token"
# #endregion own-user
echo "Or it asks for the lifetime of the token."
# #region introspect
curl "$PARLEY_URL/v3/introspect" -H "apikey: $PARLEY_API_KEY" \
  --json "{\"authToken\": \"$token\"}"
# #endregion introspect
echo "Or it verifies a JWT of the user without a call. See examples/verify-jwt."
# #region new-jwt
curl -X POST "$PARLEY_URL/v3/me/jwt" -H "authToken: $token"
# #endregion new-jwt

step "5. The user lists its devices. DELETE with the id of a device logs it out."
# #region own-sessions
curl "$PARLEY_URL/v3/me/sessions" -H "authToken: $token"
# #endregion own-sessions

step "6. Your back end makes two users friends."
# #region friends
curl "$PARLEY_URL/v3/users/$uid/friends" -H "apikey: $PARLEY_API_KEY" \
  --json '{"accepted": ["cometchat-uid-1"]}'
# #endregion friends

step "7. You check how much your app is used."
# #region statistics
curl "$PARLEY_URL/v3/stats?hours=24" -H "apikey: $PARLEY_API_KEY"
# #endregion statistics

step "8. The client logs out. The SDK does this in logout()."
curl "$PARLEY_URL/v3/me" -X DELETE -H "authToken: $token"

step "9. From now on, the token is rejected."
if curl "$PARLEY_URL/v3/me" -H "authToken: $token"; then
  echo "The token is still active." >&2
  exit 1
fi

step "10. The user leaves, but may come back: your back end deactivates it."
# #region deactivate-user
curl "$PARLEY_URL/v3/users/$uid" -X DELETE -H "apikey: $PARLEY_API_KEY"
# #endregion deactivate-user

step "11. The user comes back, and can log in with a new auth token."
# #region reactivate-user
curl "$PARLEY_URL/v3/users" -X PUT -H "apikey: $PARLEY_API_KEY" \
  --json "{\"uidsToActivate\": [\"$uid\"]}"
# #endregion reactivate-user

step "12. The user leaves your app for good."
# #region delete-user
curl "$PARLEY_URL/v3/users/$uid?permanent=true" -X DELETE -H "apikey: $PARLEY_API_KEY"
# #endregion delete-user
