-- Users change their status message in turn.
dofile("bench/scripts/tokens.lua")
local count = 0
request = function()
  count = count + 1
  local body = string.format('{"statusMessage":"message %d"}', count)
  return wrk.format("PUT", "/v3/me", { authToken = next_token() }, body)
end
