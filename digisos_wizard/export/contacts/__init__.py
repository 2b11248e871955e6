"""The contact sheet as PDF: who is who in the introduction, and where to turn outside the office."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from digisos_wizard.export import fonts
from digisos_wizard.export.contacts.addresses import source, useful
from digisos_wizard.export.contacts.holders import Holder, holders, leaders, others
from digisos_wizard.export.paper.blocks import Composer, Reads, Row, Rule, packed, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import COLUMN, Heading, Imprint, print_pages
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person

_WIDTHS = (37 * mm, 43 * mm, COLUMN - 127 * mm, 47 * mm)
_ADDRESS = (32 * mm, COLUMN - 32 * mm)


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    fonts.register()
    composer = Composer(LetterStyles())
    styles = composer.styles
    plan = figures.plan
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    title = _("Kontaktliste")
    story: list[Flowable] = [
        Heading(composer.markup(title), styles.title, key="contacts", outline=title),
        *composer.paragraphs(plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), styles.subtitle),
        composer.pairs(
            [
                (ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or _("mangler")),
                *leaders(figures),
                (_("Listen viser planen per"), formatting.day(figures.today)),
            ],
            tight=True,
        ),
        *composer.heading(_("Hvem gjør hva")),
        _roles(composer, figures),
    ]
    rest = others(figures)
    if rest:
        story += [*composer.heading(_("Andre i prosjektet")), _people(composer, rest)]
    story += _addresses(composer, figures)
    if composer.typesetter.missing:
        text = _("Skriften mangler noen av tegnene som er brukt. Der de står i planen, står {mark}.")
        story.append(composer.paragraph(text.format(mark=fonts.PLACEHOLDER), styles.small))
    imprint = Imprint(
        title=title,
        office=composer.plain(one_line(plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(story, imprint)


def _roles(composer: Composer, figures: Figures) -> Flowable:
    persons = {person.id: person for person in figures.plan.people.persons}
    titles = (_("Rolle og faser"), _("Person"), _("E-post og telefon"), _("Stedfortreder"))
    rows = [_head(composer, titles)]
    for holder in holders(figures):
        rows += _rows(composer, figures, holder, persons)
    return table(rows, _WIDTHS, head=True, tight=True)


def _head(composer: Composer, titles: Sequence[str]) -> Row:
    return Row([[composer.paragraph(title, composer.styles.head)] for title in titles])


def _rows(composer: Composer, figures: Figures, holder: Holder, persons: dict[str, Person]) -> list[Row]:
    person = persons.get(holder.person or "")
    deputy = persons.get(holder.deputy or "")
    name = person_name(figures.plan, holder.person) or _("mangler")
    stand_in = person_name(figures.plan, holder.deputy)
    return _stacked(
        composer,
        (
            (holder.role, (holder.phases,)),
            (name, (person.title, person.organisation) if person else ()),
            ("", _reached(person)),
            (stand_in, _reached(deputy)),
        ),
        _WIDTHS,
    )


def _people(composer: Composer, people: Sequence[Person]) -> Flowable:
    widths = (_WIDTHS[0] + _WIDTHS[1], _WIDTHS[2] + _WIDTHS[3])
    rows = [_head(composer, (_("Person"), _("E-post og telefon")))]
    for person in people:
        name = person.name or _("Person uten navn")
        rows += _stacked(composer, ((name, (person.title, person.organisation)), ("", _reached(person))), widths)
    return table(rows, widths, head=True, tight=True)


def _reached(person: Person | None) -> tuple[str, ...]:
    return (person.email, person.phone) if person is not None else ()


def _stacked(composer: Composer, cells: Sequence[tuple[str, Sequence[str]]], widths: Sequence[float]) -> list[Row]:
    """Return a row of cells, each a strong line and what stands below it; tall ones go on in rows of their own."""
    styles = composer.styles
    stacks = []
    for (strong, lines), width in zip(cells, widths, strict=True):
        flow = composer.paragraphs(strong, styles.strong) if strong else []
        for line in filter(None, lines):
            flow += composer.paragraphs(line, styles.cell)
        stacks.append(packed(flow, width))
    most = max(map(len, stacks))
    whole = [stack + [[]] * (most - len(stack)) for stack in stacks]
    return [Row([stack[part] for stack in whole], Rule.NONE if part else Rule.FULL) for part in range(most)]


def _addresses(composer: Composer, figures: Figures) -> list[Flowable]:
    styles = composer.styles
    rows = [
        Row([[composer.paragraph(address, styles.strong)], [composer.paragraph(what, styles.cell)]])
        for address, what in useful(figures)
    ]
    heading = composer.heading(_("Nyttige adresser"))[-1]
    note = composer.paragraph(source(figures), styles.small)
    return [KeepTogether([heading, table(rows, _ADDRESS, tight=True, reads=Reads.PAIRS), note])]
