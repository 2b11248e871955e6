"""Fields of the field catalogue on a form: label and help, and the plan's answer or room to write one."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export.handouts.writing import Ticks, WritingSpace
from digisos_wizard.export.paper.blocks import Composer, Reads, Row, Rule, packed, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, exists, written
from digisos_wizard.model.content import FieldSpec
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.kinds import kind_at, words_at
from digisos_wizard.model.kinds.kind import Kind
from digisos_wizard.model.kinds.picked import Choices
from digisos_wizard.model.kinds.typed import LongText

LABEL = 58 * mm
MOST_OPTIONS = 8
"""Answers that are listed to tick; of more than that the form leaves room to write."""
LONG = 3
"""Lines to write a long text on; other kinds have one."""


def answer(figures: Figures, address: Address, *, told: bool = True) -> str:
    """Return the plan's answer with its unit, as typed where it can't be read, what it takes from elsewhere, or "".

    `told`: with where it takes it from, where there is room for that.
    """
    key = written(address)
    draft = next((draft.text for draft in figures.document.drafts if draft.id == key), "")
    if draft or not exists(figures.plan, address):
        return draft
    words = words_at(figures.plan, figures.content, address)
    unit = kind_at(figures.content, address).spec.unit
    if not words and (found := figures.inherited.get(address)) is not None:
        return found.words if told else found.text
    return f"{words} {unit}" if words and unit else words


def asked(composer: Composer, figures: Figures, addresses: Sequence[Address], *, blank: bool) -> Flowable:
    """Return a table of fields and their answers."""
    rows: list[Row] = []
    for address in addresses:
        kind = kind_at(figures.content, address)
        first, *rest = _answer_cells(composer, figures, kind, blank=blank)
        rows.append(Row([_label(composer, kind.spec), first]))
        rows += [Row([[], stack], Rule.NONE) for stack in rest]
    return table(rows, (LABEL, COLUMN - LABEL), reads=Reads.PAIRS)


def _label(composer: Composer, spec: FieldSpec) -> list[Flowable]:
    styles = composer.styles
    unit = _(" ({unit})").format(unit=spec.unit) if spec.unit else ""
    found: list[Flowable] = [composer.paragraph(f"{spec.label}{unit}", styles.strong)]
    if spec.help:
        found.append(composer.paragraph(spec.help, styles.small))
    return found


def _answer_cells(composer: Composer, figures: Figures, kind: Kind, *, blank: bool) -> list[list[Flowable]]:
    words = "" if blank else answer(figures, kind.address)
    options = _options(composer, figures, kind, words)
    if options:
        return [[Ticks(options)]]
    if words:
        return packed(composer.paragraphs(words, composer.styles.cell), COLUMN - LABEL)
    return [[WritingSpace(LONG if isinstance(kind, LongText) else 1)]]


def _options(composer: Composer, figures: Figures, kind: Kind, words: str) -> list[tuple[str, bool]]:
    """Return the answers to choose among, and which are chosen; none where there are too many to list."""
    known = [] if kind.lives else [label for key, label in kind.choices(figures) if key]
    if len(known) > MOST_OPTIONS:
        return []
    chosen = set(words.split(", ")) if isinstance(kind, Choices) else {words}
    return [(composer.plain(label), label in chosen) for label in known]
