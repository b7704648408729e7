#!/usr/bin/env bash
# api_walk.sh KELISIM: runs the commands of docs/api.md, as they stand there, against a sandbox of their own, and looks at
# where they led: booked, paid, cancelled, refunded.
set -euo pipefail
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
mkfifo "$place/said"
"$program" serve --sandbox --brand "$root/brands/harmonia" --data "$place/data" --port 0 --web "$place/none" \
  >"$place/said" 2>"$place/server.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$place"' EXIT
exec {said}<"$place/said"
read -r first <&"$said" || { cat "$place/server.log"; echo "the server stopped at its start" >&2; exit 1; }
business=$(grep -o 'http://localhost:[0-9]*' <<<"$first" | head -n 1)  # printed once it listens
{
  echo 'set -euo pipefail'
  awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$root/docs/api.md"
} >"$place/walk.sh"
cd "$place"
KELISIM="$business" bash "$place/walk.sh" >"$place/walk.out" 2>&1 || {
  cat "$place/walk.out" "$place/server.log"
  echo "the walk of docs/api.md broke off" >&2
  exit 1
}
expect() { grep -qE "$1" "$place/walk.out" || { cat "$place/walk.out"; echo "missing: $1" >&2; exit 1; }; }
expect 'the booking is confirmed$'
expect 'comes back: [1-9][0-9]* tiyn, by clause [0-9.]+$'
expect 'refunded: [1-9][0-9]* tiyn$'
expect '"refund_paid"|refund_due|acquirer'
echo "the walk of docs/api.md holds"
