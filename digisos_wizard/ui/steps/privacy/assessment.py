"""Vurderingen: the parts of the assessment in a narrow list, and the one that is written beside it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.privacy.assessment import PARTS, Assessed, assessed, mark_and_text
from digisos_wizard.model.terms import ReviewState
from digisos_wizard.ui.dialogs import ask
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.suggestion import Suggestion
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, text_scale
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

ABOUT_STATE = ("state", "comment")
LEAST_TEXT = 300
"""Pixels that title, own text and acts need beside the suggestion."""


class AssessmentPart(StepPart):
    """Seventeen questions; the text takes the height that is left."""

    step = StepKey.PRIVACY
    key = "assessment"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list and the detail of a part."""
        columns = (Column(_("Del"), 1, 150), Column(_("Tilstand"), 0, 122))
        self.grid = Grid(
            GridParts(_("Delene i vurderingen"), columns, signs=False, chevrons=False, header=False, dense=True)
        )
        self.text = self.known(Form(self.desk, (*PARTS, "*"), (("text",),)))
        self.state = self.known(Form(self.desk, (*PARTS, "*"), (("state", "comment"),)))
        self.text.fields["text"].call(_("Deres tekst"))
        self.text.fields["text"].fill()
        self.state.hide()
        self.suggestion = Suggestion(self._suggest)
        self._room = QSize()
        self.parts = ListDetail(self.grid, self._detail(), self._show_detail, empty=Empty(""), head=self.head)
        self.track(self.parts)
        self.add(self.parts, 1)

    def _detail(self) -> QWidget:
        self._place, self._title = label("", Look.SMALL), label("", Look.HEADING)
        self._question, self._comment = label("", Look.HELP), label()
        self._sent_back = QFrame()
        self._sent_back.setObjectName("quote")
        quote = QVBoxLayout(self._sent_back)
        quote.setContentsMargins(14, 8, 14, 8)
        quote.setSpacing(0)
        quote.addWidget(label(_("Kommentar fra gjennomgangen"), Look.LABEL))
        quote.addWidget(self._comment)
        self.onward = button("", Look.SECONDARY, lambda: self._set_state(self._acts[0]))
        self.otherwise = button("", Look.QUIET, lambda: self._set_state(self._acts[1]))
        self._acts: tuple[ReviewState, ReviewState] = (ReviewState.FOR_REVIEW, ReviewState.APPROVED)
        about = button(_("Status og kommentar"), Look.LINK, lambda: self._unfold(shown=self.state.isHidden()))
        holder = _Detail()
        holder.resized.connect(self._room_changed)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 2, 12)
        layout.setSpacing(8)
        for part in (self._place, self._title, self._question, self._sent_back, self.suggestion):
            layout.addWidget(part)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.state)
        layout.addLayout(row(self.onward, self.otherwise, None, about, spacing=12))
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show how far the parts have come."""
        every = assessed(figures.plan, figures.content)
        approved = sum(one.approved for one in every)
        words = ngettext("{count} av {all} deler er godkjent", "{count} av {all} deler er godkjent", approved)
        set_text(self.summary, words.format(count=approved, all=len(every)))
        self.parts.show_rows([_row(figures, one) for one in every])

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        every = assessed(figures.plan, figures.content)
        position, one = next((at, one) for at, one in enumerate(every) if one.spec.id == found.row_id)
        words = _("Del {number} av {all} · {state}")
        state = one.state_words(figures.content)
        set_text(self._place, words.format(number=position + 1, all=len(every), state=state))
        set_text(self._title, one.spec.title)
        set_text(self._question, one.spec.question)
        set_text(self._comment, one.part.comment)
        mark, text = mark_and_text(one.spec.suggestion)
        sources = ", ".join(figures.content.source_label(source) for source in one.spec.sources)
        self.suggestion.say(mark, text, sources)
        self._show_acts(one)
        if self.text.base != found.address:
            self._unfold(shown=False)
            self._fit_suggestion()
        self._sent_back.setVisible(bool(one.part.comment) and self.state.isHidden() and not one.approved)
        for form in (self.text, self.state):
            form.point_at(found.address)
            form.show_plan(figures)

    def _show_acts(self, one: Assessed) -> None:
        match one.part.state:
            case ReviewState.FOR_REVIEW:
                self._acts = (ReviewState.APPROVED, ReviewState.SENT_BACK)
                words = (_("Godkjenn"), _("Send tilbake"))
            case ReviewState.APPROVED:
                self._acts = (ReviewState.DRAFT, ReviewState.DRAFT)
                words = (_("Åpne på nytt"), "")
            case _:
                self._acts = (ReviewState.FOR_REVIEW, ReviewState.APPROVED)
                words = (_("Send til gjennomgang"), _("Godkjenn"))
        set_text(self.onward, words[0])
        set_text(self.otherwise, words[1])
        self.otherwise.setVisible(bool(words[1]))
        self.onward.setEnabled(bool(one.part.text.strip()) or one.begun)
        self.otherwise.setEnabled(self.onward.isEnabled())

    def _room_changed(self) -> None:
        """Fit the suggestion where the window has changed, not where it was folded by hand."""
        if self.parts.size() != self._room:
            self._room = self.parts.size()
            self._fit_suggestion()

    def _fit_suggestion(self) -> None:
        """Fold the suggestion where it would leave too little for the text."""
        detail = self.parts.detail
        left = self._room.height() - self.suggestion.whole_height(detail.width())
        self.suggestion.fold(folded=left < LEAST_TEXT * text_scale(detail))

    # ----------------------------------------------------------------------------------------------------------- acts

    def _set_state(self, state: ReviewState) -> None:
        address = self.text.base
        self.desk.session.edit(Set((*address, "state"), state))
        self.render(self.desk.figures)
        if state is ReviewState.SENT_BACK:
            self._unfold(shown=True)
            self.state.fields["comment"].take_focus()

    def _suggest(self) -> None:
        """Put the suggestion behind what is written, and ask first where something is."""
        address = (*self.text.base, "text")
        one = next(one for one in assessed(self.desk.session.plan, self.desk.content) if one.address == self.text.base)
        written = one.part.text.strip()
        words = _("Det står noe her fra før. Teksten deres blir stående, og forslaget kommer etter den.")
        if written and not ask(self.widget, _("Legge til forslaget?"), words, _("Legg til")):
            return
        text = f"{written}\n\n{one.spec.suggestion}" if written else one.spec.suggestion
        self.desk.session.edit(Set(address, text))
        self.render(self.desk.figures)
        self.text.fields["text"].take_focus()

    def _unfold(self, *, shown: bool) -> None:
        self.state.setVisible(shown)
        if shown:
            self._sent_back.hide()

    def focus(self, address: Address) -> bool:
        """Show state and comment where the address is one of them."""
        found = super().focus(address)
        if found and address[-1:] and address[-1] in ABOUT_STATE:
            self._unfold(shown=True)
            self.state.focus(address)
        return found


class _Detail(QWidget):
    """Tells when its size has changed."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell."""
        super().resizeEvent(event)
        self.resized.emit()


def _row(figures: Figures, one: Assessed) -> Row:
    sign = Sign.DONE if one.approved else Sign.NONE
    return Row(one.spec.id, one.address, (Cell(one.spec.title), Cell(one.state_words(figures.content), state=sign)))
