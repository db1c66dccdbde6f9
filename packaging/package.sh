#!/bin/sh
# Builds one folder that runs without Python, build/dist/storedesk, and tries it.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

if ! $bin/python -c 'import PyInstaller' 2>/dev/null &&
    ! $bin/python -m pip install -qq --disable-pip-version-check -e '.[packaging]' -c constraints.txt; then
    echo "SKIPPED: PyInstaller is not here and cannot be installed"
    exit 0
fi
if ! command -v objdump >/dev/null; then
    echo "SKIPPED: PyInstaller needs objdump (Debian: binutils)"
    exit 0
fi
rm -rf build/dist/storedesk
$bin/pyinstaller --noconfirm --log-level ERROR --distpath build/dist --workpath build/pyinstaller \
    packaging/storedesk.spec
STOREDESK_FROZEN=build/dist/storedesk/storedesk $bin/pytest -q -o faulthandler_timeout=0 tests/packaging/test_frozen.py
du -sh build/dist/storedesk
