# Sourced by the commands in this folder that consist of steps: each step is timed, a failure does
# not stop the following steps, and a verdict comes last.

passed=0
failures=()

# step NAME COMMAND...
step() {
  local name=$1 started=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    ((++passed))
  else
    failures+=("$name")
  fi
  printf -- '-- %s: %d s\n' "$name" $((SECONDS - started))
}

# Prints the verdict. Fails if a step failed.
verdict() {
  local name
  printf '\n'
  for name in ${failures[@]+"${failures[@]}"}; do echo "FAILED: $name"; done
  printf 'steps: %d passed, %d failed\n' $passed ${#failures[@]}
  ((${#failures[@]} == 0))
}
