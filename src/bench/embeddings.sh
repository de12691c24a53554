#!/usr/bin/env bash
# Times `voci embeddings train` against fastText: whole processes, in turn, on the same tokens with
# the same settings, best of ROUNDS and of THREADS each. Prints seconds, the mean training loss that
# each reports, and how many times quicker voci is.
#
#   src/bench/embeddings.sh TEXT FASTTEXT...
#
# ROUNDS=3 THREADS="1 2" EPOCHS=5 SUBWORDS= (1: with character n-grams) KERNELS="vector scalar";
# RUN may hold a command to run each under.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
text=$1
shift
home=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: "${ROUNDS:=3}" "${THREADS:=1 2}" "${EPOCHS:=5}" "${SUBWORDS:=}" "${KERNELS:=vector scalar}" "${RUN:=}"

java -cp "$home/target/voci.jar" "$home/src/bench/Tokens.java" "$text" "$work/tokens.txt"
echo "$(wc -w <"$work/tokens.txt") tokens, $EPOCHS epochs, ${SUBWORDS:+with}${SUBWORDS:-without} subwords" \
  | sed 's/with1/with/'

# The settings of both; 0.5 is fastText's exponent for noise words.
theirs="-dim 100 -ws 5 -neg 5 -lr 0.05 -t 1e-4 -minCount 5 -epoch $EPOCHS -bucket 2000000 -minn 0 -maxn 0"
ours="--dim 100 --window 5 --negative 5 --lr 0.05 --sample 1e-4 --min-count 5 --epochs $EPOCHS --exponent 0.5"
[ -z "$SUBWORDS" ] || { theirs=${theirs/-minn 0 -maxn 0/-minn 3 -maxn 6}; ours="$ours --subwords"; }

declare -A best loss
# timed NAME COMMAND...: keeps the least wall time and the last loss reported
timed() {
  local name=$1 seconds
  shift
  # shellcheck disable=SC2016,SC2086
  seconds=$($RUN bash -c 'TIMEFORMAT="%R %U"; time "$@" >"$0" 2>&1' "$work/log" "$@" 2>&1 | tail -n 1)
  loss[$name]=$(tr '\r' '\n' <"$work/log" | sed -n 's/.*loss:\{0,1\} *\([0-9.]*\).*/\1/p' | tail -n 1)
  echo "  $name: wall and user seconds $seconds, loss ${loss[$name]}"
  seconds=${seconds% *}
  if [ -z "${best[$name]:-}" ] || awk "BEGIN { exit !($seconds < ${best[$name]}) }"; then
    best[$name]=$seconds
  fi
}

for round in $(seq "$ROUNDS"); do
  for threads in $THREADS; do
    for kernel in $KERNELS; do
      # shellcheck disable=SC2086
      VOCI_JAVA_OPTS="-Dvoci.kernel=$kernel" timed "voci $kernel" \
        "$home/voci" embeddings train --corpus "$work/tokens.txt" --out "$work/ours.bin" --threads "$threads" $ours
    done
    for binary in "$@"; do
      # shellcheck disable=SC2086
      timed "$binary" "$binary" skipgram -input "$work/tokens.txt" -output "$work/theirs" -thread "$threads" $theirs
    done
  done
done

for kernel in $KERNELS; do
  for binary in "$@"; do
    awk -v a="${best[voci $kernel]}" -v b="${best[$binary]}" -v k="$kernel" -v n="$(basename "$binary")" \
      'BEGIN { printf "voci (%s) %.1f s, %s %.1f s: %.2f times as quick\n", k, a, n, b, b / a }'
  done
done
