#!/bin/bash
# Makes a Windows CPython 3.11 with the pinned packages inside a Wine prefix, on Debian, from the package registries alone.
#   make.sh DIR REQUIREMENTS      e.g. make.sh build/bench requirements-dev.txt
# Afterwards DIR/wpy ARGS... runs the Windows Python and DIR/wrun PROGRAM ARGS... any Windows program: output piped, exit
# code kept. A bench to verify on, not a machine to release from: docs/release.md says why.
set -euo pipefail
dir=$(mkdir -p "$1" && cd "$1" && pwd)
requirements=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
stamp=$(cat "$requirements" "$here"/* | sha256sum)
if [ "$(cat "$dir/stamp" 2>/dev/null)" = "$stamp" ]; then echo "bench: ready since before"; exit 0; fi

missing=()
while read -r tool package; do
  command -v "$tool" >/dev/null || missing+=("$package")
done <<'TOOLS'
wine wine
xvfb-run xvfb
xauth xauth
makensis nsis
x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32
unzip unzip
import imagemagick
TOOLS
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] || { echo "Install first: ${missing[*]} wine64" >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" wine64 >/dev/null
fi

py=$dir/python wheels=$dir/wheels
rm -rf "$py" "$dir/prefix" "$dir/stamp"
mkdir -p "$wheels" "$py/DLLs" "$py/Lib/site-packages"
echo "bench: download"
windows=(--platform win_amd64 --python-version 3.11 --implementation cp --only-binary=:all: --no-deps)
quiet=(--disable-pip-version-check -q)
python3 "$here/requirements.py" "$requirements" > "$dir/requirements.txt"
# The runtime of python.org's CPython 3.11 is in this wheel; pinned here, since nothing of the program needs it.
python3 -m pip "${quiet[@]}" download -d "$wheels" "${windows[@]}" panda3d==1.10.16
python3 -m pip "${quiet[@]}" download -d "$wheels" "${windows[@]}" --require-hashes -r "$dir/requirements.txt"

echo "bench: python"
unzip -q -o -d "$dir/runtime" "$wheels"/panda3d-*.whl 'deploy_libs/*'
libs=$dir/runtime/deploy_libs
cp "$libs/python311.dll" "$py/"; cp "$libs/VCRUNTIME140.dll" "$py/vcruntime140.dll"
cp "$libs"/*.pyd "$libs/libffi-8.dll" "$libs/libcrypto-3.dll" "$libs/libssl-3.dll" "$libs/sqlite3.dll" "$py/DLLs/"
stdlib=$(python3.11 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
tar -C "$stdlib" --exclude=./site-packages --exclude=./lib-dynload --exclude=./test --exclude='./config-3*' \
  --exclude=__pycache__ -cf - . | tar -C "$py/Lib" -xf -
cc=(x86_64-w64-mingw32-gcc -O2 -s)
{ echo "LIBRARY python3.dll"; echo EXPORTS
  x86_64-w64-mingw32-objdump -p "$py/python311.dll" |
    awk '/\[Ordinal\/Name Pointer\] Table/{on=1;next} on&&/^\t\[/{print $NF " = python311." $NF}'
} > "$dir/python3.def"
echo 'int __stdcall DllMain(void *a, unsigned b, void *c) { return 1; }' > "$dir/empty.c"
"${cc[@]}" -shared -nostdlib -e DllMain -o "$py/python3.dll" "$dir/empty.c" "$dir/python3.def"  # forwards the stable ABI
"${cc[@]}" -municode -DPYTHON_DLL='L"python311.dll"' -o "$py/python.exe" "$here/python_launcher.c"

echo "bench: wine"
# Without a UTF-8 locale, Wine turns æ, ø and å in file names into question marks.
cat > "$dir/environment" <<ENVIRONMENT
export WINEPREFIX=$dir/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="winedbg.exe=d;mscms=n" LC_ALL=C.UTF-8
ENVIRONMENT
. "$dir/environment"
xvfb-run -a wine wineboot -i >/dev/null 2>&1
wine winecfg -v win10 >/dev/null 2>&1
/usr/lib/wine/wineserver64 -w || true
system32=$WINEPREFIX/drive_c/windows/system32
for stub in icuuc bcryptprimitives mscms; do
  rm -f "$system32/$stub.dll"
  "${cc[@]}" -shared -nostdlib -e DllMain -o "$system32/$stub.dll" "$here/$stub.c" -ladvapi32
done

echo "bench: packages"
while read -r wheel; do
  unzip -q -o "$wheel" -d "$py/Lib/site-packages"
done < <(python3 - "$dir/requirements.txt" "$wheels" <<'PICK'
# Of wheels kept from earlier runs, only those that are pinned now.
import re, sys
from pathlib import Path
lines = Path(sys.argv[1]).read_text().splitlines()
pins = {tuple(line.split(" ")[0].split("==")) for line in lines if re.match(r"\w", line)}
wanted = {(re.sub(r"[-_.]+", "-", re.sub(r"\[.*", "", name)).lower(), version) for name, version in pins}
for wheel in sorted(Path(sys.argv[2]).glob("*.whl")):
    name, version = wheel.name.split("-")[:2]
    if (re.sub(r"[-_.]+", "-", name).lower(), version) in wanted:
        print(wheel)
PICK
)
cat > "$dir/wrun" <<RUN
#!/bin/bash
# Wine strips QT_* variables: pass -platform to the program. A Windows Python dies when its stdout is a regular file,
# hence the pipe.
. "$dir/environment"
timeout "\${WINE_TIMEOUT:-580}" xvfb-run -a -s "-screen 0 \${WINE_SCREEN:-1366x768}x24" wine "\$@" </dev/null 2>&1 | cat
exit "\${PIPESTATUS[0]}"
RUN
printf '#!/bin/bash\nexec "%s/wrun" "%s/python.exe" "$@"\n' "$dir" "$py" > "$dir/wpy"
chmod +x "$dir/wrun" "$dir/wpy"
"$dir/wpy" -c "import sys; print('bench:', sys.platform, sys.version)"
echo "$stamp" > "$dir/stamp"
