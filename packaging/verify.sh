#!/bin/bash
# Verifies the Windows program from Debian, under Wine; every part makes what it needs first.
#   packaging/verify.sh suite [PYTEST ARGUMENTS]   the whole test suite with sys.platform == "win32"
#   packaging/verify.sh types                      mypy as it judges on Windows
#   packaging/verify.sh build                      the program and both installers, and the frozen selftest
#   packaging/verify.sh again                      a second build, and which of its files differ from the first
#   packaging/verify.sh install [ROUNDS]           install, start, export, open, upgrade, remove; a picture of the window
#   packaging/verify.sh                            all of it
# Everything lands outside the checkout, in $DIGISOS_BENCH or ~/.cache/digisos-wizard.
set -euo pipefail
cd "$(dirname "$0")/.."
work=${DIGISOS_BENCH:-${XDG_CACHE_HOME:-$HOME/.cache}/digisos-wizard}
bench=$work/bench
part=${1:-all}
shift || true

suite() {
  # Compiled modules of this Python stay out of the checkout; the reports of a run on Linux stay valid.
  PYTHONPYCACHEPREFIX='C:\pycache' WINE_TIMEOUT=${WINE_TIMEOUT:-3600} \
    "$bench/wpy" -X utf8 -m pytest -n 2 -p no:cacheprovider "$@"
}

types() {
  "${PYTHON:-.venv/bin/python}" -m mypy --platform win32 --cache-dir "$work/mypy" digisos_wizard tests run.py
}

packaging/bench/make.sh "$bench" requirements-dev.txt
case $part in
  suite) suite "$@" ;;
  types) types ;;
  build | install) python3 "packaging/verify_$part.py" "$work" "$@" ;;
  again) python3 packaging/verify_build.py "$work" again ;;
  all) types; python3 packaging/verify_build.py "$work"; python3 packaging/verify_install.py "$work"; suite ;;
  *) sed -n '2,9s/^# \?//p' "$0"; exit 2 ;;
esac
