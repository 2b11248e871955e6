"""A form for answers that may differ per municipality: one switch chooses whose answer is shown."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve, value_type
from digisos_wizard.model.base import SHARED, Own, PerMunicipality, Record
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms.layout import Fields
from digisos_wizard.model.plan import Plan
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import label, row, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .choices import DropDownControl
from .field import Field
from .form import Form
from .sections import Section, SectionForm
from .trial import Changes, TrialForm


class SharedOwnForm(QWidget):
    """Fields below a shared-or-own area; with one municipality it looks like an ordinary form.

    With a `trial`, another answer is shown with what it changes before it is given; with `sections` the fields stand
    in them, instead of in the lines of the form.
    """

    def __init__(
        self,
        desk: Desk,
        fields: Fields,
        *,
        subject: str,
        trial: tuple[Changes, str] | None = None,
        sections: Sequence[Section] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        self._area = area = fields.base
        self._municipality = SHARED
        base = (*area, "shared")
        self.form: Form | TrialForm | SectionForm
        if sections:
            self.form = SectionForm(desk, base, sections)
        elif trial:
            self.form = TrialForm(desk, base, fields.lines, *trial)
        else:
            self.form = Form(desk, base, fields.lines)
        self._switch = DropDownControl()
        self._switch.box.setAccessibleName(_("Hvem svaret gjelder: {subject}").format(subject=subject))
        self._switch.box.setMinimumContentsLength(22)
        self._switch.edited.connect(self._choose)
        self._own = QCheckBox(_("Kommunen har et eget svar"))
        self._own.setAccessibleName(_("Kommunen har et eget svar: {subject}").format(subject=subject))
        self._own.clicked.connect(self._own_clicked)
        self._hint = label(_("Kommunen bruker svaret som er felles."), Look.HELP)
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(4)
        bar.addLayout(row(short_label(_("Gjelder"), Look.LABEL), self._switch.widget, self._own, None))
        bar.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._bar)
        layout.addWidget(self.form)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by path, of the answer that is shown."""
        return self.form.fields

    def show_plan(self, figures: Figures) -> None:
        """Show the switch where there is a choice, and the fields of the answer chosen."""
        places = figures.plan.decision.municipalities
        area = self._area_in(figures.plan)
        stranded = [own.id for own in area.own if all(place.id != own.id for place in places)]
        self._bar.setVisible(len(places) > 1 or bool(area.own))
        choices = [("*", _("Felles for alle kommunene"))]
        choices += [
            (
                place.id,
                _("{name} – eget svar").format(name=place.name)
                if area.has_own(place.id)
                else place.name or _("Kommune uten navn"),
            )
            for place in places
        ]
        choices += [(place_id, _("Kommune som er fjernet")) for place_id in stranded]
        self._switch.set_choices(choices)
        if self._municipality and all(key != self._municipality for key, _words in choices):
            self._municipality = SHARED
        self._switch.set_text(self._municipality or "*")
        own = area.has_own(self._municipality)
        self._own.setVisible(bool(self._municipality))
        self._own.setChecked(own)
        self._hint.setVisible(bool(self._municipality) and not own)
        self.form.setEnabled(own or not self._municipality)
        self.form.point_at(self._base(own=own))
        self.form.show_plan(figures)

    def focus(self, address: Address) -> bool:
        """Show the municipality that the address belongs to and put the cursor there."""
        inside = address[: len(self._area)] == self._area
        if not inside:
            return False
        rest = address[len(self._area) :]
        self._municipality = rest[1] if len(rest) > 1 and rest[0] == "own" else SHARED
        self.show_plan(self._desk.figures)
        return self.form.focus(address)

    def commit(self) -> None:
        """Show at all fields what is wrong with them."""
        self.form.commit()

    def _base(self, *, own: bool) -> Address:
        return (*self._area, "own", self._municipality, "value") if own else (*self._area, "shared")

    def _area_in(self, plan: Plan) -> PerMunicipality[Record]:
        return cast("PerMunicipality[Record]", resolve(plan, self._area))

    def _choose(self, key: str) -> None:
        self._municipality = SHARED if key in ("", "*") else key
        self.show_plan(self._desk.figures)

    def _own_clicked(self) -> None:
        area = self._area_in(self._desk.session.plan)
        if area.has_own(self._municipality):
            self._desk.session.edit(Remove((*self._area, "own", self._municipality)))
        else:
            kind = cast("type[PerMunicipality[Record]]", value_type(Plan, self._area))
            own = cast("type[Own[Record]]", kind.model_fields["own"].annotation.__args__[0])  # type: ignore[union-attr] # pydantic keeps the parametrised type here
            self._desk.session.edit(
                Insert((*self._area, "own"), own(id=self._municipality, value=area.shared.as_own()))
            )
        self.show_plan(self._desk.figures)
