"""Signering: what is signed to the left, who to the right, and a second press that says it all before it is done."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from digisos_wizard.errors import PersonalNumberError
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.signing import signature as signing
from digisos_wizard.model.signing import signers
from digisos_wizard.model.signing.signature import Signature, declared_open, too_early
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.model.told.signed_records import Holds, holds, record_lines, record_title
from digisos_wizard.ui.form.choices import DropDownControl
from digisos_wizard.ui.steps.checklist.review_rows import RECORDS, Place, columns, review
from digisos_wizard.ui.steps.checklist.who_signs import WhoSigns
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.frame.sides import Sides
from digisos_wizard.ui.widgets.look.basics import (
    Box,
    ToneName,
    button,
    label,
    row,
    set_text,
    short_label,
    shortcut,
)
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, IconLabel
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts

RIGHT = 360
"""Pixels of who signs."""


class SigningPart(StepPart):
    """The first press asks, the second signs; Escape, leaving the part, or another choice takes the first back."""

    step = StepKey.CHECKLIST
    key = "signing"
    wide = True
    acts = True

    def build(self) -> None:
        """Make the review, and who signs beside it."""
        self._whole = False
        self._places: dict[str, Place] = {}
        self._asked: tuple[Signature, Document] | None = None
        self._signed: Document | None = None
        self.add(self._scope())
        self.grid = Grid(GridParts(_("Det som signeres"), columns(), signs=False, header=False, dense=True, whole=True))
        self.grid.opened.connect(self._opened)
        self.grid.unfolded.connect(lambda _row: self._unfold())
        self.track(self.grid)
        self.record = Box(ToneName.NEUTRAL)
        self.record.hide()
        left, right = QWidget(), QWidget()
        reviewing = QVBoxLayout(left)
        reviewing.setContentsMargins(0, 0, 0, 0)
        reviewing.addWidget(self.grid)
        reviewing.addWidget(self.record)
        reviewing.addStretch(1)
        self._build_right(QVBoxLayout(right))
        self.add(Sides(left, right, RIGHT), 1)

    def _scope(self) -> QBoxLayout:
        words = [self.desk.content.option_label("SignOffPhase", phase.value) for phase in SignOffPhase]
        self.phase = Chips(_("Det gjelder"), [phase.value for phase in SignOffPhase], lambda _key: self._chosen())
        self.phase.show_words(words)
        self.section = DropDownControl(unset=_("Hele sjekklisten"))
        self.section.box.setAccessibleName(_("Del av sjekklisten"))
        self.section.edited.connect(lambda _key: self._chosen())
        self.section.widget.hide()
        self.part_of = button(_("Bare en del av listen"), Look.LINK, self._choose_section)
        return row(short_label(_("Det gjelder"), Look.LABEL), self.phase, self.section.widget, self.part_of, spacing=12)

    def _build_right(self, layout: QVBoxLayout) -> None:
        self.who = WhoSigns()
        self.who.changed.connect(self._chosen)
        self.message = label("", Look.ERROR)
        self.message.hide()
        self.sign_button = button(_("Signer …"), Look.PRIMARY, self._ask)
        self.asking = _Asking(ToneName.INFO)
        self.asking.hide()
        self.asking.left.connect(self.take_back)
        self.sure_button = button(_("Signer"), Look.PRIMARY, self._sign)
        self.cancel_button = button(_("Avbryt"), Look.QUIET, self.take_back)
        self.asking.body.addSpacing(8)
        self.asking.body.addLayout(row(self.sure_button, self.cancel_button, None, spacing=8))
        self.done = Box(ToneName.SUCCESS)
        self.done.hide()
        self.shows = _what_it_shows()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.who)
        layout.addWidget(self.message)
        layout.addLayout(row(self.sign_button, None))
        for part in (self.asking, self.done, self.shows):
            layout.addWidget(part)
        layout.addStretch(1)
        shortcut(QKeySequence("Escape"), self.widget, self.take_back, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show what is signed with the answers as they are; where they change, the first press is taken back."""
        if self._asked is not None and self._asked[1] is not figures.document:
            self.take_back()
        self.done.setVisible(self._signed is figures.document)
        known = figures.content.checklist(figures.plan.checklist.catalogue).sections
        self.section.set_choices([(one.id, one.title) for one in known])
        for phase in SignOffPhase:
            early = too_early(figures, phase)
            self.phase.buttons[phase.value].setEnabled(not early)
            self.phase.buttons[phase.value].setToolTip(early)
            self.phase.buttons[phase.value].setAccessibleDescription(early)
        found = review(figures, self._phase, self.section.text(), whole=self._whole)
        self._places = dict(found.places)
        self.grid.show_rows(found.rows)
        self._show_record(figures)
        self.who.show_plan(figures, self.section.text())

    @property
    def _phase(self) -> SignOffPhase:
        return SignOffPhase(self.phase.chosen)

    def _show_record(self, figures: Figures) -> None:
        here = self.grid.current_row
        status = next((one for one in figures.signoffs if here is not None and one.record.id == here.row_id), None)
        self.record.setVisible(status is not None)
        if status is not None:
            tone = ToneName.WARNING if holds(status) is Holds.CHANGED else ToneName.NEUTRAL
            self.record.say(record_title(figures, status), "\n".join(record_lines(figures, status)), tone)

    def _opened(self, row_id: str) -> None:
        if row_id in self._places:
            self.desk.goto(*self._places[row_id])
        else:
            self._show_record(self.desk.figures)
            QTimer.singleShot(0, self.record, lambda: self._scroller.ensureWidgetVisible(self.record))

    def _unfold(self) -> None:
        self._whole = not self._whole
        self.show(self.desk.figures)

    def _choose_section(self) -> None:
        self.section.widget.show()
        self.part_of.hide()
        self.section.widget.setFocus()

    def _chosen(self) -> None:
        """Take in another choice: what was asked, was about something else."""
        self.take_back()
        self._signed = None
        self.message.hide()
        self.show(self.desk.figures)

    # ---------------------------------------------------------------------------------------------------- two presses

    def _ask(self) -> None:
        """Say who signs what, where, when and with what open, and ask for a second press."""
        missing = self.who.missing()
        if missing is not None:
            self._complain(*missing)
            return
        figures = self.desk.figures
        signature = self.who.signature(self._phase, self.section.text())
        self._asked = (signature, figures.document)
        opened = len(declared_open(figures, signature.phase, signature.section))
        self.asking.say(_("Trykk en gang til for å signere"), _asked_words(figures, signature, opened))
        words = ngettext("Signer med {count} åpent punkt", "Signer med {count} åpne punkter", opened)
        set_text(self.sure_button, words.format(count=opened) if opened else _("Signer"))
        self.message.hide()
        self.done.hide()
        self._signed = None
        self.sign_button.hide()
        self.shows.hide()
        self.asking.show()
        self.sure_button.setFocus()

    def take_back(self) -> None:
        """Go back to before the first press."""
        if self._asked is None:
            return
        self._asked = None
        with QSignalBlocker(self.asking):
            self.asking.hide()
        self.sign_button.show()
        self.shows.show()
        self.sign_button.setFocus()

    def _sign(self) -> None:
        """Put the record into the plan, just as it was asked about."""
        if self._asked is None:
            return
        signature = self._asked[0]
        self.take_back()
        try:
            self._put(self.desk.figures, signature)
        except PersonalNumberError as error:
            self._complain(error.whole(), self.who.reference)
            return
        self.desk.session.barrier()
        figures = self.desk.figures
        self._signed = figures.document
        words = _("Endres noe etterpå, står det her hva. Neste: lagre PDF-en.")
        self.done.say(record_title(figures, figures.signoffs[-1]), words)
        self.show(figures)

    def _put(self, figures: Figures, signature: Signature) -> None:
        """Put the record into the plan; a digest that happens to look like a personal number is made with new salt."""
        session = self.desk.session
        for last in (False, False, True):
            record = signing.sign(
                figures, signature, signed_at=session.now(), salt=session.new_salt(), record_id=session.new_row_id()
            )
            try:
                session.edit(*signing.edits(figures, record), label=_("Signering"))
            except PersonalNumberError:
                if last:
                    raise
            else:
                return

    def _complain(self, words: str, where: QWidget) -> None:
        set_text(self.message, words)
        self.message.show()
        where.setFocus()

    def focus(self, address: Address) -> bool:
        """Show the record of an address; the records as a whole are at the newest of them."""
        found = super().focus(address)
        if not found and address[:1] == RECORDS[:1] and self.desk.figures.signoffs:
            found = self.grid.focus((*RECORDS, self.desk.figures.signoffs[-1].record.id))
        if found:
            self._show_record(self.desk.figures)
        return found


