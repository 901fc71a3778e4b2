-- A user changes its status message.
local count = 0
request = function()
  count = count + 1
  return wrk.format("PUT", "/v3/me", nil, string.format('{"statusMessage":"message %d"}', count))
end
