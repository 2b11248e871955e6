"""What a change is called: the label of the field and the name of the row it belongs to."""

from digisos_wizard.i18n import _

from .address import Address, UnknownAddressError, pattern, resolve, row_type
from .base import Own, Record, split_instance
from .content import Content
from .display import municipality_name
from .edits import Edit, Insert, Move, Remove
from .plan import Plan

NAMES = ("name", "title", "text", "description", "label")
"""Fields that a row is known by, best first."""
LONGEST_NAME = 40


def change_label(plan: Plan, content: Content, edit: Edit) -> str:
    """Return the words for an edit of the plan as it was before, such as "Innbyggere – Hamar"."""
    if isinstance(edit, Insert):
        if isinstance(edit.row, Own):
            return _("Eget svar – {name}").format(name=municipality_name(plan, edit.row.id))
        return _new_row(edit.address)
    name = row_name(plan, content, edit.address)
    if isinstance(edit, Remove):
        if edit.address[-2:-1] == ("own",) and isinstance(_value(plan, edit.address), Own):
            return _("Felles svar – {name}").format(name=municipality_name(plan, edit.address[-1]))
        return _("Fjerning av {name}").format(name=name or _("en rad"))
    if isinstance(edit, Move):
        return _("Flytting av {name}").format(name=name or _("en rad"))
    spec = content.field_index.get(pattern(Plan, edit.address))
    label = spec.label if spec is not None else _("Endring")
    return _("{label} – {name}").format(label=label, name=name) if name else label


def row_name(plan: Plan, content: Content, address: Address, longest: int = LONGEST_NAME) -> str:
    """Return the name of the innermost named row on the way to the address, empty where there is none."""
    for length in range(len(address), 0, -1):
        if row_type(Plan, address[: length - 1]) is None:
            continue
        value = _value(plan, address[:length])
        if isinstance(value, Own):
            return municipality_name(plan, value.id)
        name = _own_name(value) or _content_name(plan, content, address[length - 1])
        if name:
            return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
    return ""


def _value(plan: Plan, address: Address) -> object:
    try:
        return resolve(plan, address)
    except UnknownAddressError:
        return None


def _own_name(row: object) -> str:
    return next((found for name in NAMES if isinstance(found := getattr(row, name, None), str) and found), "")


def _content_name(plan: Plan, content: Content, row_id: str) -> str:
    content_id, municipality_id = split_instance(row_id)
    tables: tuple[tuple[Record, ...], ...] = (
        content.roles,
        content.agreements,
        content.dpia_parts,
        content.tasks,
        content.groups,
        content.materials,
        content.measuring_points,
        content.reflections,
        content.activities,
        content.assumptions,
        *(catalogue.prices for catalogue in content.catalogues),
        *(checklist.items for checklist in content.checklists),
    )
    for table in tables:
        for entry in table:
            if getattr(entry, "id", "") == content_id:
                name = _own_name(entry)
                place = municipality_name(plan, municipality_id) if municipality_id else ""
                return f"{name}, {place}" if place else name
    return ""


def _new_row(table: Address) -> str:
    words = {
        "decision.municipalities": _("Ny kommune"),
        "costs.answers.vendor_costs": _("Ny linje i tilbudet"),
        "people.persons": _("Ny person"),
        "people.own_roles": _("Ny rolle"),
        "vendor.responsibilities": _("Ny oppgave i den tekniske forberedelsen"),
        "privacy.risks": _("Ny risiko"),
        "privacy.risks.*.measures": _("Nytt tiltak"),
        "mapping.steps": _("Nytt steg i arbeidsprosessen"),
        "mapping.responses": _("Nytt skjema"),
        "benefits.items": _("Ny gevinst"),
        "benefits.items.*.measures": _("Nytt tiltak"),
        "benefits.items.*.measurements": _("Ny måling"),
        "benefits.map_nodes": _("Ny boks i gevinstkartet"),
        "benefits.stakeholders": _("Ny interessent"),
        "connection.own_activities": _("Ny aktivitet"),
        "checklist.own": _("Nytt punkt i sjekklisten"),
        "signoffs.records": _("Signering"),
        "workshop.notes": _("Nytt notat"),
        "workshop.actions": _("Ny beslutning"),
        "workshop.parked": _("Nytt spørsmål på vent"),
        "workshop.agenda": _("Nytt spørsmål til møtet"),
        "workshop.meetings": _("Nytt møte"),
        "workshop.tallies": _("Ny håndsopprekning"),
        "workshop.tallies.*.choices": _("Nytt svar i håndsopprekningen"),
    }
    return words.get(pattern(Plan, table), _("Ny rad"))
