"""I dag og i morgen: the steps on paper and digitally side by side; a step that is clicked is changed in Tidsbruk."""

from functools import partial

from digisos_wizard.export.drawing.process import scene
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.scene_view import SceneView
from digisos_wizard.ui.widgets.look.basics import button
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView

STEPS = ("mapping", "steps")


class ProcessPart(StepPart):
    """The picture, as wide as there is room."""

    step = StepKey.MAPPING
    key = "process"
    wide = True

    def build(self) -> None:
        """Make the picture, and what stands there until there are steps."""
        self.save = button(_("Lagre som PDF …"), Look.SECONDARY, partial(self.files.save, "process"))
        self.toolbar.addWidget(self.save)
        self.empty = EmptyView(
            Empty(
                _("Når stegene er skrevet inn, ser dere her hva som endrer seg."),
                _("Gå til Tidsbruk"),
                lambda: self.desk.goto(self.step, STEPS),
            )
        )
        self.view = SceneView(_("Arbeidsprosessen i dag og i morgen"))
        self.view.chosen.connect(lambda key: self.desk.goto(self.step, (*STEPS, key)))
        for piece in (self.empty, self.view):
            self.add(piece)

    def show(self, figures: Figures) -> None:
        """Draw the steps as they are now."""
        steps = figures.plan.mapping.steps
        self.empty.setVisible(not steps)
        self.view.setVisible(bool(steps))
        self.save.setEnabled(bool(steps))
        self.view.show_scene(partial(scene, figures, steps=steps))

    @property
    def has_act(self) -> bool:
        """Whether going to the steps is what there is to do."""
        return not self.desk.figures.plan.mapping.steps
