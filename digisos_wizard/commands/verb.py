"""What a verb is, and what verbs share: today, the content, the plan and where files go."""

import secrets
from argparse import Namespace
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.errors import (
    EmptyCalendarError,
    FolderFailedError,
    NotWrittenError,
    SaveFailedError,
    UnknownExampleError,
)
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import planfile
from digisos_wizard.storage.paths import on_disk
from digisos_wizard.storage.replace import reason, write_whole

from .arguments import Parser, complain, remark

DONE, NOT_READY, FAILED = 0, 1, 2
"""Exit codes: all is well; the plan isn't ready, or a check failed; something couldn't be read or written."""

MEANT_FOR_EDITING = frozenset({".docx", ".pptx", ".xlsx"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A word on the command line: its summary and further help, its arguments, and what it does (an exit code)."""

    name: str
    summary: Callable[[], str]
    add: Callable[[Parser], None]
    run: Callable[[Namespace], int]
    epilog: Callable[[], str] = str


def today(options: Namespace) -> date:
    """Return the day that was asked for, or the day of the machine."""
    asked: date | None = options.today
    return asked or datetime.now().astimezone().date()


def new_id() -> str:
    """Return a random id."""
    return secrets.token_hex(6)


def figures_of(path: Path, options: Namespace) -> Figures:
    """Return the figures of the plan in a file; raises the UserError that says what is wrong with it."""
    return Figures(planfile.read(path).document, load(), today(options))


def example_names() -> tuple[str, ...]:
    """Return the names of the examples that come with the program."""
    return tuple(sorted(path.stem for path in (resources() / "examples").glob(f"*{planfile.SUFFIX}")))


def example(name: str) -> Document:
    """Return an example plan; raises UnknownExampleError."""
    if name not in example_names():
        raise UnknownExampleError(name, example_names())
    return planfile.read(resources() / "examples" / f"{name}{planfile.SUFFIX}").document


def made_folder(path: Path) -> Path:
    """Return the folder, made if it wasn't there; raises FolderFailedError."""
    try:
        on_disk(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderFailedError(path, reason(error)) from error
    return path


def write(path: Path, data: bytes) -> None:
    """Put the data in the file, all of it or nothing; raises NotWrittenError or BadFileNameError."""
    try:
        write_whole(path, data)
    except SaveFailedError as error:
        raise NotWrittenError(path, error.reason) from error


def write_exports(
    document: Document, content: Content, day: date, folder: Path, only: Collection[str] = ()
) -> list[Path]:
    """Write the exports of a plan, or those of some keys alone, to a folder and return the files."""
    from digisos_wizard.export import EXPORTS
    from digisos_wizard.export.names import file_name

    figures = Figures(document, content, day)
    files = []
    for kind in EXPORTS:
        if not only or kind.key in only:
            path = folder / file_name(figures.plan, kind, day)
            try:
                data = kind.build(figures)
            except EmptyCalendarError as error:
                if only:
                    raise
                remark(f"{kind.title}: {error.message}")
                continue
            if path.suffix in MEANT_FOR_EDITING:
                set_aside(path, data)
            write(path, data)
            files.append(path)
    return files


def set_aside(path: Path, data: bytes) -> None:
    """Give the file that other bytes will replace a name of its own: somebody may have written in it.

    Raises NotWrittenError.
    """
    try:
        if not on_disk(path).is_file() or on_disk(path).read_bytes() == data:
            return
        kept = next(
            name
            for name in (path.with_stem(f"{path.stem} (forrige {number})") for number in count(1))
            if not on_disk(name).exists()
        )
        on_disk(path).rename(on_disk(kept))
    except OSError as error:
        raise NotWrittenError(path, reason(error)) from error
    complain(_("{name} fantes fra før, og er tatt vare på som {kept}.").format(name=path.name, kept=kept.name))
