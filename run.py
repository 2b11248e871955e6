"""Run the program, or pass its tests, on a machine that has nothing but Python: `run.py [ARGS]` and `run.py test`.

Makes `.venv` beside itself from the pinned and hashed requirements, sees to Qt's system libraries on Debian, and hands
over. Standard library only, and no syntax newer than Python 3.6, so that an old Python can say that it is too old.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may well have an older one
    sys.exit(f"Digisos-veiviseren trenger Python 3.11 eller nyere; dette er {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
EXAMPLE_FOLDER = "digisos-eksempel"
BRANCH_FLOOR = 90.0
"""Percent of the branches outside ui/ that the tests must take."""

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Shared library -> Debian package: what Qt needs even without a screen."""
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs besides to show a window."""

CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy", "digisos_wizard", "tests", "run.py")),
    ("import-linter", ("-c", "from importlinter.cli import lint_imports_command as run; run()")),
)
"""Name and interpreter arguments of every check before the tests."""


class SetUpError(Exception):
    """The machine lacks something that cannot be mended here; the text is one line that says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Set up what is missing and hand over; return the exit code."""
    try:
        if arguments[:1] == ["test"]:
            set_up(ROOT / "requirements-dev.txt", screen=False)
            return run_tests(arguments[1:])
        screen = has_screen(sys.platform, os.environ)
        refuse_window(arguments, screen=screen)
        set_up(ROOT / "requirements.txt", screen=screen)
        arguments = arguments or default_arguments(screen=screen)
        return call([str(python_of(VENV)), "-m", "digisos_wizard", *arguments], environment(screen=screen))
    except SetUpError as error:
        tell(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


def tell(line: str) -> None:
    """Speak on stderr: stdout belongs to the program."""
    print(line, file=sys.stderr, flush=True)


def has_screen(platform: str, variables: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; elsewhere than on Linux it always can."""
    return not platform.startswith("linux") or bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def default_arguments(*, screen: bool) -> list[str]:
    """Return what to do when nothing was asked for: the window, or the main job without one."""
    if screen:
        return []
    tell(f"Ingen skjerm her: skriver eksempelplanen, alle dokumentene og bilder av sidene til {EXAMPLE_FOLDER}.")
    return ["demo", "--to", EXAMPLE_FOLDER]


def refuse_window(arguments: Sequence[str], *, screen: bool) -> None:
    """Raise SetUpError where a plan would be opened in a window that nobody can see."""
    if not screen and arguments and arguments[0].endswith(".digisos"):
        message = "Ingen skjerm her, så vinduet kan ikke åpnes. «python3 run.py --help» viser hva du kan gjøre uten."
        raise SetUpError(message)


def environment(*, screen: bool) -> dict[str, str]:
    """Return the variables for the program: UTF-8 everywhere, importable from any folder, no screen where none is."""
    variables = {**os.environ, "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1", "PYTHONPATH": str(ROOT)}
    if not screen:
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def call(command: Sequence[str], variables: Mapping[str, str] | None = None, folder: Path | None = None) -> int:
    """Run a command to its end and return its exit code as a shell would count it."""
    code = subprocess.run(command, env=variables, cwd=folder, check=False).returncode
    return code if code >= 0 else 128 - code


# ------------------------------------------------------------------------------------------------------------- set-up


