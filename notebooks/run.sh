#!/bin/sh
# Runs the notebooks with nbconvert in a Java kernel; copies with their output go to target/notebooks.
# KERNEL names the kernel, as jupyter kernelspec list does.
set -eu
cd "$(dirname "$0")"
kernel=${KERNEL:-java}

command -v jupyter >/dev/null 2>&1 || { echo "run.sh: no jupyter found; pip install nbconvert" >&2; exit 1; }
jupyter kernelspec list 2>/dev/null | grep -q "^ *$kernel " || {
  echo "run.sh: no kernel '$kernel'; install JJava from https://github.com/dflib/jjava/releases, or set KERNEL" >&2
  exit 1
}
../voci --version >/dev/null # builds it where it is not built
for notebook in *.ipynb; do
  jupyter nbconvert --to notebook --execute --ExecutePreprocessor.kernel_name="$kernel" \
    --ExecutePreprocessor.timeout=600 --output-dir ../target/notebooks "$notebook"
done
