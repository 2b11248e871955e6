"""Fields of the field catalogue on a form: label and help, and the plan's answer or room to write one."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export.handouts.writing import Ticks, WritingSpace
from digisos_wizard.export.paper.blocks import Composer, Reads, Row, Rule, packed, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, UnknownAddressError, pattern, resolve, written
from digisos_wizard.model.content import FieldKind, FieldSpec
from digisos_wizard.model.display import choices, words_for
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan

LABEL = 58 * mm
MOST_OPTIONS = 8
"""Answers that are listed to tick; of more than that the form leaves room to write."""
LINES = {FieldKind.LONG_TEXT: 3}
"""Lines to write on; other kinds have one."""


def spec_of(figures: Figures, address: Address) -> FieldSpec | None:
    """Return the field at an address, None where the catalogue doesn't have it."""
    return figures.content.field_index.get(pattern(Plan, address))


def answer(figures: Figures, address: Address) -> str:
    """Return the plan's answer with its unit, as typed where it can't be read, empty where there is none."""
    key = written(address)
    draft = next((draft.text for draft in figures.document.drafts if draft.id == key), "")
    spec = spec_of(figures, address)
    if draft or spec is None:
        return draft
    try:
        words = words_for(figures.plan, figures.content, address, resolve(figures.plan, address))
    except UnknownAddressError:
        return ""
    return f"{words} {spec.unit}" if words and spec.unit else words


def asked(composer: Composer, figures: Figures, addresses: Sequence[Address], *, blank: bool) -> Flowable | None:
    """Return a table of fields and their answers, None where the catalogue has none of them."""
    rows: list[Row] = []
    for address in addresses:
        spec = spec_of(figures, address)
        if spec is not None:
            first, *rest = _answer_cells(composer, figures, spec, address, blank=blank)
            rows.append(Row([_label(composer, spec), first]))
            rows += [Row([[], stack], Rule.NONE) for stack in rest]
    return table(rows, (LABEL, COLUMN - LABEL), reads=Reads.PAIRS) if rows else None


def _label(composer: Composer, spec: FieldSpec) -> list[Flowable]:
    styles = composer.styles
    unit = _(" ({unit})").format(unit=spec.unit) if spec.unit else ""
    found: list[Flowable] = [composer.paragraph(f"{spec.label}{unit}", styles.strong)]
    if spec.help:
        found.append(composer.paragraph(spec.help, styles.small))
    return found


def _answer_cells(
    composer: Composer, figures: Figures, spec: FieldSpec, address: Address, *, blank: bool
) -> list[list[Flowable]]:
    words = "" if blank else answer(figures, address)
    options = _options(composer, figures, spec, words)
    if options:
        return [[Ticks(options)]]
    if words:
        return packed(composer.paragraphs(words, composer.styles.cell), COLUMN - LABEL)
    return [[WritingSpace(LINES.get(spec.kind, 1))]]


def _options(composer: Composer, figures: Figures, spec: FieldSpec, words: str) -> list[tuple[str, bool]]:
    """Return the answers to choose among, and which are chosen; none where there are too many to list."""
    if spec.kind in (FieldKind.YES_NO, FieldKind.TICK):
        return [(label, words == label) for label in (_("Ja"), _("Nei"))]
    known = choices(figures.plan, figures.content, spec)
    if not known or len(known) > MOST_OPTIONS:
        return []
    chosen = set(words.split(", ")) if spec.kind is FieldKind.CHOICES else {words}
    return [(composer.plain(label), label in chosen) for _value, label in known]
