-- GET /v3/me with the auth tokens of BENCH_TOKENS in turn.
dofile("bench/scripts/tokens.lua")
request = function()
  return wrk.format("GET", "/v3/me", { authToken = next_token() })
end
