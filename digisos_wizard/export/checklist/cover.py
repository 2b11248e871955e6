"""The cover: whose checklist it is, what it says of the two phases, and the counts."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.checklist.choice import OPEN_STATES, NumberedSection, count, counted, latest, signed_sections
from digisos_wizard.export.document.model import Block, Column, Facts, Room, Table, Text, Title
from digisos_wizard.export.document.paper import Painter
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.blocks import Composer, Grid
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import StateWords
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, office_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER, holder
from digisos_wizard.model.terms import SignOffPhase, TaskState


def cover(composer: Composer, figures: Figures, parts: Sequence[NumberedSection]) -> list[Flowable]:
    """Return the cover's blocks."""
    painter = Painter(composer)
    title = Title(_("Sjekkliste for innføring av digital søknad"), office_name(figures.plan))
    return [
        *painter.story([title, Facts(_about(figures), tight=False), Room(6)]),
        _phases(composer, figures),
        *painter.story([Room(6), _section_counts(figures, parts)]),
    ]


def _about(figures: Figures) -> list[tuple[str, str]]:
    plan = figures.plan
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    day = figures.schedule.day
    return [
        (ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or _("Ingen kommune er lagt inn")),
        (_("Prosjekteier"), person_name(plan, holder(plan, PROJECT_OWNER).person)),
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


def _section_counts(figures: Figures, parts: Sequence[NumberedSection]) -> Block:
    if not parts:
        return Text(_("Sjekklisten har ingen punkter."))
    states = (TaskState.DONE, TaskState.IN_PROGRESS, TaskState.OPEN, TaskState.NOT_RELEVANT)
    names = [figures.content.option_label("TaskState", state.value) for state in states]
    rows = []
    for part in parts:
        lines = counted(figures, SignOffPhase.FINAL, part.rows)
        rows.append([f"{part.number}. {part.title}", *(str(count(lines, state)) for state in states)])
    columns = [Column(_("Del av sjekklisten"), 78), *(Column(name, 24, figures=True) for name in names)]
    return Table(columns, rows, tight=False)
