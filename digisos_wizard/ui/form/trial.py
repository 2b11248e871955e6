"""A form that shows what another answer would change before it is given: new answers go in, changed ones are tried."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, read, resolve, written
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms.layout import Lines
from digisos_wizard.model.plan import Document, Draft, Plan
from digisos_wizard.session import Session
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, row
from digisos_wizard.ui.widgets.look.theme import Look

from .field import Field
from .form import Form

Changes = Callable[[Figures, Figures], Sequence[str]]
"""What a tried answer changes, in lines, from the figures before and with it."""


class TrialForm(QWidget):
    """Fields on a copy of the plan; an answer that was empty is taken at once, a changed one when the user says so."""

    shown = Signal()

    def __init__(
        self,
        desk: Desk,
        base: Address,
        lines: Lines,
        changes: Changes,
        words: str,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._changes = changes
        self._words = words
        self._trial = Session(desk.content, None, desk.session.now, desk.session.new_row_id)
        self.form = Form(Desk(self._trial, desk.goto, desk.say), base, lines)
        self.box = Box(ToneName.WARNING)
        self.take_button = button(_("Bruk endringen"), Look.PRIMARY, self.take)
        self.leave_button = button(_("Behold svarene som de er"), Look.SECONDARY, self.leave)
        self.box.body.addSpacing(8)
        self.box.body.addLayout(row(self.take_button, self.leave_button, None, spacing=12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.form)
        layout.addWidget(self.box)
        self._trial.start(desk.session.document, None)
        self._trial.subscribe(lambda _old, _new: self._tried())
        for field in self.form.fields.values():
            field.control.left.connect(self._take_first_answer)
        self._rebasing = False
        self._pending: tuple[Set, ...] = ()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by path."""
        return self.form.fields

    @property
    def base(self) -> Address:
        """The address that the fields stand below."""
        return self.form.base

    @property
    def plan(self) -> Plan:
        """The plan as it would be with what is tried."""
        return self._trial.plan

    @property
    def pending(self) -> tuple[Set, ...]:
        """What is tried and not yet taken."""
        return self._pending

    def show_plan(self, figures: Figures) -> None:
        """Show the answers, with what is tried on top of the plan as it is now."""
        self._pending = tuple(edit for edit in self._pending if resolve(figures.plan, edit.address) != edit.value)
        unread = self._unread()
        emptied = (Set(read(one.id), resolve(self._trial.plan, read(one.id))) for one in unread)
        plan = apply(figures.plan, *self._pending, *emptied)
        if self._trial.plan != plan:
            known = {one.id for one in unread}
            others = (one for one in figures.document.drafts if one.id not in known)
            self._rebasing = True
            self._trial.start(Document(plan=plan, drafts=(*others, *unread)), None)
            self._rebasing = False
        self.form.show_plan(self._trial.figures)
        told = any(resolve(figures.plan, edit.address) is not None for edit in self._pending)
        self.box.setVisible(told)
        if told:
            lines = self._changes(figures, self._trial.figures)
            text = "\n".join(f"– {line}" for line in lines) or _("Ingenting av det programmet regner ut, endres.")
            self.box.say(self._words, text)
        self.shown.emit()

    def point_at(self, base: Address) -> None:
        """Bind the fields to another row or municipality; what was tried for the one before is forgotten."""
        if base != self.form.base:
            self._pending = ()
            self._trial.start(self._desk.session.document, None)
            self.form.point_at(base)

    def focus(self, address: Address) -> bool:
        """Put the cursor at the field of an address."""
        return self.form.focus(address)

    def commit(self) -> None:
        """Show at all fields what is wrong with them."""
        self.form.commit()

    def take(self) -> None:
        """Make the tried answers the plan's, as one step."""
        self._desk.session.edit(*self._pending, label=self._words)
        self.show_plan(self._desk.figures)

    def leave(self) -> None:
        """Forget what was tried."""
        self._pending = ()
        self._trial.start(self._desk.session.document, None)
        self.show_plan(self._desk.figures)

    def _tried(self) -> None:
        """Note what differs from the plan; text that can't be read yet is still being written."""
        if self._rebasing:
            return
        tried, plan = self._trial.plan, self._desk.session.plan
        unread = {draft.id for draft in self._unread()}
        addresses = [field.address for field in self.form.fields.values() if written(field.address) not in unread]
        self._pending = tuple(
            Set(at, resolve(tried, at)) for at in addresses if resolve(tried, at) != resolve(plan, at)
        )
        if not any(field.is_written_in() for field in self.form.fields.values()):
            self._take_first_answer()
        self.show_plan(self._desk.figures)

    def _unread(self) -> tuple[Draft, ...]:
        """Return what is written in the fields and can't be read yet."""
        own = {written(field.address) for field in self.form.fields.values()}
        return tuple(draft for draft in self._trial.document.drafts if draft.id in own)

    def _take_first_answer(self) -> None:
        """Take what is tried where the plan had no answers: there is nothing to compare with."""
        plan = self._desk.session.plan
        if self._pending and all(resolve(plan, edit.address) is None for edit in self._pending):
            self._desk.session.edit(*self._pending)
