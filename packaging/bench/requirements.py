"""Writes the pins of a universal requirements file that apply to 64-bit Windows, markers taken off.

    python requirements.py requirements-dev.txt > windows.txt

pip judges markers by the machine it runs on, also when it downloads for another: it would leave out what only Windows
needs, and take what only Linux does.
"""

import sys
from pathlib import Path

from pip._vendor.packaging.markers import Marker  # pip is there wherever this runs, `packaging` may not be

WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.7",
    "python_version": "3.11",
    "sys_platform": "win32",
}


def for_windows(text: str) -> str:
    """Return the requirements, each with its hashes, that Windows needs."""
    kept = []
    for block in text.replace("\\\n", "\0").splitlines():
        requirement, *hashes = block.split("\0")
        name, _semicolon, marker = requirement.partition(";")
        if not marker.strip() or Marker(marker.strip()).evaluate(WINDOWS):
            kept.append(" \\\n".join([name.strip(), *map(str.rstrip, hashes)]))
    return "\n".join(kept) + "\n"


if __name__ == "__main__":
    sys.stdout.write(for_windows(Path(sys.argv[1]).read_text("utf-8")))
