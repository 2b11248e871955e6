"""What whoever leads sees of a question: the handbook's help, and the plan's fields where the answer lands."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Document
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.naming import row_name
from digisos_wizard.model.rules.meetings.landing import landing
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.widgets.look.basics import clear, column, label, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .conductor import Conductor

LONGEST = 120
"""Letters of the name of what a field belongs to."""


class HelpPanel(QWidget):
    """What the handbook says about the question, with its source."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self.conductor = conductor
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.text = label()
        self.sources = column(4)
        layout.addWidget(self.text)
        layout.addLayout(self.sources)
        self._shown: str | None = None

    def show_plan(self, figures: Figures) -> None:
        """Show the help of the question."""
        question = self.conductor.question
        key = question.row_id if question is not None else ""
        if key == self._shown:
            return
        self._shown = key
        words = _("Alle spørsmålene er stilt. Esc avslutter møtet.")
        if question is not None:
            words = question.help or _("Et spørsmål dere har laget selv.")
        set_text(self.text, words)
        clear(self.sources)
        for source in question.sources if question is not None else ():
            if source.document is not Document.OWN:
                self.sources.addWidget(short_label(figures.content.source_label(source), Look.BADGE))


class AnswerPanel(QWidget):
    """The fields of the plan where the answer lands, as on the page they belong to."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        super().__init__()
        self.desk = desk
        self.conductor = conductor
        self.fields: list[Field] = []
        self.layout_: QVBoxLayout = column(14)
        self.setLayout(self.layout_)
        self.none = label(_("Svaret på dette spørsmålet skrives som notat eller beslutning."), Look.HELP)
        self.layout_.addWidget(self.none)
        self.body = column(14)
        self.layout_.addLayout(self.body)
        self.layout_.addStretch(1)
        self._addresses: tuple[Address, ...] = ()

    def show_plan(self, figures: Figures) -> None:
        """Show the fields of the question, and the plan's values in them."""
        question = self.conductor.question
        addresses = landing(figures.plan, figures.content, question.fields) if question is not None else ()
        if addresses != self._addresses:
            self._addresses = addresses
            self._build(figures)
        self.none.setVisible(not addresses)
        for field in self.fields:
            field.show_plan(figures)

    def _build(self, figures: Figures) -> None:
        clear(self.body)
        self.fields = []
        heading = ""
        for address in self._addresses:
            name = self._name(figures, address)
            if name and name != heading:
                self.body.addWidget(label(name, Look.SUBHEADING))
            heading = name
            field = Field(self.desk, address)
            self.fields.append(field)
            self.body.addWidget(field)

    def _name(self, figures: Figures, address: Address) -> str:
        """Return what a field belongs to: a row, a municipality, or all where a municipality has an own answer."""
        name = row_name(figures.plan, figures.content, address, LONGEST)
        if name or "shared" not in address:
            return name
        own = (*address[: address.index("shared")], "own")
        differs = any(other[: len(own)] == own for other in self._addresses)
        return _("Felles svar") if differs else ""
