"""Builds the program and its installers under Wine, and judges what came out: log, size, frozen selftest.

python packaging/verify_build.py ~/.cache/digisos-wizard
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "digisos-wizard"
INSTALLED_MOST, INSTALLER_MOST = 160_000_000, 60_000_000
"""Bytes."""
MINUTES = 60


def windows(path: Path) -> str:
    """Return a path of this machine as Wine's programs know it."""
    return "Z:" + str(path).replace("/", "\\")


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def run(command: Sequence[str | Path], log: Path, *, minutes: float, **variables: str) -> int:
    """Run a command with its output in a file, give it up after some minutes, and return its exit code."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as file:
        done = subprocess.run(  # noqa: S603 - our own commands
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, "WINE_TIMEOUT": str(int(minutes * MINUTES)), **variables},
            timeout=minutes * MINUTES + 20,
            check=False,
        )
    return done.returncode


def require(what: bool, words: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Stop the verification where something isn't as it must be."""
    if not what:
        sys.exit(f"verify: NOT {words}")
    print(f"verify: {words}", flush=True)


def commit_time() -> str:
    """Return the time of the commit in seconds: two builds of one commit carry the same."""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - git


def build(work: Path, folder: str = "dist") -> Path:
    """Build the program and return its folder."""
    target, log = work / folder, work / f"{folder}.log"
    shutil.rmtree(target, ignore_errors=True)
    options = [
        "--noconfirm",
        "--clean",
        "--distpath",
        windows(target),
        "--workpath",
        windows(work / folder.replace("dist", "build")),
    ]
    command = [work / "bench/wpy", "-X", "utf8", "-m", "PyInstaller", *options, "build_installer.spec"]
    fixed = {"SOURCE_DATE_EPOCH": commit_time(), "PYTHONHASHSEED": "1", "PYTHONPYCACHEPREFIX": "C:\\pycache"}
    code = run(command, log, minutes=12, **fixed)
    text = log.read_text("utf-8", "replace")
    require(code == 0, f"PyInstaller ended well (log: {log})")
    require("Failed to collect" not in text, "everything was collected")
    program = target / NAME
    for name in (NAME, f"{NAME}-cli"):
        require((program / f"{name}.exe").is_file(), f"{name}.exe is there")
    return program


def add_papers(work: Path, program: Path) -> None:
    """Put licences, bill of materials and the text for IT beside the program."""
    code = run([sys.executable, "packaging/notices.py", work, program], work / "notices.log", minutes=6)
    require(code == 0, "licences and bill of materials were made")


def selftest(work: Path, program: Path) -> None:
    """Run the frozen selftest: resources, every export of both examples, every page."""
    log = work / "selftest.log"
    code = run([work / "bench/wrun", program / f"{NAME}-cli.exe", "selftest"], log, minutes=5)
    require(
        code == 0 and "Alt virker." in log.read_text("utf-8", "replace"), f"the frozen selftest passes (log: {log})"
    )


def installer(work: Path, program: Path, file: Path, defines: dict[str, str]) -> Path:
    """Make an installer of the program and return it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    always = {
        "PROGRAM": program,
        "OUT": file,
        "KILOBYTES": size_of(program) // 1024,
        "ICON": work / "build/build_installer/digisos-wizard.ico",
    }
    options = [f"-D{key}={value}" for key, value in {**always, **defines}.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, "packaging/installer.nsi"]
    log = work / f"{file.stem}.log"
    code = run(command, log, minutes=8)
    require(code == 0 and file.is_file(), f"{file.name} was made (log: {log})")
    print(f"verify: it takes {file.stat().st_size / 1e6:.1f} MB", flush=True)
    return file


def installers(work: Path, program: Path, version: str) -> None:
    """Make both installers: for one person, and for everybody on a machine."""
    kinds: tuple[tuple[str, dict[str, str]], ...] = (("", {}), ("-alle-brukere", {"ALLUSERS": "1"}))
    for suffix, defines in kinds:
        file = work / "installers" / f"Digisos-veiviser-{version}{suffix}.exe"
        installer(work, program, file, {"VERSION": version, **defines})
        size = file.stat().st_size
        require(size <= INSTALLER_MOST, f"{file.name} takes no more than {INSTALLER_MOST / 1e6:.0f} MB")


def version() -> str:
    """Return the version of the checkout."""
    text = (ROOT / "digisos_wizard/__init__.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def main(work: Path) -> None:
    """Build and judge."""
    program = build(work)
    add_papers(work, program)
    size = size_of(program)
    require(size <= INSTALLED_MOST, f"installed it takes {size / 1e6:.1f} MB of {INSTALLED_MOST / 1e6:.0f}")
    selftest(work, program)
    installers(work, program, version())


def again(work: Path) -> None:
    """Build once more and tell which files differ from the first build's."""
    first, second = work / "dist" / NAME, build(work, "dist-again")
    papers = {"sbom.cdx.json", "drift.md"}
    names = {
        folder: {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file() and path.name not in papers and path.parent.name != "lisenser"
        }
        for folder in (first, second)
    }
    require(names[first] == names[second], f"both builds have the same {len(names[first])} files")
    differing = [name for name in sorted(names[first]) if (first / name).read_bytes() != (second / name).read_bytes()]
    for name in differing:
        pairs = zip((first / name).read_bytes(), (second / name).read_bytes(), strict=False)
        places = [place for place, (one, other) in enumerate(pairs) if one != other]
        print(f"verify: differs: {name}, {len(places)} bytes from {places[0]:#x} to {places[-1]:#x}", flush=True)
    print(f"verify: {len(differing)} files differ", flush=True)


if __name__ == "__main__":
    (again if "again" in sys.argv else main)(Path(sys.argv[1]).resolve())
