#!/usr/bin/env bash
# Times `voci label` against a Python script that does the same with scikit-learn (word and
# character TF-IDF, logistic regression, two single-label tasks): whole processes, in turn, medians
# of ROUNDS. Prints seconds, peak memory, the ratios, and where voci's time goes.
#
#   src/bench/label.sh [PYTHON]
#
# ROUNDS=5 LARGE_ROUNDS=3 PARAGRAPHS=20000 TASKS="voice stance" CACHE= (a folder that keeps the
# Python models, whose training takes minutes). PYTHON needs scikit-learn and joblib.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
python=${1:-python3}
: "${ROUNDS:=5}" "${LARGE_ROUNDS:=3}" "${PARAGRAPHS:=20000}" "${TASKS:=voice stance}" "${CACHE:=}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cache=${CACHE:-$work}
data=$home/datasets/voci-it

"$python" - "$data" "$PARAGRAPHS" "$work" <<'END'
import itertools, json, sys
data, wanted, work = sys.argv[1], int(sys.argv[2]), sys.argv[3]
lines = [line for name in ("train", "dev") for line in open(f"{data}/{name}.jsonl", encoding="utf-8")]
article = next(a["paragraphs"] for a in map(json.loads, lines) if len(a["paragraphs"]) == 12)
with open(f"{work}/article.txt", "w", encoding="utf-8") as out:
    out.write("\n\n".join(p["text"] for p in article) + "\n")
count = 0
with open(f"{work}/articles.jsonl", "w", encoding="utf-8") as out:
    for line in itertools.cycle(lines):
        out.write(line)
        count += len(json.loads(line)["paragraphs"])
        if count >= wanted:
            break
print(count, "paragraphs;", sum(len(p["text"].split()) for p in article), "words in the article of 12")
END
if [ ! -f "$cache/own.joblib" ]; then
  mkdir -p "$cache"
  # shellcheck disable=SC2086
  "$python" "$home/src/bench/label_train.py" "$data/train.jsonl" "$cache/own.joblib" "$cache/shared.joblib" $TASKS
fi
"$home/voci" --version # builds, where needed

declare -A seconds peak
# run NAME COMMAND...: adds the wall time and peak memory of a run
run() {
  local name=$1 measured
  shift
  measured=$({ /usr/bin/time -f '%e %U %S %M' "$@" >"$work/out"; } 2>&1 | tail -n 1)
  echo "  $name: $measured (wall, user, system seconds; kB), $(wc -l <"$work/out") lines"
  seconds[$name]+="${measured%% *} "
  peak[$name]+="${measured##* } "
}
median() {
  tr ' ' '\n' <<<"$1" | grep . | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
compare() {
  awk -v a="$(median "${seconds[$1]}")" -v b="$(median "${seconds[$2]}")" -v m="$(median "${peak[$1]}")" -v n="$(median "${peak[$2]}")" \
    -v x="$1" -v y="$2" 'BEGIN { printf "%s %.2f s, %d MB; %s %.2f s, %d MB: %.2f times the time, %.2f times as quick\n", x, a, m / 1024, y, b, n / 1024, a / b, b / a }'
}

for kind in "article.txt cold $ROUNDS" "articles.jsonl large $LARGE_ROUNDS"; do
  read -r file name rounds <<<"$kind"
  echo "$name"
  for _ in $(seq "$rounds"); do
    run "$name voci" "$home/voci" label --format jsonl "$work/$file"
    run "$name python" "$python" "$home/src/bench/label_classify.py" "$cache/own.joblib" "$work/$file"
    run "$name python-shared" "$python" "$home/src/bench/label_classify.py" "$cache/shared.joblib" "$work/$file"
  done
  compare "$name voci" "$name python"
  compare "$name voci" "$name python-shared"
done

echo "where the time goes, on one thread"
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# shellcheck disable=SC2086
{
  for _ in 1 2 3; do /usr/bin/time -f '%e %U s: the JVM and the command line (voci label --version)' "$home/voci" label --version >/dev/null; done
  java $quick -cp "$home/target/voci.jar" "$home/src/bench/LabelStages.java" "$home/models/voci-it" "$work/article.txt" "$data/dev.jsonl" "$data/dev.jsonl"
} 2>&1
