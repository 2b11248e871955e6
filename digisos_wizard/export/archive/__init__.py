"""The archive package: the plan and every finished document in one zip, with a contents list that proves each."""

import json
import zipfile
from io import BytesIO

from digisos_wizard.export.archive.contents import Part, contents
from digisos_wizard.export.kinds import Export
from digisos_wizard.export.names import file_name, safe
from digisos_wizard.export.offers import EXPORTS
from digisos_wizard.i18n import _
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


def build(figures: Figures) -> bytes:
    """Return the zip: the same bytes for the same plan on the same day."""
    parts = [_plan(figures), *(_document(figures, kind) for kind in archived())]
    listed = {"format": FORMAT, "version": VERSION, "office": figures.plan.decision.office}
    listed |= {"plan_id": figures.plan.about.plan_id, "made_on": figures.today.isoformat()}
    files = [{"name": part.name, "title": part.title, "size": len(part.data), "sha256": part.digest} for part in parts]
    machine = json.dumps(listed | {"files": files}, ensure_ascii=False, indent=1).encode() + b"\n"
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (
            (READABLE, contents(figures, parts)),
            (MACHINE, machine),
            *((part.name, part.data) for part in parts),
        ):
            entry = zipfile.ZipInfo(name, figures.today.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system, and names in UTF-8
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return target.getvalue()


def archived() -> list[Export]:
    """Return the documents that are offered and belong in an archive."""
    known = {kind.key: kind for kind in EXPORTS}
    return [known[key] for key in ARCHIVED if key in known]


def _plan(figures: Figures) -> Part:
    name = safe(f"{_('Plan')} {figures.plan.decision.office or figures.plan.about.name}")[:80].rstrip(". ")
    return Part(f"{name}{SUFFIX}", _("Planen, til å åpne i Digisos-veiviseren"), encode(figures.document))


def _document(figures: Figures, kind: Export) -> Part:
    return Part(file_name(figures.plan, kind, figures.today), kind.title, kind.build(figures))
