"""Which screen the room sees: asked where there are several, and said in words."""

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.desk import Stage
from digisos_wizard.ui.form.choices import DropDownControl
from digisos_wizard.ui.stage.screens import AUTOMATIC, TOGETHER, offered
from digisos_wizard.ui.widgets.look.basics import short_label
from digisos_wizard.ui.widgets.look.theme import Look


class ScreenChoice(QWidget):
    """The choice, shown where there is one; it is remembered on this machine."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.several = False
        self.control = DropDownControl(unset=_("Velg for meg"))
        self.control.box.setAccessibleName(_("Vis på skjerm"))
        self.control.box.activated.connect(lambda _index: stage.choose(self.control.text() or AUTOMATIC))
        caption = short_label(_("Vis på skjerm"), Look.LABEL)
        caption.setBuddy(self.control.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(caption)
        layout.addWidget(self.control.widget, 1)

    def show_screens(self, own: QScreen | None) -> None:
        """Offer the screens there are."""
        screens = offered(own)
        self.several = len(screens) > 1
        others = [(seen.name, seen.words) for seen in screens[:-1]]
        self.control.set_choices([(TOGETHER, _("Samme skjerm: spørsmål og notater sammen")), *others])
        offering = (TOGETHER, *(name for name, _words in others))
        self.control.set_text(self._stage.screen if self._stage.screen in offering else AUTOMATIC)
        self.setVisible(self.several)

    def note(self) -> str:
        """Return what the room and the leader will see."""
        if self.several:
            return _("Rommet får spørsmålet på den andre skjermen. Du får hjelpen, neste spørsmål og notatene her.")
        return _("Med én skjerm ligger notatene i en stripe nederst, som du kan folde bort med N.")
