"""Installs, uses, upgrades and removes the program under Wine as a person without rights would, and looks at the files.

    python packaging/verify_install.py ~/.cache/digisos-wizard [ROUNDS]

What `verify_build.py` made must be there. Exit codes prove little here: every step is judged by what lies on the disk,
or stands in the registry.
"""

import shutil
import sys
import time
from pathlib import Path

import verify_build as building
from verify_build import NAME, require, run, windows

TITLE = "Digisos-veiviser"
USER, ALL = "", "-alle-brukere"
SECONDS = 60
"""How long a window may take to come, and an uninstaller to finish."""
OLDER = "0.0.9"
EXAMPLES = ("hamar", "vertskommune")
FEWEST_DOCUMENTS = 20


class Machine:
    """The Wine prefix as a Windows machine with one person."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.wrun = work / "bench/wrun"
        self.drive = work / "bench/prefix/drive_c"
        (self.local,) = self.drive.glob("users/*/AppData/Local")
        self.menus = {
            USER: next(self.drive.glob("users/*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs")),
            ALL: self.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs",
        }
        self.programs = {
            USER: self.local / "Programs" / TITLE,
            ALL: self.drive / "Program Files" / TITLE,
        }
        self.own = self.local / NAME
        self.log = work / "install.log"

    def run(self, *command: str | Path, minutes: float = 5, **variables: str) -> int:
        """Run a Windows program to its end."""
        return run([self.wrun, *command], self.log, minutes=minutes, **variables)

    def says(self) -> str:
        """Return what the last program wrote."""
        return self.log.read_text("utf-8", "replace")

    def registry(self, key: str) -> str:
        """Return what stands in the registry below a key, empty if it isn't there."""
        code = self.run("reg", "query", key, "/s", minutes=1)
        return self.says() if code == 0 else ""

    def setup(self, kind: str, version: str, folder: str = "installers") -> Path:
        """Return an installer."""
        return self.work / folder / f"{TITLE}-{version}{kind}.exe"


def wait_for(what: object, words: str) -> None:
    """Wait until something is so, and stop the verification if it never is."""
    assert callable(what)  # noqa: S101 - a programming error here
    end = time.monotonic() + SECONDS
    while not what() and time.monotonic() < end:
        time.sleep(0.5)
    require(bool(what()), words)


def install(machine: Machine, kind: str, setup: Path, version: str) -> None:
    """Install silently and look for program, menu, association and the entry among installed programs."""
    machine.run(setup, "/S")
    program = machine.programs[kind]
    for name in (f"{NAME}.exe", f"{NAME}-cli.exe", "fjern.exe", "sbom.cdx.json", "drift.md", "lisenser/LGPL-3.0.txt"):
        require((program / name).is_file(), f"{setup.name}: {name} is in place")
    require((machine.menus[kind] / f"{TITLE}.lnk").is_file(), f"{setup.name}: it is in the start menu")
    root = "HKCU" if kind == USER else "HKLM"
    entry = machine.registry(rf"{root}\Software\Microsoft\Windows\CurrentVersion\Uninstall\{TITLE}")
    require(version in entry and "QuietUninstallString" in entry, f"{setup.name}: listed as version {version}")
    require("DigisosVeiviser.Plan" in machine.registry(rf"{root}\Software\Classes\.digisos"), "plans are its files")


def use(machine: Machine, kind: str, folder: Path) -> dict[str, Path]:
    """Export both examples with the installed program and return the plans."""
    console = machine.programs[kind] / f"{NAME}-cli.exe"
    plans = {}
    for example in EXAMPLES:
        plan = folder / f"Plan for {example} æøå.digisos"
        machine.run(console, "new", "--example", example, windows(plan))
        require(plan.is_file(), f"{example}: a plan was made")
        out = folder / f"ut {example}"
        machine.run(console, "export", windows(plan), "--to", windows(out))
        made = [file for file in out.rglob("*") if file.is_file() and file.stat().st_size]
        kinds = {file.suffix for file in made}
        require(
            len(made) >= FEWEST_DOCUMENTS and kinds >= {".xlsx", ".pdf", ".docx", ".ics", ".zip", ".pptx"},
            f"{example}: {len(made)} documents of {len(kinds)} kinds",
        )
        plans[example] = plan
    return plans


