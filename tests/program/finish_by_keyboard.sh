#!/usr/bin/env bash
# Finishes the guided case in the real window by keyboard alone. Runs inside a display: finish_by_keyboard.sh BINARY DATA-FOLDER
# After each step it waits, for a bounded time, until the record shows what the keys should have done.
set -euo pipefail
binary=$1 data=$2

events() { # how many events of a type the newest session holds
  local id
  id=$("$binary" --data-dir "$data" records list --json | grep -o '"id": "[^"]*"' | tail -n 1 | cut -d'"' -f4)
  [ -n "$id" ] || { echo 0; return; }
  "$binary" --data-dir "$data" records show "$id" --json | grep -c "\"type\": \"$1\"" || true
}
wait_for() { # TYPE COUNT
  local _
  for _ in $(seq 100); do
    [ "$(events "$1")" -ge "$2" ] && return 0
    kill -0 "$window" || { echo "the window went away"; exit 1; }
    sleep 0.1
  done
  echo "after 10 seconds there are $(events "$1") events $1 instead of $2"
  exit 1
}
keys() { xdotool key --delay 60 "$@"; }

"$binary" --data-dir "$data" --lang en &
window=$!
trap 'kill "$window" 2>/dev/null || true' EXIT
xdotool search --sync --onlyvisible --name Timbang >/dev/null
xdotool type --delay 30 "Verifier 07"
keys Return
wait_for session_started 1
keys ctrl+Return
wait_for left_step 1
decide() { # SCORE, at the top of the form: the whole checklist yes, accept, fairly sure
  keys y y y y y y Tab 1 Tab Tab "$1" Tab 2 Tab
  xdotool type --delay 20 "Sound."
  keys ctrl+Return
}
keys F6 F6
decide 4
wait_for decided 1
keys ctrl+Return
wait_for left_step 2
decide 6
wait_for decided 2
keys ctrl+Return
wait_for finished 1
"$binary" --data-dir "$data" records list --json
