#!/bin/sh
# A million reviews through a pipe with a heap of 512 MB: the memory of the process every ten seconds, then whether every id
# came out once and in order. Usage: src/test/scripts/million.sh [ROWS [MODEL]]
# The reviews are those of the sample corpus over and over, some of them twice in a row so that lengths vary more.
set -eu

home=$(cd "$(dirname "$0")/../../.." && pwd)
rows=${1:-1000000}
model=${2:-imdb-gru}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkfifo "$work/in" "$work/out"

for part in train test; do tail -n +2 "$home/corpora/sample/$part.tsv"; done | cut -f 5 >"$work/texts"
awk -v rows="$rows" '
    { text[NR] = $0 }
    END {
        for (i = 1; i <= rows; i++) {
            t = text[i % NR + 1]
            print "id-" i "\t\t\t" (i % 5 ? t : t " " text[(i * 7) % NR + 1])
        }
    }' "$work/texts" >"$work/in" &
awk -F '"' -v rows="$rows" '
    $4 != "id-" NR { wrong++; if (wrong < 4) print "row " NR " is " $4 }
    END { print NR " rows, " wrong + 0 " out of place"; exit NR != rows || wrong }' "$work/out" &
check=$!

started=$(date +%s)
TRITONE_JAVA_OPTS=${TRITONE_JAVA_OPTS:--Xmx512m} "$home/tritone" classify --format tsv --model "$model" - \
    <"$work/in" >"$work/out" &
process=$!
echo "second  resident MB"
while kill -0 "$process" 2>/dev/null; do
    resident=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$process/status" 2>/dev/null || true)
    if [ -n "$resident" ]; then echo "$(($(date +%s) - started))  $((resident / 1024))"; fi
    sleep 10
done
wait "$process"
echo "$rows reviews in $(($(date +%s) - started)) s"
wait "$check"
