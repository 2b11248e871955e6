"""Bytes and text of a file from outside, within limits."""

from pathlib import Path

from digisos_wizard.errors import IntakeError, UnreadableFileError
from digisos_wizard.i18n import _

LARGEST = 5_000_000
"""Bytes; what people send back is far smaller."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises UnreadableFileError, or IntakeError where it is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(path) from error
    if len(data) > LARGEST:
        raise IntakeError(
            _("{name} er for stor til å være riktig fil.").format(name=path.name), _("Velg filen du lastet ned.")
        )
    return data


def text_of(data: bytes) -> str:
    """Return bytes as text: UTF-8 with or without its mark, else Windows-1252; raises IntakeError for anything else."""
    if b"\0" in data:
        raise IntakeError(_("Filen er ikke en tekstfil."), _("Last ned tabellen som CSV, og prøv igjen."))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise IntakeError(_("Filen er ikke en tekstfil."), _("Last ned tabellen som CSV, og prøv igjen."))