def open_by_association(machine: Machine, plan: Path, picture: Path) -> None:
    """Start the window as Explorer would for a double click on a plan, take its picture, and close it."""
    command = machine.registry(r"HKCU\Software\Classes\DigisosVeiviser.Plan\shell\open\command")
    written = next(line.split("REG_SZ", 1)[1].strip() for line in command.splitlines() if "REG_SZ" in line)
    parts = [part for part in written.replace("%1", windows(plan)).split('"') if part.strip()]
    settings = machine.own / "settings.json"
    settings.unlink(missing_ok=True)
    script = f"""
        exec > >(cat) 2>&1  # under Wine a Python dies when its output is a regular file
        . "{machine.work}/bench/environment"
        wine "$1" "$2" & started=$!
        for second in $(seq {SECONDS}); do
          sleep 1
          [ -f "{settings}" ] && break
        done
        sleep 6
        import -window root "{picture}"
        wine taskkill /IM {NAME}.exe >/dev/null 2>&1   # asks the window to close, as a person does
        for second in $(seq 20); do kill -0 $started 2>/dev/null || exit 0; sleep 1; done
        wine taskkill /F /IM {NAME}.exe >/dev/null 2>&1
        exit 9
    """
    picture.unlink(missing_ok=True)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    code = run([*screen, "bash", "-c", script, "window", *parts], machine.work / "window.log", minutes=3)
    opened = settings.is_file() and plan.stem in settings.read_text("utf-8")
    require(opened, "the association's command opened the plan")
    require(code == 0, "asked to close, the window closed")
    require(picture.is_file() and picture.stat().st_size > 10_000, f"a picture of the window: {picture}")  # noqa: PLR2004


def refuse_while_running(machine: Machine, kind: str, setup: Path) -> None:
    """Try to upgrade while the program runs: it must be refused, and the program left whole."""
    program = machine.programs[kind]
    before = sorted(path.relative_to(program) for path in program.rglob("*"))
    script = f"""
        exec > >(cat) 2>&1  # under Wine a Python dies when its output is a regular file
        . "{machine.work}/bench/environment"
        wine "$1" & sleep 8
        wine "$2" /S; code=$?
        wine taskkill /F /IM {NAME}.exe >/dev/null 2>&1
        exit $code
    """
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    code = run([*screen, "bash", "-c", script, "busy", program / f"{NAME}.exe", setup], machine.log, minutes=3)
    after = sorted(path.relative_to(program) for path in program.rglob("*"))
    require(code == 2 and before == after, f"an upgrade is refused while the program runs (code {code})")  # noqa: PLR2004


def remove(machine: Machine, kind: str, kept: list[Path]) -> None:
    """Remove silently: nothing of the program is left, and nothing of the person's is gone."""
    program = machine.programs[kind]
    machine.run(program / "fjern.exe", "/S")
    wait_for(lambda: not program.exists(), f"{program.name} is gone from {program.parent.name}")
    require(not (machine.menus[kind] / f"{TITLE}.lnk").exists(), "it is gone from the start menu")
    root = "HKCU" if kind == USER else "HKLM"
    for key in (r"Software\Classes\.digisos", r"Software\Classes\DigisosVeiviser.Plan", rf"Software\{TITLE}"):
        require(not machine.registry(rf"{root}\{key}"), f"the registry has no {key}")
    for path in kept:
        require(path.exists(), f"kept: {path.name}")


def round_of_all(machine: Machine, folder: Path, version: str) -> None:
    """Go once through everything, for one person and then for everybody."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(machine.own, ignore_errors=True)
    folder.mkdir(parents=True)
    install(machine, USER, machine.setup(USER, OLDER, "older"), OLDER)
    stale = machine.programs[USER] / "_internal" / "left-by-older.dll"
    stale.write_bytes(b"x")
    plans = use(machine, USER, folder)
    open_by_association(machine, plans["hamar"], folder / "window.png")
    work = machine.own / "recovery" / "work.snapshot"
    work.parent.mkdir(parents=True, exist_ok=True)
    work.write_bytes(b"unsaved")
    kept = [*plans.values(), machine.own / "settings.json", work]
    bytes_before = [path.read_bytes() for path in kept]
    refuse_while_running(machine, USER, machine.setup(USER, version))
    bytes_before = [path.read_bytes() for path in kept]
    install(machine, USER, machine.setup(USER, version), version)
    require(not stale.exists(), "the older version is gone")
    require([path.read_bytes() for path in kept] == bytes_before, "plans, settings and recovery work are untouched")
    remove(machine, USER, kept)
    install(machine, ALL, machine.setup(ALL, version), version)
    machine.run(machine.setup(USER, version), "/S")
    require(not machine.programs[USER].exists(), "one person's is refused where everybody has it")
    remove(machine, ALL, kept)


def main(work: Path, rounds: int) -> None:
    """Verify."""
    program, version = work / "dist" / NAME, building.version()
    building.installer(work, program, work / "older" / f"{TITLE}-{OLDER}.exe", {"VERSION": OLDER, "QUICK": "1"})
    machine = Machine(work)
    for number in range(1, rounds + 1):
        start = time.monotonic()
        round_of_all(machine, work / "Kari Nordmann Ås", version)
        print(f"verify: round {number} of {rounds} took {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 1)  # noqa: PLR2004
