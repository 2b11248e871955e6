"""Puts licences and a bill of materials (CycloneDX) beside the built program.

    python packaging/notices.py WORK PROGRAM

WORK holds the bench (`packaging/bench/make.sh`), whose packages are those that were built with; the tool that writes
the bill is installed in a virtual environment that is thrown away.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOL = "cyclonedx-bom==7.5.0"
PDFIUM = "https://pdfium.googlesource.com/"
BOOTLOADER = "GPL-2.0-or-later WITH Bootloader-exception"
LICENCE_FILES = ("licen", "copying", "notice", "authors", "copyright")


@dataclass(frozen=True, slots=True)
class Native:
    """What comes along inside of packages, or is not a package: not in any list of requirements."""

    name: str
    version: str
    licence: str
    source: str
    within: str


@dataclass(frozen=True, slots=True)
class Package:
    """A package as its metadata describe it, with the texts of its licences."""

    name: str
    version: str
    licence: str
    homepage: str
    texts: tuple[tuple[str, str], ...]


def run(*command: str | Path) -> str:
    """Run a command and return what it says; stop where it fails."""
    done = subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr or done.stdout}")
    return done.stdout


def plain(name: str) -> str:
    """Return a package's name as registries compare it."""
    return name.lower().replace("_", "-").replace(".", "-")


def pinned(requirements: Path) -> set[str]:
    """Return the names in a requirements file."""
    lines = requirements.read_text("utf-8").splitlines()
    return {plain(line.split("==")[0].split("[")[0]) for line in lines if line[:1].isalpha()}


def licence_of(found: Distribution) -> str:
    """Return the licence in the package's own words; none at all stops the run."""
    head = found.metadata
    names = [line.rpartition(" :: ")[2] for line in head.get_all("Classifier") or () if line.startswith("License ::")]
    words = head.get("License-Expression") or ", ".join(names) or (head.get("License") or "").strip().split("\n")[0]
    if not words:
        sys.exit(f"{head['Name']} tells no licence")
    return words


def texts_of(found: Distribution) -> Iterator[tuple[str, str]]:
    """Give the licence files of a package: name and text."""
    for file in found.files or ():
        name, folders = file.name.lower(), file.as_posix()
        meant = ".dist-info/licenses/" in folders or any(word in name for word in LICENCE_FILES)
        # Qt is taken under the LGPL, whose text lies beside these; the commercial one would only mislead.
        if meant and not name.endswith((".py", ".pyc", ".pyd", ".json")) and "qt-commercial" not in name:
            path = Path(str(found.locate_file(file)))
            if path.is_file():
                yield file.as_posix(), path.read_text("utf-8", "replace")


def packages(site: Path, names: set[str]) -> list[Package]:
    """Return the packages of these names, by name; a missing one stops the run."""
    kept = {}
    for found in distributions(path=[str(site)]):
        head = found.metadata
        if plain(head["Name"]) in names:
            links = [line.partition(", ")[2] for line in head.get_all("Project-URL") or ()]
            page = head.get("Home-page") or (links or [""])[0]
            texts = tuple(sorted(texts_of(found)))
            kept[plain(head["Name"])] = Package(head["Name"], found.version, licence_of(found), page, texts)
    if missing := names - set(kept):
        sys.exit(f"not installed in the bench: {', '.join(sorted(missing))}")
    return [kept[name] for name in sorted(kept)]


def natives(site: Path, python: str) -> list[Native]:
    """Return what the packages bring along, with the versions that they tell."""
    (qt,) = (found.version for found in distributions(path=[str(site)], name="PySide6-Essentials"))
    (bundler,) = (found.version for found in distributions(path=[str(site)], name="pyinstaller"))
    (pikepdf,) = (found.version for found in distributions(path=[str(site)], name="pikepdf"))
    pdfium = json.loads((site / "pypdfium2_raw" / "version.json").read_text("utf-8"))
    series = ".".join(qt.split(".")[:2])
    archive = f"https://download.qt.io/archive/qt/{series}/{qt}/"
    return [
        Native("CPython", python, "PSF-2.0", "https://www.python.org/downloads/source/", "python311.dll"),
        Native("Qt", qt, "LGPL-3.0-only", archive, "PySide6"),
        Native("PDFium", f"{pdfium['build']}", "Apache-2.0 AND BSD-3-Clause", PDFIUM, "pypdfium2"),
        Native("qpdf", f"as in pikepdf {pikepdf}", "Apache-2.0", "https://qpdf.org/", "pikepdf"),
        Native("PyInstaller bootloader", bundler, BOOTLOADER, "https://pyinstaller.org/", "*.exe"),
    ]  # fmt: skip


