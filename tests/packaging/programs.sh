# Starts published programs on free ports of 127.0.0.1, waits for them, and ends them by their ids. For tests/packaging/run and start-time,
# which set "temp" to a folder of their own, and call stop_all when they leave.

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# start NAME COMMAND...: in the background, its output in $temp/NAME.log; sets "pid".
start() {
  local name=$1
  shift
  # Emptied here: the program opens it later, and what an earlier one said would be taken for its own words.
  : >"$temp/$name.log"
  "$@" >>"$temp/$name.log" 2>&1 </dev/null &
  pid=$!
}

# address_of NAME PID: where the program says it listens, once it does. Fails when it has ended or takes a minute.
address_of() {
  local deadline=$((SECONDS + 60)) line
  while [ "$SECONDS" -lt "$deadline" ] && kill -0 "$2" 2>/dev/null; do
    while read -r line; do
      [[ $line != *'Now listening on: '* ]] || { echo "${line##*listening on: }" && return; }
    done <"$temp/$1.log"
    sleep 0.05
  done
  echo "$1 does not listen:" >&2
  cat "$temp/$1.log" >&2
  return 1
}

# ready NAME PID ADDRESS: returns when the program says that it can do all its work.
ready() {
  local deadline=$((SECONDS + 60))
  while [ "$SECONDS" -lt "$deadline" ] && kill -0 "$2" 2>/dev/null; do
    "$source/tools/is-ready" "${3##*:}" && return
    sleep 0.05
  done
  echo "$1 does not become ready:" >&2
  cat "$temp/$1.log" >&2
  return 1
}

# stop PID: asks it to end and waits until it has, 20 s at most; then it is made to. Returns its exit code.
stop() {
  local deadline=$((SECONDS + 20))
  kill "$1" 2>/dev/null || true
  while [ "$SECONDS" -lt "$deadline" ] && kill -0 "$1" 2>/dev/null; do sleep 0.05; done
  kill -9 "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null
}

# Those that still run of what this shell started.
stop_all() {
  local each
  for each in $(jobs -pr); do stop "$each" || true; done
}