def set_up(requirements: Path, *, screen: bool) -> None:
    """See to system packages and `.venv`; quick when nothing is missing. Raises SetUpError."""
    if sys.platform.startswith("linux"):
        install_packages(missing_packages(screen=screen))
    stamp = VENV / f"{requirements.stem}.stamp"
    wanted = fingerprint(requirements)
    if stamp.is_file() and stamp.read_text("utf-8") == wanted and python_of(VENV).exists():
        return
    tell("Gjør klar Python-pakkene i .venv (første gang tar det et minutt eller to) …")
    make_venv()
    pip = [str(python_of(VENV)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # The list is complete. Left to look for what packages need, an older pip goes past the pin of a package that
    # another asks for with an extra, as soon as a newer version is out.
    exactly = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
    if call([*pip, *exactly, "-r", str(requirements)], quiet_pip()):
        message = "Pakkene lot seg ikke installere (se over). Sjekk nettforbindelsen og prøv igjen."
        raise SetUpError(message)
    stamp.write_text(wanted, "utf-8")


def fingerprint(requirements: Path) -> str:
    """Return what must be unchanged for the installed packages to be the right ones."""
    digest = hashlib.sha256(requirements.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    return f"{digest} {sys.version_info[0]}.{sys.version_info[1]} {VENV}\n"


def python_of(folder: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def quiet_pip() -> dict[str, str]:
    """Return the variables for pip: ours alone decide where packages land."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PIP_TARGET", "PIP_USER"}}


def make_venv() -> None:
    """Make `.venv` anew unless it already holds this very Python with a working pip. Raises SetUpError."""
    probe = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    wanted = f"{sys.version_info[0]} {sys.version_info[1]} {VENV}"
    if python_of(VENV).exists():
        answer = subprocess.run([str(python_of(VENV)), "-c", probe], capture_output=True, text=True, check=False)
        if answer.stdout.strip() == wanted:
            return
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        message = f"Fikk ikke laget {VENV}. Sjekk at du har lov til å skrive i mappen."
        raise SetUpError(message)


# ---------------------------------------------------------------------------------------------------- system packages


def missing_packages(*, screen: bool) -> list[str]:
    """Return the Debian packages, sorted, that this Linux machine lacks for Python's venv and for Qt."""
    wanted = {**QT_LIBRARIES, **(SCREEN_LIBRARIES if screen else {})}
    packages = {package for library, package in wanted.items() if not loads(library)}
    if importlib.util.find_spec("ensurepip") is None:
        packages.add("python3-venv")
    return sorted(packages)


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages where we may; else raise SetUpError with the one line that names them."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        message = f"Systemet mangler biblioteker. På Debian heter pakkene: {names}"
        raise SetUpError(message)
    if sys.platform != "win32" and os.geteuid() != 0:
        message = f"Systempakker mangler. Installer dem først: sudo apt-get install {names}"
        raise SetUpError(message)
    tell(f"Installerer systempakker: {names}")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            tell(done.stdout.decode("utf-8", "replace").rstrip())
            message = f"Systempakkene lot seg ikke installere (se over): {names}"
            raise SetUpError(message)


# ------------------------------------------------------------------------------------------------------------- checks


def run_tests(arguments: Sequence[str]) -> int:
    """Run every check and the tests; with arguments, only pytest with those. Return 0 only if all is well."""
    variables = environment(screen=False)
    variables["QT_QPA_PLATFORM"] = "offscreen"
    python = str(python_of(VENV))
    if arguments:
        return call([python, "-m", "pytest", *arguments], variables, ROOT)
    failed = []
    for name, check in CHECKS:
        tell(f"== {name}")
        if call([python, *check], variables, ROOT):
            failed.append(name)
    tell("== pytest")
    code, summary = call_and_keep_last(
        [python, "-m", "pytest", "-n", "2", "--dist", "worksteal", "--cov", "--cov-report=", "tests"],
        variables,
        is_summary,
    )
    if code:
        failed.append("pytest")
    elif not enough_branches(python, variables):
        failed.append("grendekning")
    if failed:
        tell("Feilet: " + ", ".join(failed))
    print(summary, flush=True)
    return 1 if failed else 0


def is_summary(line: str) -> bool:
    """Tell whether a line of output is pytest's own closing line."""
    return re.search(r"\b\d+ (passed|failed|errors?|skipped)\b.* in [\d.]+s", line) is not None


def call_and_keep_last(
    command: Sequence[str], variables: Mapping[str, str], wanted: Callable[[str], bool]
) -> tuple[int, str]:
    """Run a command, pass its output on as it comes, and return its exit code and the last wanted line."""
    kept = ""
    with subprocess.Popen(command, env=variables, cwd=ROOT, stdout=subprocess.PIPE) as process:
        if process.stdout is None:
            raise TypeError
        for raw in process.stdout:
            sys.stdout.buffer.write(raw)
            sys.stdout.buffer.flush()
            line = raw.decode("utf-8", "replace").rstrip()
            kept = line if wanted(line) else kept
    return process.returncode, kept


def enough_branches(python: str, variables: Mapping[str, str]) -> bool:
    """Report the files outside ui/ that are not fully covered, and judge the branches taken against the floor."""
    report = ROOT / "coverage.json"
    call([python, "-m", "coverage", "report"], variables, ROOT)
    if call([python, "-m", "coverage", "json", "--quiet", "-o", str(report)], variables, ROOT):
        return False
    totals = json.loads(report.read_text("utf-8"))["totals"]
    percent = branch_percent(totals)
    tell(f"Grendekning utenfor ui: {percent:.1f} % (krav: {BRANCH_FLOOR:.0f} %)".replace(".", ","))
    return percent >= BRANCH_FLOOR


def branch_percent(totals: Mapping[str, int]) -> float:
    """Return the share of branches taken, in percent; no branches at all count as none taken."""
    branches = totals.get("num_branches", 0)
    return 100 * totals["covered_branches"] / branches if branches else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
