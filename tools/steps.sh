# Sourced by the commands in this folder that consist of steps: each step is timed, a failure does
# not stop the following steps, and a verdict comes last. It repeats the end of what failed steps
# printed, because a reader of a long log begins at its end.

passed=0
failures=()
outputs=$(mktemp -d)
trap 'rm -rf "$outputs"' EXIT

# step NAME COMMAND...
step() {
  local name=$1 started=$SECONDS output=$outputs/${#failures[@]}
  shift
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee "$output"
  if ((PIPESTATUS[0] == 0)); then
    ((++passed))
  else
    failures+=("$name")
  fi
  printf -- '-- %s: %d s\n' "$name" $((SECONDS - started))
}

# Prints the verdict. Fails if a step failed.
verdict() {
  local i
  for i in "${!failures[@]}"; do
    printf '\n== %s failed; its last lines:\n' "${failures[i]}"
    tail -n 60 "$outputs/$i"
  done
  printf '\n'
  for i in "${!failures[@]}"; do echo "FAILED: ${failures[i]}"; done
  printf 'steps: %d passed, %d failed\n' $passed ${#failures[@]}
  ((${#failures[@]} == 0))
}
