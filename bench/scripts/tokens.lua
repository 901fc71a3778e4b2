-- next_token() returns the first BENCH_SESSIONS auth tokens of the file BENCH_TOKENS in turn.
local tokens = {}
local most = tonumber(os.getenv("BENCH_SESSIONS"))
for line in io.lines(os.getenv("BENCH_TOKENS")) do
  if #tokens == most then break end
  tokens[#tokens + 1] = line
end
local count = 0
function next_token()
  count = count % #tokens + 1
  return tokens[count]
end
