"""The cover: whose checklist it is, what it says of the two phases, and the counts."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.checklist.choice import OPEN_STATES, NumberedSection, count, counted, latest, signed_sections
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.blocks import Composer, Grid, Row, table
from digisos_wizard.export.paper.pages import COLUMN, Heading
from digisos_wizard.export.paper.shapes import StateWords
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import SignOffPhase, TaskState


def cover(composer: Composer, figures: Figures, parts: Sequence[NumberedSection]) -> list[Flowable]:
    """Return the cover's blocks."""
    plan = figures.plan
    styles = composer.styles
    title = _("Sjekkliste for innføring av digital søknad")
    story: list[Flowable] = [
        Heading(composer.markup(title), styles.title, key="cover", outline=title),
        composer.paragraph(plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), styles.subtitle),
        composer.pairs(_about(figures)),
        Spacer(0, 6 * mm),
        _phases(composer, figures),
        Spacer(0, 6 * mm),
    ]
    story += _section_counts(composer, figures, parts)
    return story


def _about(figures: Figures) -> list[tuple[str, str]]:
    plan = figures.plan
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    day = figures.schedule.day
    return [
        (ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or _("Ingen kommune er lagt inn")),
        (_("Prosjekteier"), person_name(plan, plan.decision.project_owner)),
        (_("Påkoblingsdag"), formatting.day(day) if day else _("Ikke bestemt")),
        (_("Sjekklisten viser planen per"), formatting.day(figures.today)),
        (_("Sjekklisteversjon"), figures.content.checklist(plan.checklist.catalogue).label),
    ]


def _phases(composer: Composer, figures: Figures) -> Flowable:
    panels = [_phase(composer, figures, phase) for phase in SignOffPhase]
    gap = 6 * mm
    width = (COLUMN - gap) / 2
    box = HexColor(palette.STRONG_LINE)
    style: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BOX", (0, 0), (0, 0), 0.8, box),
        ("BOX", (2, 0), (2, 0), 0.8, box),
        ("BACKGROUND", (0, 0), (0, 0), HexColor(palette.SUNKEN)),
        ("BACKGROUND", (2, 0), (2, 0), HexColor(palette.SUNKEN)),
        *(
            (padding, (0, 0), (-1, -1), 4 * mm)
            for padding in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
        ),
    ]
    return KeepTogether(
        [Grid([[panels[0], [], panels[1]]], colWidths=[width, gap, width], style=TableStyle(style), hAlign="LEFT")]
    )


def _phase(composer: Composer, figures: Figures, phase: SignOffPhase) -> list[Flowable]:
    styles = composer.styles
    rows = counted(figures, phase)
    left = sum(count(rows, state) for state in OPEN_STATES)
    name = figures.content.option_label("SignOffPhase", phase.value)
    if not rows:
        verdict, mark = _("Ingen punkter"), TaskState.NOT_RELEVANT
    elif left:
        verdict, mark = _("Nei"), TaskState.OPEN
    else:
        verdict, mark = _("Ja"), TaskState.DONE
    what = ngettext("{count} punkt er åpent", "{count} punkter er åpne", left).format(count=left)
    scope = _("Alle punktene") if phase is SignOffPhase.FINAL else _("Punktene som skal være ferdige før påkobling")
    story: list[Flowable] = [
        composer.paragraph(name, styles.subheading),
        StateWords(mark, composer.paragraph(f"{verdict} – {what}" if rows and left else verdict, styles.status)),
        Spacer(0, 2 * mm),
        composer.paragraph(scope, styles.small),
        Spacer(0, 2 * mm),
    ]
    for state in (TaskState.DONE, TaskState.IN_PROGRESS, TaskState.OPEN, TaskState.NOT_RELEVANT):
        words = f"{figures.content.option_label('TaskState', state.value)}: {count(rows, state)}"
        story.append(StateWords(state, composer.paragraph(words, styles.cell)))
    return [*story, Spacer(0, 2 * mm), composer.paragraph(_signed(figures, phase), styles.strong)]


def _signed(figures: Figures, phase: SignOffPhase) -> str:
    status = latest(figures, phase)
    if status is None:
        done, every = signed_sections(figures, phase)
        return _("{done} av {all} deler er signert").format(done=done, all=every) if done else _("Ikke signert")
    when = formatting.day(status.record.signed_at.date())
    if not status.valid:
        return _("Signert {day}, endret etter signering").format(day=when)
    if status.record.open_items:
        return _("Signert med forbehold {day}").format(day=when)
    return _("Signert {day}").format(day=when)


def _section_counts(composer: Composer, figures: Figures, parts: Sequence[NumberedSection]) -> list[Flowable]:
    if not parts:
        return [composer.paragraph(_("Sjekklisten har ingen punkter."), composer.styles.body)]
    styles = composer.styles
    states = (TaskState.DONE, TaskState.IN_PROGRESS, TaskState.OPEN, TaskState.NOT_RELEVANT)
    names = [figures.content.option_label("TaskState", state.value) for state in states]
    head = [composer.paragraph(name, styles.figure_head) for name in names]
    rows = [Row([[composer.paragraph(_("Del av sjekklisten"), styles.head)], *([cell] for cell in head)])]
    for part in parts:
        lines = counted(figures, SignOffPhase.FINAL, part.rows)
        cells = [composer.paragraph(str(count(lines, state)), styles.figure) for state in states]
        rows.append(
            Row([[composer.paragraph(f"{part.number}. {part.title}", styles.cell)], *([cell] for cell in cells)])
        )
    figure = 24 * mm
    return [table(rows, (COLUMN - 4 * figure, *[figure] * 4), head=True)]
