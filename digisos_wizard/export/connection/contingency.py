"""The contingency routine on one page: who watches, what to do when applications don't come, and whom to call."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.paper.blocks import Row, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.connection import Fiks
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person

WIDTHS = (58 * mm, COLUMN - 104 * mm, 46 * mm)
LONGEST, OWN_STEPS = 160, 900
LINES = 8
"""Lines of the office's own phone list that the page has room for."""
ROLES = ("it", "archive", "fiks-contact", "management")
"""Roles that are called when something stops, in that order."""


def build(figures: Figures) -> bytes:
    """Return the routine as a PDF of one page."""
    sheet = Sheet()
    styles = sheet.styles
    answers = figures.plan.connection.contingency
    title = _("Når søknadene ikke kommer fram")
    story = top(
        sheet, title, _("Beredskapsrutine for digital søknad. Heng den opp der noen følger med i mottaksområdet.")
    )
    story.append(sheet.pairs(list(_watch(figures)), tight=True))
    story += sheet.heading(_("Gjør dette"), room=0)
    for number, step in enumerate(figures.content.contingency_steps, start=1):
        story.append(sheet.labelled((f"{number}. {step.title}.", step.text), style=sheet.sheet.reading))
    if answers.when_transfer_fails.strip():
        story += sheet.heading(_("Slik gjør vi det hos oss"), room=0)
        story += sheet.paragraphs(_short(answers.when_transfer_fails, OWN_STEPS), sheet.sheet.reading)
    story += [*sheet.heading(_("Hvem du ringer eller skriver til"), room=0), *_calls(sheet, figures)]
    established = answers.established_on
    words = (
        _("Innført {day}.").format(day=formatting.day(established))
        if established
        else _("Rutinen er ikke innført ennå.")
    )
    if answers.built_into:
        words += " " + _("Del av {routine}.").format(routine=_short(answers.built_into))
    story.append(sheet.paragraph(words, styles.small))
    return printed(sheet, figures, title, story)


def _watch(figures: Figures) -> Iterator[tuple[str, str]]:
    answers = figures.plan.connection.contingency
    persons = {person.id: person for person in figures.plan.people.persons}
    missing = _("ikke bestemt")
    yield _("Følger med"), _named(persons.get(answers.watcher or "")) or missing
    yield _("Stedfortreder"), _named(persons.get(answers.deputy or "")) or missing
    yield _("Hvor ofte"), _short(answers.frequency) or missing
    emails = [answer.warning_email for answer in _fiks(figures) if answer.warning_email]
    yield _("Varsler kommer til"), ", ".join(dict.fromkeys(emails)) or missing


def _fiks(figures: Figures) -> list[Fiks]:
    area = figures.plan.connection.fiks
    places = figures.plan.decision.municipalities
    return [area.of(place.id) for place in places] or [area.shared]


def _named(person: Person | None) -> str:
    return ", ".join(part for part in (person.name, person.phone) if part) if person is not None else ""


def _calls(sheet: Sheet, figures: Figures) -> list[Flowable]:
    styles = sheet.styles
    rows = [Row([[sheet.paragraph(text, styles.head)] for text in (_("Om hva"), _("Hvem"), _("Telefon eller e-post"))])]
    rows += [
        Row([[sheet.paragraph(_short(text), styles.cell)] for text in texts])
        for texts in (*_people(figures), *_support(figures))
    ]
    found: list[Flowable] = [table(rows, WIDTHS, head=True, tight=True)]
    own = [line.strip() for line in figures.plan.connection.contingency.phone_list.splitlines() if line.strip()]
    found += [sheet.paragraph(_short(line), styles.cell) for line in own[:LINES]]
    if len(own) > LINES:
        found.append(sheet.paragraph(_("… resten av telefonlisten står i planen."), styles.small))
    return found


def _people(figures: Figures) -> Iterator[tuple[str, str, str]]:
    persons = {person.id: person for person in figures.plan.people.persons}
    held = {role.id: role.person for role in figures.plan.people.roles}
    titles = {role.id: role.title for role in figures.content.roles}
    for role in ROLES:
        person = persons.get(held.get(role) or "")
        if role in titles and person is not None:
            yield titles[role], person.name, person.phone or f"{person.email} {_('(telefon mangler)')}".strip()
    vendors = dict.fromkeys(
        (vendor.system or vendor.supplier, vendor.contact)
        for vendor in [figures.plan.vendor.of(place.id) for place in figures.plan.decision.municipalities]
        or [figures.plan.vendor.shared]
    )
    for system, contact in vendors:
        if system or contact:
            yield _("Fagsystemet"), system, contact


def _support(figures: Figures) -> Iterator[tuple[str, str, str]]:
    for path in figures.content.support:
        if path.address:
            yield path.problem, path.whom, path.address


def _short(text: str, longest: int = LONGEST) -> str:
    plain = "\n".join(" ".join(line.split()) for line in text.strip().splitlines() if line.strip())
    return plain if len(plain) <= longest else f"{plain[: longest - 2].rstrip()} …"