class _Asking(Box):
    """The box of the second press; tells when it is out of sight, as when the part is left."""

    left = Signal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell."""
        super().hideEvent(event)
        self.left.emit()


def _asked_words(figures: Figures, signature: Signature, opened: int) -> str:
    """Return who signs what, where, when and with what open, and what can't be done afterwards."""
    who = ", ".join(filter(None, (person_name(figures.plan, signature.signer), signature.title)))
    words = _("{who}, signerer «{what}» i {place} {day}").format(
        who=who,
        what=signing.scope_of(figures, signature),
        place=signature.place,
        day=formatting.day(figures.today),
    )
    rest = _("uten åpne punkter")
    if opened:
        rest = ngettext("med {count} åpent punkt", "med {count} åpne punkter", opened).format(count=opened)
    outside = signers.outside(figures, signature.section, signature.signer)
    barrier = _("Etterpå kan ikke det du har gjort før signeringen, angres.")
    return " ".join(filter(None, (f"{words} {rest}.", outside, barrier)))


def _what_it_shows() -> QWidget:
    """Return what a signature shows, and what it doesn't."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(label(_("Hva underskriften viser"), Look.SUBHEADING))
    for icon, words in (
        (Icon.TICK, _("hva som ble godkjent, av hvem og når, etter klokken på denne maskinen")),
        (Icon.TICK, _("om noe i planen er endret etterpå")),
        (Icon.CLOSE, _("ikke hvem som satt ved tastaturet. Trenger dere det, kan PDF-en signeres med sertifikat.")),
    ):
        tone = worn().success if icon is Icon.TICK else worn().neutral
        layout.addLayout(row(IconLabel(icon, QColor(tone.text), 16), label(words, Look.HELP), spacing=8))
    return holder
