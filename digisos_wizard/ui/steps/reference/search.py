"""Oppslag: all that the handbook and the questions say, searched as you type, with source and what held before."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.search.entries import IN_THE_PLAN, Entry, Kind
from digisos_wizard.model.search.index import Found, Hit, Index
from digisos_wizard.model.search.marks import Marked, excerpt, marked
from digisos_wizard.model.search.places import place
from digisos_wizard.model.search.reading import Room, Target
from digisos_wizard.model.search.shelf import Shelf
from digisos_wizard.model.search.terms import Terms
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.steps.reference.hit_list import HitList, ListGroup, ListRow
from digisos_wizard.ui.steps.reference.reader import Reader
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

READ_AFTER = 80
"""Milliseconds without a keystroke before the best hit is laid out to read."""
LEAST = 260
"""Pixels that list and text keep in a low window."""


class SearchPart(StepPart):
    """The search field, what it finds, and the text."""

    step = StepKey.REFERENCE
    key = "search"
    scrolls = False
    wide = True

    def build(self) -> None:
        """Make the field, the list and the text, and the index."""
        content = self.desk.content
        self.index = Index(content)
        self.shelf = Shelf(content)
        self._at: StepKey | None = None
        self._answers: frozenset[str] = frozenset()
        self._read: list[Target | Entry] = []
        self.eyebrow.hide()
        self.body.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Skriv det du lurer på, for eksempel «ettersending» eller «personvernombud»"))
        self.field.setAccessibleName(_("Søk i oppslag"))
        self.field.textEdited.connect(lambda _text: self._search())
        self.field.installEventFilter(_Keys(self))
        self.status = label("", Look.HELP)
        self.back = button(_("Tilbake"), Look.QUIET, self._back, name=_("Tilbake til det du leste før"))
        self.hits = HitList(_("Innhold og treff"), self._show_row, self._follow_row)
        self.reader = Reader(content, Terms(content), self._follow)
        self.add(self.field)
        self.add(row(self.status, self.back, spacing=8))
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.reader)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.hits)
        panes.addWidget(right)
        panes.setStretchFactor(0, 2)
        panes.setStretchFactor(1, 3)
        panes.setSizes([400, 600])
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(12)
        panes.setMinimumHeight(LEAST)
        self.add(panes, 1)
        self._soon = QTimer(self.widget)
        self._soon.setSingleShot(True)
        self._soon.setInterval(READ_AFTER)
        self._soon.timeout.connect(self._read_best)
        self._show_contents()
        self._open(Target(Room.CHANGES))

    def show(self, figures: Figures) -> None:
        """Show nothing of the plan: the content doesn't change with it."""
        del figures

    def arrive(self, before: StepKey) -> None:
        """Put what belongs to the step that was shown before first."""
        self._at = before if before is not self.step else self._at

    def focus(self, address: Address) -> bool:
        """Open what a jump asks for; without anything put the cursor in the search field."""
        if address:
            self.field.clear()
            self._show_contents()
            self._open(Target(Room(address[0]), *address[1:]))
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        return True

    def look_up(self, text: str) -> None:
        """Search for a text that was begun elsewhere, and go on from there."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setCursorPosition(len(text))
        self._search()

    def _search(self) -> None:
        query = self.field.text()
        if not query.strip():
            self._show_contents()
            return
        found = self.index.search(query, self._at)
        if found.hits:
            self._answers = found.hits[0].answers
            self.hits.show_groups(self._groups(found))
        else:
            self._show_contents()
        set_text(self.status, _words(found))
        self._soon.start()

    def _read_best(self) -> None:
        rows = self.hits.rows()
        if self.field.text().strip() and rows and isinstance(rows[0].value, Hit):
            self._show_row(rows[0].value)

    def _show_contents(self) -> None:
        self._answers = frozenset()
        self.hits.show_groups(
            [
                ListGroup(heading, [ListRow(Marked(line.title), Marked(""), "", line.target) for line in rows])
                for heading, rows in self.shelf.contents()
            ]
        )
        set_text(self.status, _("Søket finner også bøyde og sammensatte ord. Pil ned går til listen, Esc tømmer."))

    def _groups(self, found: Found) -> Sequence[ListGroup]:
        """Return the hits by kind, the kind with the best hit first."""
        groups: dict[Kind, list[ListRow]] = {}
        for hit in found.hits:
            groups.setdefault(hit.entry.kind, []).append(self._row(hit))
        return [ListGroup(f"{_kind(kind)} ({len(rows)})", rows) for kind, rows in groups.items()]

    def _row(self, hit: Hit) -> ListRow:
        entry = hit.entry
        steps = {step.id: step.title for step in self.desk.content.steps}
        where = steps[entry.step.value] if entry.kind in (Kind.FIELD, Kind.HELP) else ""
        where = "" if where == entry.title else where
        return ListRow(marked(entry.title, hit.answers), excerpt(entry.text, hit.answers), where, hit)

    def _show_row(self, value: object) -> None:
        if isinstance(value, Hit):
            entry = value.entry
            self._open(entry if entry.kind in IN_THE_PLAN else self.shelf.target(entry))
        elif isinstance(value, Target):
            self._open(value)

    def _follow_row(self, value: object) -> None:
        if isinstance(value, Hit) and value.entry.kind in IN_THE_PLAN:
            self._follow(value.entry)
        else:
            self._show_row(value)

    def _follow(self, target: Target | StepKey | Entry) -> None:
        if isinstance(target, Target):
            self._open(target)
        elif isinstance(target, Entry):
            self.desk.goto(target.step, place(self.desk.figures, target))
        else:
            self.desk.goto(target, ())

    def _open(self, target: Target | Entry) -> None:
        reading = self.shelf.entry(target) if isinstance(target, Entry) else self.shelf.read(target)
        if reading is not None:
            self._soon.stop()
            if not self._read or self._read[-1] != target:
                self._read.append(target)
            self.reader.show_reading(reading, self._answers)
            self.back.setEnabled(len(self._read) > 1)

    def _back(self) -> None:
        if len(self._read) > 1:
            self._read.pop()
            self._open(self._read[-1])


class _Keys(QObject):
    """Keys of the search field that lead on: down to the list, Enter to the best hit, Esc to the beginning."""

    def __init__(self, part: SearchPart) -> None:
        super().__init__(part.field)
        self._part = part

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take these keys, leave all others to the field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        part = self._part
        rows = part.hits.rows()
        match event.key():
            case Qt.Key.Key_Escape:
                part.field.clear()
                part._search()  # noqa: SLF001 - the part's own keys
            case Qt.Key.Key_Down if rows:
                part.hits.setFocus(Qt.FocusReason.OtherFocusReason)
                part.hits.choose(rows[0].value)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if rows:
                part._follow_row(rows[0].value)  # noqa: SLF001 - as above
            case _:
                return super().eventFilter(watched, event)
        return True


def _words(found: Found) -> str:
    if not found.hits:
        return _("Ingen treff. Prøv et annet ord, eller færre bokstaver.")
    count = ngettext("{count} treff", "{count} treff", len(found.hits)).format(count=formatting.number(len(found.hits)))
    if found.total > len(found.hits):
        count = _("De {count} beste av {all} treff").format(
            count=formatting.number(len(found.hits)), all=formatting.number(found.total)
        )
    if found.partly:
        return _("Ingen tekst har alle ordene. {count} har noen av dem.").format(count=count)
    return count


def _kind(kind: Kind) -> str:
    return {
        Kind.TERM: _("Ord"),
        Kind.CHAPTER: _("Håndboka"),
        Kind.QUESTION: _("Spørsmål og svar"),
        Kind.CHANGE: _("Hva er endret"),
        Kind.HELP: _("Hjelp til stegene"),
        Kind.ITEM: _("Sjekklisten"),
        Kind.ACTIVITY: _("Aktiviteter i påkoblingsplanen"),
        Kind.AGREEMENT: _("Avtaler"),
        Kind.ROLE: _("Roller"),
        Kind.TASK: _("Oppgaver og rutiner"),
        Kind.MATERIAL: _("Støttemateriell"),
        Kind.RISK: _("Risikoer i katalogen"),
        Kind.BENEFIT: _("Gevinster i katalogen"),
        Kind.FIELD: _("Felt i planen"),
    }[kind]
