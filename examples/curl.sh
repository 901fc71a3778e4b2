#!/usr/bin/env bash
# The production flow in curl: your back end creates a user and an auth token with the REST API Key,
# the client logs in with the token, and out again.
#
#   examples/curl.sh [CREDENTIALS.JSON]     (default: parley-data/credentials.json of `parleyd dev`)
set -euo pipefail

credentials=${1:-parley-data/credentials.json}
read_field() { sed -E "s/.*\"$1\": *\"([^\"]*)\".*/\1/" <<<"$(tr -d '\n' <"$credentials")"; }
url=$(read_field url)
api_key=$(read_field apiKey)
uid=curl-example-$$

# call METHOD PATH HEADER [BODY]: says what it sends, prints the answer.
call() {
  printf '\n%s %s\n' "$1" "$2" >&2
  curl --silent --show-error --request "$1" --header "$3" ${4:+--data "$4"} "$url$2"
  echo
}

echo "1. Somebody signs up: your back end creates the user."
call POST /v3/users "apikey: $api_key" "{\"uid\":\"$uid\",\"name\":\"Curl Example\"}"

echo
echo "2. Your back end creates an auth token, and hands it to the client."
answer=$(call POST "/v3/users/$uid/auth_tokens" "apikey: $api_key" '{"expiresIn":3600}')
echo "$answer"
token=$(sed -E 's/.*"authToken":"([^"]*)".*/\1/' <<<"$answer")

echo
echo "3. The client starts its session, and knows who it is."
call PUT /v3/me "authToken: $token" '{"platform":"curl","deviceId":"my-terminal"}'
call GET /v3/me "authToken: $token"

echo
echo "4. It logs out. From now on the token opens nothing."
call DELETE /v3/me "authToken: $token"
call GET /v3/me "authToken: $token"

echo
echo "5. Your back end deletes the user again."
call DELETE "/v3/users/$uid?permanent=true" "apikey: $api_key"
