"""Forms for each step, blank or with the plan's answers: label and help from the field catalogue, room to write."""

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from digisos_wizard.export.handouts.answers import answer, asked
from digisos_wizard.export.handouts.grid import grid
from digisos_wizard.export.handouts.writing import IfRoom, WritingSpace
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import WritingLine
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.i18n import _, translated
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import PerMunicipality
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms.layout import Fields, Part, Table, Talk
from digisos_wizard.model.kinds import kind_at
from digisos_wizard.model.steps import BY_KEY

NAME = 4
"""Share of the width that the names of rows take."""
ANSWER = 3
"""Lines for an answer to a question."""


def build_filled(figures: Figures, title: str, step: StepKey) -> bytes:
    """Return the form of a step with the plan's answers."""
    return _built(figures, title, step, blank=False)


def build_blank(figures: Figures, title: str, step: StepKey) -> bytes:
    """Return the form of a step with nothing of the plan but what its rows are called."""
    return _built(figures, _("{title}, tomt").format(title=title), step, blank=True)


def _built(figures: Figures, title: str, key: StepKey, *, blank: bool) -> bytes:
    made = Sheet()
    question = next((found.question for found in figures.content.steps if found.id == key.value), "")
    lead = _("Skriv tydelig. Skriv aldri navn eller fødselsnummer på søkere.")
    story = top(made, title, question, lead)
    form = BY_KEY[key].form
    for part in form.parts if form is not None else ():
        story += _part(made, figures, part, blank=blank)
    story += _signed(made)
    return printed(made, figures, title, story)


def _part(made: Sheet, figures: Figures, part: Part, *, blank: bool) -> list[Flowable]:
    if not part.on_paper():
        return []
    if isinstance(part, Fields):
        return _fields(made, figures, part, blank=blank)
    if isinstance(part, Table):
        return _rows(made, figures, part, blank=blank)
    return _talk(made, figures, part, blank=blank)


def _fields(made: Sheet, figures: Figures, part: Fields, *, blank: bool) -> list[Flowable]:
    shared = (*part.base, "shared") if part.per_municipality else part.base
    fields = asked(made, figures, [_below(shared, name) for name in part.on_paper()], blank=blank)
    found = [*made.heading(translated(part.heading)), fields]
    if not part.per_municipality:
        return found
    if blank:
        if len(figures.plan.decision.municipalities) > 1:
            words = _("Svarer en kommune for seg selv, bruker den et eget skjema. Kommune:")
            found.append(made.paragraph(f"{words} ______________________", made.styles.small))
        return found
    for place in _own(figures, part.base):
        own = [_below((*part.base, "own", place, "value"), name) for name in part.on_paper()]
        words = _("Eget svar: {name}").format(name=municipality_name(figures.plan, place))
        found += [*made.heading(words, level=1), asked(made, figures, own, blank=False)]
    return found


def _own(figures: Figures, area: Address) -> list[str]:
    """Return the municipalities that answer for themselves."""
    answers = resolve(figures.plan, area)
    return [own.id for own in answers.own] if isinstance(answers, PerMunicipality) else []


def _below(base: Address, name: str) -> Address:
    return (*base, *name.split("."))


def _rows(made: Sheet, figures: Figures, part: Table, *, blank: bool) -> list[Flowable]:
    lines = part.rows(figures) if part.rows is not None and (part.known or not blank) else ()
    fields = [kind_at(figures.content, _below(part.base, name)).spec for name, _share in part.columns]
    titles = [translated(part.name), *(spec.label for spec in fields)]
    shares = [NAME, *(share for _name, share in part.columns)]
    widths = [COLUMN * share / sum(shares) for share in shares]
    rows = [
        [
            line.label,
            *("" if blank else line.given.get(name) or answer(figures, _below(line.address, name), told=False)
              for name, _share in part.columns),
        ]
        for line in lines
    ]  # fmt: skip
    spare = part.spare if blank or not lines else min(part.spare, 1)
    return [*made.heading(translated(part.heading)), grid(made, titles, rows, widths, spare=spare)]


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
    return [*made.heading(translated(part.heading)), *story] if story else []


def _signed(made: Sheet) -> list[Flowable]:
    return [IfRoom(WritingLine(made.paragraph(_("Fylt ut av, og dato"), made.styles.small), 24))]
