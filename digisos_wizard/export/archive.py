"""The archive package: the plan and every finished document in one zip, with a contents list that proves each."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from digisos_wizard.errors import EmptyCalendarError
from digisos_wizard.export.document.model import Block, Cell, Column, Document, Look, Room, Table, Text, Title
from digisos_wizard.export.document.paper import printed
from digisos_wizard.export.kinds import Export
from digisos_wizard.export.names import file_name, safe
from digisos_wizard.export.offers import EXPORTS
from digisos_wizard.export.zipped import zipped
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import office_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan_bytes import SUFFIX, encode

ARCHIVED = (
    "checklist",
    "memo",
    "workbook",
    "follow-up",
    "dpia",
    "ros",
    "timeline",
    "contingency",
    "calendar",
)
"""Keys of the documents that belong in an archive, in the order listed; what is worked on further is left out."""
READABLE, MACHINE = "Innhold.pdf", "innhold.json"
FORMAT, VERSION = "digisos-arkivpakke", 1


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


def build(figures: Figures) -> bytes:
    """Return the zip: the same bytes for the same plan on the same day."""
    parts = [_plan(figures), *_documents(figures)]
    listed = {"format": FORMAT, "version": VERSION, "office": figures.plan.decision.office}
    listed |= {"plan_id": figures.plan.about.plan_id, "made_on": figures.today.isoformat()}
    known = [{"name": part.name, "title": part.title, "size": len(part.data), "sha256": part.digest} for part in parts]
    machine = json.dumps(listed | {"files": known}, ensure_ascii=False, indent=1).encode() + b"\n"
    files = [(part.name, part.data) for part in parts]
    return zipped([(READABLE, _contents(figures, parts)), (MACHINE, machine), *files], figures.today)


def archived() -> list[Export]:
    """Return the documents that are offered and belong in an archive."""
    known = {kind.key: kind for kind in EXPORTS}
    return [known[key] for key in ARCHIVED if key in known]


def _plan(figures: Figures) -> Part:
    name = safe(_("Plan {name}").format(name=figures.plan.decision.office or figures.plan.about.name))[:80].rstrip(". ")
    return Part(f"{name}{SUFFIX}", _("Planen, til å åpne i Digisos-veiviseren"), encode(figures.document))


def _documents(figures: Figures) -> Iterator[Part]:
    """Yield the documents, without a calendar where nothing has a day."""
    for kind in archived():
        with suppress(EmptyCalendarError):
            yield Part(file_name(figures.plan, kind, figures.today), kind.title, kind.build(figures))


def _contents(figures: Figures, parts: Sequence[Part]) -> bytes:
    """Return the list of every file with its size and its checksum, to be read."""
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
