#!/usr/bin/env bash
# astro_walk.sh KELISIM: runs the commands of docs/astrology.md, as they stand there, and looks at what they made.
set -euo pipefail
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
atlas="$root/build/data/atlas.tsv"
[ -e "$atlas" ] || { echo "no $atlas: run bin/setup" >&2; exit 1; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/build/data"
ln -s "$atlas" "$place/build/data/atlas.tsv"
ln -s "$root/brands" "$place/brands"
{
  echo 'set -euo pipefail'
  awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$root/docs/astrology.md"
} >"$place/walk.sh"
cd "$place"
KELISIM="$program" bash walk.sh >walk.out 2>&1 || {
  cat walk.out
  echo "the walk of docs/astrology.md broke off" >&2
  exit 1
}
expect() { grep -qE "$2" "$1" || { cat "$1"; echo "missing in $1: $2" >&2; exit 1; }; }
expect walk.out '^Солнце +2[56]°[0-9]{2}′ Телец'
expect walk.out 'the clock never showed this time'
expect walk.out 'the clock showed this time twice'
expect walk.out '^UTC\+5, зона Asia/Almaty$'
expect walk.out '^UTC\+5:21:04, местное среднее время'
expect walk.out '^! local_mean_time$'
expect walk.out 'За полярным кругом взяты дома по знакам'
expect walk.out '^astro: 0 to mend$'
expect chart.svg '^<svg|<\?xml'
expect natal.txt 'time±[0-9]+'
expect natal.txt 'needs_time'
expect natal-without-time.txt 'Время рождения неизвестно'
! grep -q 'planet_in_house' natal-without-time.txt || { echo "houses without a time" >&2; exit 1; }
[ "$(head -c 5 natal.pdf)" = '%PDF-' ]
[ "$(grep -c '^BEGIN:VEVENT' sun.ics)" -ge 8 ]
[ "$(sed -n '/^## Действия/,/^## Календарь/p' sun.txt | grep -c '^| ')" = 10 ]
[ "$(grep -cE '^20(26|27)-[0-9]{2} +(support|even|care)' money.txt)" = 12 ]
expect election.txt '^\| [0-9]{2}\.12\.2026 [0-9:]{5} \|'
python3 - <<'PY'
import json
draft = json.load(open("answer.json"))
facts = {fact["id"] for fact in draft["facts"]}
assert draft["findings"] and all(facts.issuperset(finding["facts"]) for finding in draft["findings"])
assert -10 <= draft["scores"][0]["value"] <= 10
assert len(json.load(open("chart.json"))["placements"]) >= 15
PY
echo "the walk of docs/astrology.md holds"
