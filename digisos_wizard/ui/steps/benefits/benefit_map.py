"""Gevinstkart: how what is done leads to benefits and goals; the box that is chosen opens beside the map."""

from functools import partial

from PySide6.QtWidgets import QWidget

from digisos_wizard.export.drawing import benefit_map as drawing
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import MapNode
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.benefits.benefit_map import MapBox, beginning
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.scene_view import SceneView
from digisos_wizard.ui.widgets.look.basics import button, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView

from .box_panel import NODES, BoxPanel


class MapPart(StepPart):
    """The picture in the middle; the box beside it."""

    step = StepKey.BENEFITS
    key = "map"
    wide = True

    def build(self) -> None:
        """Make the map, and what begins it."""
        self._chosen = ""
        self.toolbar.addWidget(button(_("Ny boks"), Look.SECONDARY, self._add))
        self.save = button(_("Lagre som PDF …"), Look.SECONDARY, partial(self.files.save, "benefit-map"))
        self.toolbar.addWidget(self.save)
        self.empty = EmptyView(
            Empty(
                _("Kartet viser hvordan det dere gjør, fører til gevinster og mål. Forslaget kan dere endre etterpå."),
                _("Begynn med et forslag"),
                self._begin,
                title=_("Tegn veien fra løsningen til gevinstene"),
            )
        )
        self.view = SceneView(_("Gevinstkart"))
        self.view.chosen.connect(self.choose)
        self.about = label("", Look.SMALL)
        for piece in (self.empty, self.view, self.about):
            self.add(piece)
        self.box = BoxPanel(self.desk, self.choose)
        self.known(self.box.node)
        self.known(self.box.benefit)

    def show(self, figures: Figures) -> None:
        """Draw the map, and show the box that is chosen."""
        drawn = figures.benefit_map
        begun = bool(figures.plan.benefits.map_nodes)
        self.empty.setVisible(not begun)
        self.view.setVisible(bool(drawn.boxes))
        self.save.setEnabled(bool(drawn.boxes))
        self.view.show_scene(partial(drawing.scene, figures))
        box = self._box(figures)
        self.view.light(self._chosen, drawn.path_of(box.key) if box is not None else frozenset())
        self.box.show_box(figures, box)
        words = [_("Piltastene går mellom boksene, Enter åpner.")] if drawn.boxes else []
        if drawn.loose:
            loose = ", ".join(one.title for one in drawn.loose)
            words.append(_("Ikke koblet til noe ennå: {boxes}.").format(boxes=loose))
        set_text(self.about, " ".join(words))

    @property
    def has_act(self) -> bool:
        """Whether the suggestion is what there is to do."""
        return not self.desk.figures.plan.benefits.map_nodes

    def panel_tab(self) -> tuple[str, QWidget] | None:
        """Return the box that is chosen."""
        return _("Boksen"), self.box

    def focus(self, address: Address) -> bool:
        """Choose the box of an address, and come to its field beside the map."""
        box = next(
            (one for one in self.desk.figures.benefit_map.boxes if address[: len(one.address)] == one.address), None
        )
        if box is None:
            return address == NODES
        self.choose(box.key)
        own = box.address[:2] == NODES
        form = self.box.node if own else self.box.benefit
        if len(address) > len(box.address):
            form.focus(address)
        else:
            self.view.setFocus()
        return True

    def choose(self, key: str) -> None:
        """Choose a box, and show it beside the map."""
        self._chosen = key
        self.show(self.desk.figures)
        self.widget.beside_wanted.emit()

    def _box(self, figures: Figures) -> MapBox | None:
        return next((one for one in figures.benefit_map.boxes if one.key == self._chosen), None)

    def _begin(self) -> None:
        session = self.desk.session
        ids = [session.new_row_id() for _spec in session.content.map_nodes]
        edits = beginning(session.plan.benefits, session.content, ids)
        session.edit(*edits, label=_("Forslag til gevinstkart"))

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(NODES, MapNode(id=row_id)))
        self.choose(row_id)
        self.box.node.fields["title"].take_focus()
