"""Print: which printer, how many copies, which pages, how they lie on the sheet; with progress and a way to stop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from digisos_wizard.errors import ParseError, SaveFailedError, UserError
from digisos_wizard.export.pdfium import page_sizes
from digisos_wizard.export.sheets import Layout, page_range, sides
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.parse import integer
from digisos_wizard.ui import jobs
from digisos_wizard.ui.dialogs import ask_save
from digisos_wizard.ui.form.choices import CalmComboBox
from digisos_wizard.ui.printing.printers import Printer, printers
from digisos_wizard.ui.printing.reader import Reader
from digisos_wizard.ui.printing.work import Order, print_order
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

MOST_COPIES = 500
Paper = tuple[str, str, bytes]
"""What is printed: its title, its file name, and the PDF."""


class PrintDialog(QDialog):
    """The program's own print dialog, in Norwegian; a PDF file is always among the choices."""

    def __init__(
        self,
        parent: QWidget,
        paper: Paper,
        reader: Reader,
        *,
        find: Callable[[], Sequence[Printer]] = printers,
    ) -> None:
        super().__init__(parent)
        self._title, self._name, self._data = paper
        self._reader = reader
        self._count = len(page_sizes(self._data))
        self._printers: Sequence[Printer] = ()
        self._stop = Event()
        self._busy = False
        self.setWindowTitle(_("Skriv ut: {title}").format(title=self._title))
        self.setMinimumWidth(560)
        self._controls()
        self._lay_out()
        self.finding, self.printing = jobs.JobSignals(), jobs.ProgressSignals()
        self.finding.done.connect(self._found)
        self.finding.failed.connect(lambda _error: self._found(()))
        self.printing.progress.connect(self._progress)
        self.printing.done.connect(self._printed)
        self.printing.failed.connect(self._failed)
        self._offer()
        self.told.say(_("Leter etter skrivere …"), "", ToneName.NEUTRAL)
        jobs.start(find, self.finding)

    def _controls(self) -> None:
        self.printer = CalmComboBox()
        self.printer.setAccessibleName(_("Skriver"))
        self.printer.activated.connect(lambda _index: self._show())
        self.copies = QLineEdit("1")
        self.copies.setAccessibleName(_("Kopier"))
        self.copies.setMaximumWidth(100)
        self.pages = QLineEdit()
        self.pages.setAccessibleName(_("Sider"))
        self.pages.setPlaceholderText(_("Alle, eller for eksempel 1-3, 5"))
        for line in (self.copies, self.pages):
            line.textEdited.connect(lambda _text: self._show())
        words = {
            Layout.ONE: _("Én side på arket"),
            Layout.TWO: _("To sider på arket"),
            Layout.BOOKLET: _("Hefte til å brette"),
        }
        self._group = QButtonGroup(self)
        self.layouts = {layout: QRadioButton(text) for layout, text in words.items()}
        for radio in self.layouts.values():
            radio.setAccessibleName(radio.text())
            self._group.addButton(radio)
        self.layouts[Layout.ONE].setChecked(True)
        self.both_sides = QCheckBox(_("Skriv på begge sider av arket"))
        self.grey = QCheckBox(_("Svart-hvitt"))
        for box in (self.both_sides, self.grey):
            box.setAccessibleName(box.text())
        for choice in (*self.layouts.values(), self.both_sides, self.grey):
            choice.clicked.connect(lambda _on=False: self._show())
        self.sum = label("", Look.HELP)
        self.told = Box(ToneName.NEUTRAL)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Framdrift"))
        self.bar.setFormat("%v / %m")
        self.bar.hide()
        self.go = button(_("Skriv ut"), Look.PRIMARY, self._print)
        self.reader = button(_("Åpne i PDF-leser"), Look.SECONDARY, self._open)
        self.leave = button(_("Lukk"), Look.QUIET, self.reject)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for position, (caption, widget) in enumerate(
            ((_("Skriver"), self.printer), (_("Kopier"), self.copies), (_("Sider"), self.pages))
        ):
            name = label(caption, Look.LABEL)
            name.setBuddy(widget)
            grid.addWidget(name, position, 0)
            grid.addWidget(widget, position, 1)
        grid.setColumnStretch(1, 1)
        body.addLayout(grid)
        body.addLayout(row(*self.layouts.values(), None, spacing=8))
        body.addLayout(row(self.both_sides, self.grey, None, spacing=8))
        for part in (self.sum, self.told, self.bar):
            body.addWidget(part)
        body.addLayout(row(self.go, self.reader, None, self.leave, spacing=12))

    # --------------------------------------------------------------------------------------------------- what is chosen

    @property
    def chosen(self) -> Printer | None:
        """The printer chosen, None for a PDF file."""
        index = self.printer.currentIndex()
        return self._printers[index] if 0 <= index < len(self._printers) else None

    @property
    def layout_chosen(self) -> Layout:
        """How pages lie on the sheet."""
        return next(layout for layout, radio in self.layouts.items() if radio.isChecked())

    def order(self, file: Path | None = None) -> Order:
        """Return what is to be printed; raises ParseError that says what is wrong."""
        copies = 1 if self.chosen is None else integer(self.copies.text())
        if not 1 <= copies <= MOST_COPIES:
            raise ParseError(_("Skriv et antall kopier fra 1 til {most}.").format(most=MOST_COPIES))
        return Order(
            self._title,
            self._data,
            page_range(self.pages.text(), self._count),
            self.chosen,
            file,
            copies,
            self.layout_chosen,
            both_sides=self.both_sides.isChecked() and self.both_sides.isEnabled(),
            grey=self.grey.isChecked(),
        )

    def _offer(self) -> None:
        self.printer.clear()
        self.printer.addItems([printer.name for printer in self._printers])
        self.printer.addItem(_("PDF-fil"))
        self.printer.setCurrentIndex(0)
        self._show()

    def _found(self, found: Sequence[Printer]) -> None:
        self._printers = tuple(found)
        self._offer()
        if self._printers:
            self.told.hide()
            return
        self.told.say(
            _("Fant ingen skriver på denne maskinen."),
            _("Lag en PDF-fil, eller åpne dokumentet i en PDF-leser og skriv ut derfra."),
            ToneName.WARNING,
        )

    def _show(self) -> None:
        """Show what the choices lead to, or what is wrong with them."""
        chosen = self.chosen
        self.copies.setEnabled(chosen is not None)
        self.both_sides.setEnabled(chosen is not None and chosen.both_sides)
        set_text(self.go, _("Skriv ut") if chosen is not None else _("Lag PDF-fil …"))
        try:
            order = self.order()
        except ParseError as error:
            set_text(self.sum, error.message)
            self.go.setEnabled(False)
            return
        count = len(sides(order.pages, order.layout))
        sheets = -(-count // 2) if order.both_sides else count
        pages = ngettext("{count} side", "{count} sider", len(order.pages)).format(count=len(order.pages))
        set_text(self.sum, _("{pages} på {sheets} ark.").format(pages=pages, sheets=sheets * order.copies))
        self.go.setEnabled(not self._busy)

    # ------------------------------------------------------------------------------------------------------------- work

    def _print(self) -> None:
        file = None
        if self.chosen is None:
            file = ask_save(self, self._title, self._name, ".pdf")
            if file is None:
                return
        order = self.order(file)
        self._stop = stop = Event()
        progress = self.printing.progress

        def tell(done: int, every: int) -> None:
            if stop.is_set():
                raise jobs.Cancelled
            progress.emit(done, every)

        self._work(busy=True)
        jobs.start(lambda: print_order(order, tell), self.printing)

    def _work(self, *, busy: bool) -> None:
        self._busy = busy
        self.bar.setVisible(busy)
        self.told.setVisible(False)
        set_text(self.leave, _("Stopp") if busy else _("Lukk"))
        self._show()

    def _progress(self, done: int, every: int) -> None:
        self.bar.setMaximum(every)
        self.bar.setValue(done)

    def _printed(self, count: int) -> None:
        self._work(busy=False)
        words = ngettext("{count} side er sendt.", "{count} sider er sendt.", count).format(count=count)
        where = self.chosen.name if self.chosen is not None else _("PDF-fil")
        self.told.say(_("Ferdig"), f"{words} {where}", ToneName.SUCCESS)
        self.told.show()

    def _failed(self, error: Exception) -> None:
        self._work(busy=False)
        if isinstance(error, jobs.Cancelled):
            self.told.say(_("Utskriften er stoppet."), _("Noen ark kan allerede være sendt."), ToneName.WARNING)
        else:
            known = error if isinstance(error, UserError) else SaveFailedError(Path(), type(error).__name__)
            self.told.say(known.message, f"{known.safe} {known.next_step}".strip(), ToneName.DANGER)
        self.told.show()

    def _open(self) -> None:
        if not self._reader.open(self._name, self._data):
            self.told.say(
                _("Maskinen har ikke noe program for PDF-filer."), _("Lagre filen i stedet."), ToneName.WARNING
            )
            self.told.show()

    def reject(self) -> None:
        """Stop the work where there is some, else close."""
        if self._busy:
            self._stop.set()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the work before the window goes."""
        self._stop.set()
        super().closeEvent(event)


def opened(dialog: QDialog) -> None:
    """Show a dialog over its window; it goes for good when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
