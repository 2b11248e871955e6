"""The contingency routine on one page: who watches, what to do when applications don't come, and whom to call."""

from collections.abc import Iterator

from digisos_wizard.export.document import model as d
from digisos_wizard.export.text import cut, one_line, short
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.connection import Fiks
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person
from digisos_wizard.model.rules.people.holders import DEPUTY, WATCHER, holder, stands

LONGEST, OWN_STEPS = 160, 900
LINES = 8
"""Lines of the office's own phone list that the page has room for."""
ROLES = ("it", "archive", "fiks-contact", "management")
"""Roles that are called when something stops, in that order."""


def document(figures: Figures) -> d.Document:
    """Return the routine, a page of it."""
    answers = figures.plan.connection.contingency
    title = _("Når søknadene ikke kommer fram")
    lead = _("Beredskapsrutine for digital søknad. Heng den opp der noen følger med i mottaksområdet.")
    blocks: list[d.Block] = [
        d.Title(title, lead=[lead]),
        d.Facts(list(_watch(figures))),
        d.Heading(_("Gjør dette"), room=0),
    ]
    for number, step in enumerate(figures.content.contingency_steps, start=1):
        blocks.append(d.Text(step.text, f"{number}. {step.title}.", d.Look.READING))
    own = [line for text in answers.when_transfer_fails.splitlines() if (line := one_line(text))]
    if own:
        blocks += [
            d.Heading(_("Slik gjør vi det hos oss"), room=0),
            d.Text(cut("\n".join(own), OWN_STEPS), look=d.Look.READING),
        ]
    words = _("Rutinen er ikke innført ennå.")
    if answers.established_on:
        words = _("Innført {day}.").format(day=formatting.day(answers.established_on))
    if answers.built_into:
        words += " " + _("Del av {routine}.").format(routine=_short(answers.built_into))
    blocks += [
        d.Heading(_("Hvem du ringer eller skriver til"), room=0),
        *_calls(figures),
        d.Text(words, look=d.Look.SMALL),
    ]
    return d.Document(title, blocks, handout=True)


def _watch(figures: Figures) -> Iterator[tuple[str, str]]:
    answers = figures.plan.connection.contingency
    persons = {person.id: person for person in figures.plan.people.persons}
    missing = _("ikke bestemt")
    for words, at in ((_("Følger med"), WATCHER), (_("Stedfortreder"), DEPUTY)):
        yield words, _named(persons.get(stands(figures.plan, at).person or "")) or missing
    yield _("Hvor ofte"), _short(answers.frequency) or missing
    emails = [answer.warning_email for answer in _fiks(figures) if answer.warning_email]
    yield _("Varsler kommer til"), ", ".join(dict.fromkeys(emails)) or missing


def _fiks(figures: Figures) -> list[Fiks]:
    area = figures.plan.connection.fiks
    places = figures.plan.decision.municipalities
    return [area.of(place.id) for place in places] or [area.shared]


def _named(person: Person | None) -> str:
    return ", ".join(part for part in (person.name, person.phone) if part) if person is not None else ""


def _calls(figures: Figures) -> Iterator[d.Block]:
    columns = (d.Column(_("Om hva"), 58), d.Column(_("Hvem"), 70), d.Column(_("Telefon eller e-post"), 46))
    yield d.Table(columns, [[_short(text) for text in texts] for texts in (*_people(figures), *_support(figures))])
    own = [line.strip() for line in figures.plan.connection.contingency.phone_list.splitlines() if line.strip()]
    yield from (d.Text(_short(line), look=d.Look.CELL) for line in own[:LINES])
    if len(own) > LINES:
        yield d.Text(_("… resten av telefonlisten står i planen."), look=d.Look.SMALL)


def _people(figures: Figures) -> Iterator[tuple[str, str, str]]:
    persons = {person.id: person for person in figures.plan.people.persons}
    titles = {role.id: role.title for role in figures.content.roles}
    for role in ROLES:
        person = persons.get(holder(figures.plan, role).person or "")
        if role in titles and person is not None:
            reached = person.phone or _("{email} (telefon mangler)").format(email=person.email).strip()
            yield titles[role], person.name, reached
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


def _short(text: str) -> str:
    return short(text, LONGEST)
