"""The contents list of the archive package, to be read: every file with its size and its checksum."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from digisos_wizard.export.document.model import Block, Cell, Column, Document, Look, Room, Table, Text, Title
from digisos_wizard.export.document.paper import printed
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import office_name
from digisos_wizard.model.figures import Figures


@dataclass(frozen=True)
class Part:
    """A file of the package: its name, what it is, and its bytes."""

    name: str
    title: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def contents(figures: Figures, parts: Sequence[Part]) -> bytes:
    """Return the list as PDF."""
    lead = _(
        "Pakken er laget {day}. Kontrollsummen (SHA-256) er forskjellig for to filer som ikke er helt like. "
        "Med den kan hvem som helst kontrollere at en fil er den samme som ble lagt i pakken."
    )
    columns = (
        Column(_("Fil"), 48, look=Look.STRONG),
        Column(_("Innhold og kontrollsum"), 104),
        Column(_("Størrelse"), 22, figures=True),
    )
    blocks: list[Block] = [
        Title(
            _("Arkivpakke for innføring av digital søknad"),
            office_name(figures.plan),
            [lead.format(day=formatting.day(figures.today))],
        ),
        Room(3),
        Table(columns, [_row(part) for part in parts], tight=False),
        Room(3),
        Text(_("Filen innhold.json har den samme listen for maskiner."), look=Look.SMALL),
    ]
    return printed(figures, Document(_("Arkivpakke"), blocks))


def _row(part: Part) -> Sequence[Cell]:
    size = _("{count} kB").format(count=formatting.number(-(-len(part.data) // 1024)))
    return part.name, [Text(part.title), Text(part.digest, look=Look.SMALL)], size
