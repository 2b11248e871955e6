"""Forms for each step, blank or with the plan's answers: label and help from the field catalogue, room to write."""

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from digisos_wizard.export.handouts.answers import answer, asked, spec_of
from digisos_wizard.export.handouts.form_parts import Ask, Part, Rows, Talk, parts
from digisos_wizard.export.handouts.grid import grid
from digisos_wizard.export.handouts.writing import IfRoom, WritingSpace
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import WritingLine
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import PerMunicipality
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey

NAME = 4
"""Share of the width that the names of rows take."""
ANSWER = 3
"""Lines for an answer to a question."""


def build_filled(figures: Figures, title: str, step: StepKey) -> bytes:
    """Return the form of a step with the plan's answers."""
    return _built(figures, title, step, blank=False)


def build_blank(figures: Figures, title: str, step: StepKey) -> bytes:
    """Return the form of a step with nothing of the plan but what its rows are called."""
    return _built(figures, title, step, blank=True)


def _built(figures: Figures, title: str, step: StepKey, *, blank: bool) -> bytes:
    made = Sheet()
    question = next((found.question for found in figures.content.steps if found.id == step.value), "")
    lead = _("Skriv tydelig. Skriv aldri navn eller fødselsnummer på søkere.")
    story = top(made, title, question, lead)
    for part in parts(step):
        story += _part(made, figures, part, blank=blank)
    story += _signed(made)
    return printed(made, figures, title, story)


def _part(made: Sheet, figures: Figures, part: Part, *, blank: bool) -> list[Flowable]:
    if isinstance(part, Ask):
        return _ask(made, figures, part, blank=blank)
    if isinstance(part, Rows):
        return _rows(made, figures, part, blank=blank)
    return _talk(made, figures, part, blank=blank)


def _ask(made: Sheet, figures: Figures, part: Ask, *, blank: bool) -> list[Flowable]:
    shared = (*part.base, "shared") if part.area else part.base
    fields = asked(made, figures, [_below(shared, name) for name in part.names], blank=blank)
    if fields is None:
        return []
    found = [*made.heading(part.title), fields]
    if not part.area:
        return found
    if blank:
        if len(figures.plan.decision.municipalities) > 1:
            words = _("Svarer en kommune for seg selv, bruker den et eget skjema. Kommune:")
            found.append(made.paragraph(f"{words} ______________________", made.styles.small))
        return found
    for place in _own(figures, part.base):
        own = [_below((*part.base, "own", place, "value"), name) for name in part.names]
        if (answers := asked(made, figures, own, blank=False)) is not None:
            words = _("Eget svar: {name}").format(name=municipality_name(figures.plan, place))
            found += [*made.heading(words, level=1), answers]
    return found


def _own(figures: Figures, area: Address) -> list[str]:
    """Return the municipalities that answer for themselves."""
    answers = resolve(figures.plan, area)
    return [own.id for own in answers.own] if isinstance(answers, PerMunicipality) else []


def _below(base: Address, name: str) -> Address:
    return (*base, *name.split("."))


def _rows(made: Sheet, figures: Figures, part: Rows, *, blank: bool) -> list[Flowable]:
    lines = part.rows(figures) if part.known or not blank else ()
    # The columns are the same in every row: any id does to look up what a field is called.
    somewhere = (*part.table, "any")
    titles = [part.name]
    for name, _share in part.columns:
        spec = spec_of(figures, _below(somewhere, name))
        titles.append(spec.label if spec is not None else "")
    if not any(titles[1:]):
        return []
    shares = [NAME, *(share for _name, share in part.columns)]
    widths = [COLUMN * share / sum(shares) for share in shares]
    rows = [
        [
            line.label,
            *("" if blank else line.given.get(name) or answer(figures, _below(line.address, name))
              for name, _share in part.columns),
        ]
        for line in lines
    ]  # fmt: skip
    spare = part.spare if blank or not lines else min(part.spare, 1)
    return [*made.heading(part.title), grid(made, titles, rows, widths, spare=spare)]


def _talk(made: Sheet, figures: Figures, part: Talk, *, blank: bool) -> list[Flowable]:
    styles = made.styles
    story: list[Flowable] = []
    for title, question, place in part.questions(figures):
        words = "" if blank else answer(figures, place)
        head = [*made.heading(title, level=1)[1:], made.paragraph(question, styles.label)]
        if words:
            first, *rest = made.paragraphs(words, styles.body)
            story += [CondPageBreak(30 * mm), *head, first, *rest]
        else:
            story.append(KeepTogether([*head, WritingSpace(ANSWER)]))
    return [*made.heading(part.title), *story] if story else []


def _signed(made: Sheet) -> list[Flowable]:
    return [IfRoom(WritingLine(made.paragraph(_("Fylt ut av, og dato"), made.styles.small), 24))]
