"""The box of the benefit map that is chosen: its text and layer, where it comes from, and what it leads to."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.model.rules.benefits.benefit_map import MapBox
from digisos_wizard.model.told.benefit_lines import ITEMS
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.choices import ListControl
from digisos_wizard.ui.form.field import Manner
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import button, clear, column, label, row, set_text
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look

NODES: Address = ("benefits", "map_nodes")


class BoxPanel(QScrollArea):
    """Stands beside the map, so that the map doesn't move when a box is chosen."""

    def __init__(self, desk: Desk, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._choose = desk, choose
        self._sources: tuple[tuple[str, str], ...] | None = None
        self._address: Address = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Boksen"))
        self._layer, self._title = label("", Look.SMALL), label("", Look.SUBHEADING)
        self._comes_from = label(_("Kommer av"), Look.LABEL)
        self._links = column(4)
        self.node = Form(desk, (*NODES, "*"), benefits_form.MAP.lines, manner=Manner.BRIEF, spacing=10)
        self.benefit = Form(desk, (*ITEMS, "*"), benefits_form.LINKS.lines, manner=Manner.BRIEF, spacing=10)
        self._open: QPushButton = button(_("Åpne gevinsten"), Look.LINK, self._open_benefit)
        self._remove: QPushButton = button(_("Fjern boksen"), Look.QUIET, self._drop)
        holder = QWidget()
        holder.setObjectName("helppanel")
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(18, 12, 18, 16)
        lines.setSpacing(8)
        for piece in (self._layer, self._title, self.node, self._comes_from):
            lines.addWidget(piece)
        lines.addLayout(self._links)
        lines.addWidget(self.benefit)
        lines.addLayout(row(self._open, self._remove, None, spacing=4))
        lines.addStretch(1)
        self.setWidget(holder)

    def show_box(self, figures: Figures, box: MapBox | None) -> None:
        """Show a box, or how one is chosen."""
        own = box is not None and box.address[:2] == NODES
        self.node.setVisible(own)
        self._remove.setVisible(own)
        self.benefit.setVisible(box is not None and not own)
        self._open.setVisible(box is not None and not own)
        sources = figures.benefit_map.sources_of(box.key) if box is not None else ()
        self._comes_from.setVisible(bool(sources))
        self._show_sources(tuple((one.key, one.title) for one in sources))
        if box is None:
            set_text(self._layer, "")
            set_text(self._title, _("Velg en boks i kartet"))
            return
        self._address = box.address
        set_text(self._layer, figures.content.option_label("MapLayer", box.layer.value))
        set_text(self._title, box.title)
        form = self.node if own else self.benefit
        form.point_at(box.address)
        form.show_plan(figures)
        links = form.fields["leads_to"].control
        if isinstance(links, ListControl):
            links.show_all()

    def _show_sources(self, sources: tuple[tuple[str, str], ...]) -> None:
        if sources == self._sources:
            return
        self._sources = sources
        clear(self._links)
        for key, title in sources:
            self._links.addWidget(Link(partial(self._choose, key), title))

    def source_links(self) -> Sequence[Link]:
        """Return the links to where the box comes from."""
        found = [self._links.itemAt(at) for at in range(self._links.count())]
        return [widget for item in found if isinstance(widget := item.widget() if item else None, Link)]

    def _open_benefit(self) -> None:
        self._desk.goto(StepKey.BENEFITS, self._address)

    def _drop(self) -> None:
        self._desk.session.edit(Remove(self._address))
