"""The documents: look at one, save it or print it; tick several and have them as one PDF, or each for itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox

from digisos_wizard import export
from digisos_wizard.errors import SaveFailedError, UserError
from digisos_wizard.export.kinds import Export, Group, group_title
from digisos_wizard.export.names import file_name
from digisos_wizard.i18n import N_, _, ngettext
from digisos_wizard.storage.replace import write_whole
from digisos_wizard.ui import jobs
from digisos_wizard.ui.dialogs import ask_folder, ask_save
from digisos_wizard.ui.form.choices import CalmComboBox
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.document_list import DocumentList
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.printing.preview import PreviewDialog
from digisos_wizard.ui.printing.print_dialog import PrintDialog, opened
from digisos_wizard.ui.printing.reader import Reader
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

PDF = ".pdf"
NAMED = 3
"""Documents that are named of those ticked; the rest are counted."""


class DocumentsCard(Card):
    """The list, what can be done with the one chosen, and with those ticked."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Dokumenter"),
            _("Mellomrom krysser av, Enter viser dokumentet. Alt lages på nytt fra planen hver gang."),
        )
        self._page = page
        self._kinds = {kind.key: kind for kind in export.EXPORTS}
        self.reader = Reader()
        self._target: Path | None = None
        self._waiting: tuple[str, str] = ("", "")
        self.saving, self.making = jobs.ProgressSignals(), jobs.JobSignals()
        self.saving.done.connect(self._saved)
        self.saving.failed.connect(self._failed)
        self.saving.progress.connect(self._progress)
        self.making.done.connect(self._made)
        self.making.failed.connect(self._failed)
        self._result()
        self._list()
        self._one()
        self._several()
        self._filter()
        self.list.selectRow(0)

    # ------------------------------------------------------------------------------------------------------------ parts

    def _result(self) -> None:
        self.result = Box(ToneName.SUCCESS)
        self.open_button = button(_("Åpne"), Look.SECONDARY, self._open_result)
        self.result.body.addLayout(row(self.open_button, None))
        self.result.hide()
        self.add(self.result)

    def _list(self) -> None:
        self.group = CalmComboBox()
        self.group.setAccessibleName(_("Vis dokumenter om"))
        self.group.setMinimumWidth(280)
        self.group.addItem(_("Alle dokumenter"), "")
        self.group.addItem(_("Alt som kan deles ut på papir"), "handout")
        for group in Group:
            if any(kind.group is group for kind in self._kinds.values()):
                self.group.addItem(group_title(group), group.value)
        self.group.currentIndexChanged.connect(lambda _index: self._filter())
        caption = label(_("Vis"), Look.LABEL)
        caption.setBuddy(self.group)
        self.tick_all = button(_("Kryss av alle viste"), Look.QUIET, lambda: self._tick(on=True))
        self.tick_none = button(_("Fjern kryssene"), Look.QUIET, lambda: self._tick(on=False))
        self.add(flow(self.group, self.tick_all, self.tick_none))
        self.list = DocumentList(_("Dokumenter"), (Column(_("Dokument"), 6), Column(_("Til"), 4), Column(_("Type"), 2)))
        self.list.looked_at.connect(self.look)
        self.list.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_one())
        self.list.documents.ticked_changed.connect(self._show_several)
        self.add(self.list)

    def _one(self) -> None:
        self.chosen = Card()
        self.chosen.body.setContentsMargins(16, 12, 16, 16)
        self.chosen.body.setSpacing(8)
        self.name = label("", Look.SUBHEADING)
        self.about = label("", Look.HELP)
        self.look_button = button(_("Forhåndsvis"), Look.PRIMARY, self._look_at_chosen)
        self.save_button = button(_("Lagre …"), Look.SECONDARY, self._save_chosen)
        self.print_button = button(_("Skriv ut …"), Look.SECONDARY, self._print_chosen)
        for part in (self.name, self.about):
            self.chosen.add(part)
        self.chosen.add(flow(self.look_button, self.save_button, self.print_button))
        self.add(self.chosen)

    def _several(self) -> None:
        self.ticked = label("", Look.LABEL)
        self.contents = QCheckBox(_("Innholdsliste først"))
        self.contents.setAccessibleName(self.contents.text())
        self.contents.setChecked(True)
        self.look_all = button(_("Forhåndsvis samlet"), Look.SECONDARY, self._look_at_ticked)
        self.print_all = button(_("Skriv ut de valgte …"), Look.SECONDARY, self._print_ticked)
        self.save_one = button(_("Lagre som én PDF …"), Look.SECONDARY, self._save_bound)
        self.save_each = button(_("Lagre hver for seg …"), Look.SECONDARY, self._save_each)
        self.add(self.ticked)
        self.add(flow(self.save_one, self.save_each, self.contents))
        self.add(flow(self.print_all, self.look_all))

    # ------------------------------------------------------------------------------------------------------- what shows

    def _filter(self) -> None:
        asked = self.group.currentData()
        shown = [
            kind
            for kind in sorted(self._kinds.values(), key=lambda kind: list(Group).index(kind.group))
            if not asked or kind.group.value == asked or (asked == "handout" and kind.handout)
        ]
        rows = [
            RowView(kind.key, (), (kind.title, group_title(kind.group), kind.suffix_words), tip=kind.description)
            for kind in shown
        ]
        if self.list.documents.put(rows):
            self.list.share_width()
            self.list.selectRow(0)
        self._show_one()
        self._show_several()

    def _tick(self, *, on: bool) -> None:
        shown = [view.row_id for view in self.list.documents.rows]
        self.list.documents.tick(shown if on else list(self._kinds), on=on)

    def _show_one(self) -> None:
        kind = self._current
        self.chosen.setVisible(kind is not None)
        if kind is None:
            return
        set_text(self.name, kind.title)
        set_text(self.about, kind.description)
        for tool, words in (
            (self.look_button, _("Forhåndsvis: {title}")),
            (self.save_button, _("Lagre: {title}")),
            (self.print_button, _("Skriv ut: {title}")),
        ):
            tool.setAccessibleName(words.format(title=kind.title))
        for tool in (self.look_button, self.print_button):
            tool.setVisible(kind.suffix == PDF)

    def _show_several(self) -> None:
        ticked = self._ticked
        papers = [kind for kind in ticked if kind.suffix == PDF]
        count = len(ticked)
        if not ticked:
            set_text(self.ticked, _("Ingen er krysset av."))
        else:
            names = ", ".join(kind.title for kind in ticked[:NAMED])
            more = _(" og {count} til").format(count=count - NAMED) if count > NAMED else ""
            words = ngettext("{count} valgt: {names}{more}.", "{count} valgt: {names}{more}.", count)
            text = words.format(count=count, names=names, more=more)
            if papers and len(papers) < count:
                text += _(" Bare PDF-ene kan skrives ut og samles.")
            set_text(self.ticked, text)
        self.save_each.setEnabled(bool(ticked))
        for tool in (self.print_all, self.save_one, self.look_all, self.contents):
            tool.setEnabled(bool(papers))

    @property
    def _current(self) -> Export | None:
        view = self.list.current
        return self._kinds[view.row_id] if view is not None else None

    @property
    def _ticked(self) -> Sequence[Export]:
        return [kind for key, kind in self._kinds.items() if key in self.list.documents.ticked]

    # -------------------------------------------------------------------------------------------------- look and print

    def _named(self, kind: export.Export) -> str:
        figures = self._page.desk.figures
        return file_name(figures.plan, kind, figures.today)

    def _maker(self, kinds: Sequence[Export]) -> tuple[str, str, Callable[[], bytes]]:
        """Return title, file name and how the PDF is made: of one document itself, of several bound together."""
        figures = self._page.desk.figures
        if len(kinds) == 1:
            kind = kinds[0]
            return kind.title, self._named(kind), lambda: kind.build(figures)
        contents = self.contents.isChecked()

        def make() -> bytes:
            from digisos_wizard.export.bundle import bound  # noqa: PLC0415 - reportlab is slow to load

            return bound(figures, kinds, contents=contents)

        whole = Export("", PDF, Group.MEETING, "", N_("Utdelingsark"), "")
        return whole.title, self._named(whole), make

    def look(self, key: str) -> None:
        """Show a document; what is no PDF is saved instead."""
        kind = self._kinds[key]
        if kind.suffix == PDF:
            self._preview([kind])
        else:
            self._save_chosen()

    def _preview(self, kinds: Sequence[Export]) -> None:
        title, name, make = self._maker(kinds)
        opened(PreviewDialog(self._page.widget, title, name, make, self.reader))

    def _look_at_chosen(self) -> None:
        if self._current is not None:
            self.look(self._current.key)

    def _look_at_ticked(self) -> None:
        self._preview([kind for kind in self._ticked if kind.suffix == PDF])

    def _print_chosen(self) -> None:
        if self._current is not None:
            self._print([self._current])

    def _print_ticked(self) -> None:
        self._print([kind for kind in self._ticked if kind.suffix == PDF])

    def _print(self, kinds: Sequence[Export]) -> None:
        title, name, make = self._maker(kinds)
        self._waiting = (title, name)
        self._busy(_("Lager dokumentet …"))
        jobs.start(make, self.making)

    def _made(self, data: bytes) -> None:
        self._busy("")
        opened(PrintDialog(self._page.widget, (*self._waiting, data), self.reader))

    # ------------------------------------------------------------------------------------------------------------- save

    def _save_chosen(self) -> None:
        kind = self._current
        if kind is not None:
            path = ask_save(self._page.widget, kind.title, self._named(kind), kind.suffix)
            if path is not None:
                self._run([(kind.build, path)])

    def _save_bound(self) -> None:
        title, name, make = self._maker([kind for kind in self._ticked if kind.suffix == PDF])
        path = ask_save(self._page.widget, title, name, PDF)
        if path is not None:
            self._run([(lambda _figures: make(), path)])

    def _save_each(self) -> None:
        folder = ask_folder(self._page.widget, _("Velg mappe"))
        if folder is not None:
            self._run([(kind.build, folder / self._named(kind)) for kind in self._ticked])

    def _run(self, tasks: Sequence[tuple[Callable[..., bytes], Path]]) -> None:
        figures = self._page.desk.figures
        progress = self.saving.progress
        self._busy(_("Lagrer …"))

        def work() -> Path:
            for position, (build, path) in enumerate(tasks):
                progress.emit(position, len(tasks))
                write_whole(path, build(figures))
            return tasks[0][1] if len(tasks) == 1 else tasks[0][1].parent

        jobs.start(work, self.saving)

    def _progress(self, done: int, every: int) -> None:
        if every > 1:
            self._busy(_("Lagrer {number} av {count} …").format(number=done + 1, count=every))

    # ------------------------------------------------------------------------------------------------------------- tell

    def _busy(self, words: str) -> None:
        for tool in (self.save_button, self.print_button, self.print_all, self.save_one, self.save_each):
            tool.setEnabled(not words)
        self.open_button.hide()
        self.result.setVisible(bool(words))
        if words:
            self.result.say(words, "", ToneName.NEUTRAL)
        else:
            self._show_several()

    def _saved(self, path: Path) -> None:
        self._busy("")
        self.tell_saved(path)

    def tell_saved(self, path: Path) -> None:
        """Tell where something was saved, and offer to open it."""
        self._target = path
        self.open_button.show()
        self.result.say(_("Ferdig"), _("Lagret i {path}").format(path=path), ToneName.SUCCESS)
        self.result.show()
        self._page.widget.ensureWidgetVisible(self.result)

    def _failed(self, error: Exception) -> None:
        self._busy("")
        self.tell_failed(error)

    def tell_failed(self, error: Exception) -> None:
        """Tell what went wrong."""
        known = error if isinstance(error, UserError) else SaveFailedError(self._target or Path(), type(error).__name__)
        self.result.say(known.message, f"{known.safe} {known.next_step}".strip(), ToneName.DANGER)
        self.result.show()
        self._page.widget.ensureWidgetVisible(self.result)

    def _open_result(self) -> None:
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