def bill(requirements: Path, listed: list[Package], others: list[Native], version: str) -> dict[str, object]:
    """Return the bill of materials: pins and hashes from the requirements, licences from the packages."""
    with tempfile.TemporaryDirectory() as name:
        venv.create(name, with_pip=True)
        run(f"{name}/bin/python", "-m", "pip", "--disable-pip-version-check", "install", "-q", TOOL)
        options = ("--output-reproducible", "--of", "JSON", "--sv", "1.6")
        made = json.loads(run(f"{name}/bin/python", "-m", "cyclonedx_py", "requirements", *options, requirements))
    known = {plain(package.name): package for package in listed}
    for component in made["components"]:
        package = known[plain(component["name"])]
        component.pop("description", None)  # the line of the requirements, hashes and all
        component["licenses"] = [{"license": {"name": package.licence}}]
    for other in others:
        made["components"].append(
            {
                "type": "library",
                "bom-ref": other.name,
                "name": other.name,
                "version": other.version,
                "licenses": [{"expression": other.licence}],
                "externalReferences": [{"type": "source-distribution", "url": other.source}],
            }
        )
    made["metadata"]["component"] = {
        "type": "application",
        "bom-ref": "digisos-wizard",
        "name": "digisos-wizard",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    return dict(made)


def overview(listed: list[Package], others: list[Native]) -> str:
    """Return the first page of the licences, in Norwegian: what is inside, and what the reader may do with Qt."""
    (qt,) = (other for other in others if other.name == "Qt")
    rows = [f"{package.name} {package.version}: {package.licence}" for package in listed]
    inner = [f"{other.name} {other.version}: {other.licence} (kildekode: {other.source})" for other in others]
    return "\n".join(
        (
            "Digisos-veiviser bruker disse bibliotekene",
            "",
            *rows,
            "",
            "Følger med i programmet uten å være Python-pakker:",
            "",
            *inner,
            "",
            "Qt, PySide6 og Shiboken",
            "",
            "Disse har lisensen GNU LGPL versjon 3 (LGPL-3.0.txt, som bygger på GPL-3.0.txt). De brukes uendret.",
            "De ligger som egne filer i _internal\\PySide6 og _internal\\shiboken6 og lastes når programmet starter.",
            "Du kan bytte dem ut med en annen utgave av samme versjonsserie ved å legge filene dine der.",
            "Du kan også demontere og analysere programmet så langt det trengs for å feilsøke slike endringer.",
            f"Kildekoden til Qt {qt.version}: {qt.source}",
            "Kildekoden til PySide6 og Shiboken: https://download.qt.io/official_releases/QtForPython/pyside6/",
            "Programmet har MIT-lisens, og kildekoden med byggeoppskrift er åpen: det kan bygges med et annet Qt.",
            "",
        )
    )  # fmt: skip


def main(work: Path, program: Path) -> None:
    """Write the papers."""
    site = work / "bench/python/Lib/site-packages"
    windows = work / "requirements-windows.txt"
    windows.write_text(run(sys.executable, "packaging/bench/requirements.py", "requirements.txt"), "utf-8")
    listed = packages(site, pinned(windows))
    python = run(work / "bench/wpy", "-c", "import platform; print('python', platform.python_version())")
    others = natives(site, python.split("python ")[1].split()[0])
    text = (ROOT / "digisos_wizard/__init__.py").read_text("utf-8")
    version = text.split('__version__ = "')[1].split('"')[0]
    (program / "sbom.cdx.json").write_text(
        json.dumps(bill(windows, listed, others, version), indent=1, ensure_ascii=False), "utf-8"
    )
    folder = program / "lisenser"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "packaging/licences", folder)
    shutil.copy(ROOT / "LICENSE", folder / "Digisos-veiviser.txt")
    shutil.copy(work / "bench/python/Lib/LICENSE.txt", folder / "CPython.txt")
    (folder / "oversikt.txt").write_text(overview(listed, others), "utf-8")
    for package in listed:
        words = "\n\n".join(f"--- {name}\n\n{text}" for name, text in package.texts)
        head = f"{package.name} {package.version}\n{package.licence}\n{package.homepage}\n\n"
        (folder / f"{package.name}.txt").write_text(head + words, "utf-8")
    shutil.copy(ROOT / "docs/drift.md", program)
    bare = [package.name for package in listed if not package.texts]
    print(f"{len(listed)} packages, {len(others)} others; without licence files: {', '.join(bare) or 'none'}")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:3]))
