"""What the checklist's page shows in tables and boxes: items under headings, and sign-offs in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment, SignOffStatus
from digisos_wizard.model.rules.checklist.signed_content import section_title
from digisos_wizard.model.signing.sealing import scope_words
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.parts.rows_view import RowView
from digisos_wizard.ui.widgets.look.basics import ToneName

ANSWERS = ("checklist", "answers")
OWN = ("checklist", "own")
CHANGES_SHOWN = 8


def item_rows(figures: Figures) -> list[RowView]:
    """Return the handbook's items, each section and time with a heading over it."""
    rows = [row for row in figures.checklist if row.item is not None]
    found: list[RowView] = []
    for (section, moment), group in groupby(rows, key=lambda row: (row.section, row.moment)):
        lines = list(group)
        found.append(_heading(figures, section, moment, lines))
        found += [_item(figures, line) for line in lines]
    return found


def _heading(figures: Figures, section: str, moment: Moment, lines: Sequence[ChecklistRow]) -> RowView:
    title = section_title(figures.plan, figures.content, section)
    relevant = [line for line in lines if line.state is not TaskState.NOT_RELEVANT]
    done = sum(line.state is TaskState.DONE for line in relevant)
    words = _("{section} · {when}: {done} av {all} ferdig").format(
        section=title, when=moment_words(moment), done=done, all=len(relevant)
    )
    first = lines[0].row_id
    return RowView(f"heading:{first}", (), (words, "", ""), heading=True)


def moment_words(moment: Moment) -> str:
    """Return when something is due, in words."""
    return {
        Moment.BEFORE: _("før påkobling"),
        Moment.ON: _("på påkoblingsdagen"),
        Moment.AFTER: _("etter påkobling"),
    }[moment]


def _item(figures: Figures, line: ChecklistRow) -> RowView:
    state = figures.content.option_label("TaskState", line.state.value)
    place = municipality_name(figures.plan, line.municipality) if line.municipality else ""
    text = _("{text} (gjaldt i 2019)").format(text=line.text) if line.item and line.item.superseded else line.text
    words = _("{state} – begrunn").format(state=state) if line.contradicts else state
    return RowView(line.row_id, (*ANSWERS, line.row_id), (text, place, words), line.state, tip=line.text)


def own_rows(figures: Figures) -> list[RowView]:
    """Return the office's own items."""
    return [
        RowView(
            line.row_id,
            (*OWN, line.row_id),
            (
                line.text,
                section_title(figures.plan, figures.content, line.section),
                moment_words(line.moment),
                _("{state} – begrunn").format(state=state) if line.contradicts else state,
            ),
            line.state,
            tip=line.text,
        )
        for line in figures.checklist
        if line.item is None
        for state in (figures.content.option_label("TaskState", line.state.value),)
    ]


def evidence_words(line: ChecklistRow) -> tuple[str, str, ToneName]:
    """Return title, text and tone of what the plan shows of an item."""
    if line.evidence is None:
        return "", "", ToneName.INFO
    if line.contradicts:
        text = _("{evidence} Svaret deres er et annet. Skriv hvorfor i begrunnelsen.").format(
            evidence=line.evidence.text
        )
        return _("Svaret går på tvers av planen"), text, ToneName.WARNING
    tone = ToneName.SUCCESS if line.evidence.state is TaskState.DONE else ToneName.INFO
    return _("Dette viser planen"), line.evidence.text, tone


def record_words(figures: Figures, status: SignOffStatus) -> tuple[str, str, ToneName]:
    """Return title, text and tone of a sign-off."""
    record = status.record
    scope = scope_words(figures.content, record)
    what = _("signert med forbehold") if record.open_items else _("signert")
    title = _("{scope}: {what}, utgave {revision}").format(scope=scope, what=what, revision=record.revision)
    tone = ToneName.SUCCESS
    if not status.current:
        title, tone = _("{title} – erstattet av en nyere").format(title=title), ToneName.NEUTRAL
    elif not status.valid:
        title = _("{scope}: endret etter signering, utgave {revision}").format(scope=scope, revision=record.revision)
        tone = ToneName.WARNING
    return title, "\n".join(_record_lines(figures, status)), tone


def _record_lines(figures: Figures, status: SignOffStatus) -> Iterator[str]:
    record = status.record
    who = ", ".join(filter(None, (person_name(figures.plan, record.signer) or _("Fjernet person"), record.title)))
    yield _("{who} {day} {clock}. Kontrollsum {sum} …").format(
        who=who,
        day=formatting.day(record.signed_at.date()),
        clock=formatting.clock(record.signed_at),
        sum=record.fingerprint[:12],
    )
    said = (
        (_("Rolle: {text}."), record.role),
        (_("Sted: {text}."), record.place),
        (_("Signatur i eget system: {text}."), record.external_reference),
    )
    yield from filter(None, [" ".join(words.format(text=text) for words, text in said if text)])
    if status.current:
        yield from (f"– {change}" for change in status.changes[:CHANGES_SHOWN])
        more = len(status.changes) - CHANGES_SHOWN
        if more > 0:
            yield _("… og {count} endringer til").format(count=more)
