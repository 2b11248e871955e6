"""The contact sheet: who is who in the introduction, and where to turn outside the office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.content import Document, Source
from digisos_wizard.model.display import municipality_name, office_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.rules.people import holders as roles
from digisos_wizard.model.terms import Phase

SOURCE = Source(document=Document.H22)
"""Where the addresses stand; the e-mail addresses come with the agreements of the content."""
PORTEN = "Porten"
KS_PAGES = "ks.no/digisos"
NAV_PAGES = "nav.no/digisos"
NEWER = "fiks-support"
"""The support path with the newer address for questions about Fiks."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A role, when it takes part, and the ids of who holds it and who stands in."""

    role: str
    phases: str
    person: str | None
    deputy: str | None


def document(figures: Figures) -> d.Document:
    """Return the contact sheet."""
    plan = figures.plan
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    title = _("Kontaktliste")
    facts = [
        (ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or _("mangler")),
        (_("Prosjekteier"), person_name(plan, roles.holder(plan, roles.PROJECT_OWNER).person) or _("mangler")),
        (_("Gevinstansvarlig"), person_name(plan, roles.stands(plan, roles.RESPONSIBLE).person) or _("mangler")),
        (_("Listen viser planen per"), formatting.day(figures.today)),
    ]
    held = list(_holders(figures))
    known = {person_id for holder in held for person_id in (holder.person, holder.deputy)}
    others = [person for person in plan.people.persons if person.id not in known]
    titles = ((_("Rolle og faser"), 37), (_("Person"), 43), (_("E-post og telefon"), 47), (_("Stedfortreder"), 47))
    return d.Document(
        title,
        [
            d.Title(title, office_name(plan)),
            d.Facts(facts),
            d.Heading(_("Hvem gjør hva")),
            d.Table([d.Column(head, width) for head, width in titles], [_role(figures, holder) for holder in held]),
            *(_people(others) if others else ()),
            d.Together(
                [
                    d.Heading(_("Nyttige adresser")),
                    d.Facts(list(_addresses(figures)), width=32, strong=True),
                    d.Text(
                        _("Adressene er fra {source}. Sjekk at de fortsatt gjelder.").format(
                            source=figures.content.source_label(SOURCE)
                        ),
                        look=d.Look.SMALL,
                    ),
                ]
            ),
        ],
    )


def _holders(figures: Figures) -> Iterator[Holder]:
    """Yield the roles that somebody holds or must hold: the handbook's first, then the office's own."""
    people = figures.plan.people
    held = {role.id: role for role in people.roles}
    for spec in figures.content.roles:
        given = held.get(spec.id, RoleAssignment(id=spec.id))
        person = roles.holder(figures.plan, spec.id).person
        if not given.not_relevant and (spec.required or person or given.deputy):
            yield Holder(spec.title, _phases(figures, spec.phases), person, given.deputy)
    for own in people.own_roles:
        yield Holder(own.title or _("Rolle uten navn"), _phases(figures, own.phases), own.person, own.deputy)


def _phases(figures: Figures, phases: Sequence[Phase]) -> str:
    return ", ".join(figures.content.option_label("Phase", phase.value) for phase in phases)


def _role(figures: Figures, holder: Holder) -> Sequence[d.Cell]:
    persons = {person.id: person for person in figures.plan.people.persons}
    person = persons.get(holder.person or "")
    name = person_name(figures.plan, holder.person) or _("mangler")
    stand_in = person_name(figures.plan, holder.deputy)
    return (
        _stacked(holder.role, holder.phases),
        _stacked(name, *((person.title, person.organisation) if person else ())),
        _stacked("", *_reached(person)),
        _stacked(stand_in, *_reached(persons.get(holder.deputy or ""))),
    )


def _people(people: Sequence[Person]) -> Sequence[d.Block]:
    rows = [
        (_stacked(one.name or _("Person uten navn"), one.title, one.organisation), _stacked("", *_reached(one)))
        for one in people
    ]
    columns = (d.Column(_("Person"), 80), d.Column(_("E-post og telefon"), 94))
    return d.Heading(_("Andre i prosjektet")), d.Table(columns, rows)


def _reached(person: Person | None) -> tuple[str, ...]:
    return (person.email, person.phone) if person is not None else ()


def _stacked(strong: str, *lines: str) -> d.Cell:
    """Return a strong line and what stands below it; what is empty is left out."""
    return [*([d.Text(strong, look=d.Look.STRONG)] if strong else []), *(d.Text(line) for line in lines if line)]


def _addresses(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield an address and what it is good for: those that agreements are sent to, then the handbook's."""
    titles: dict[str, list[str]] = {}
    for spec in figures.content.agreements:
        if spec.mail_to and not spec.superseded:
            titles.setdefault(spec.mail_to, []).append(spec.title)
    newer = next((path.address for path in figures.content.support if path.id == NEWER), KS_PAGES)
    purposes = {
        "digisos@nav.no": _("Team Digisos, for spørsmål om innføringen."),
        "fiks@ks.no": _("KS, for prisliste. Om Fiks fra 2026: {newer}.").format(newer=newer),
    }
    for mail, sent in titles.items():
        words = _("{what} Hit sendes: {agreements}.")
        yield mail, words.format(what=purposes.get(mail, ""), agreements=", ".join(sent)).strip()
    yield PORTEN, _("Spørsmål fra ansatte i NAV.")
    yield KS_PAGES, _("Informasjon fra KS til kommunene.")
    yield NAV_PAGES, _("Informasjon fra NAV om løsningen.")
