"""What another answer about the cooperation would change, told before it is given."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.cooperation.result import MunicipalityConsequence


def changes(before: Figures, after: Figures) -> tuple[str, ...]:
    """Return a sentence for everything that follows for a municipality, in the order of the municipalities."""
    earlier = {line.municipality: line for line in before.cooperation.municipalities}
    found: list[str] = []
    for line in after.cooperation.municipalities:
        name = municipality_name(after.plan, line.municipality)
        if line.municipality in earlier:
            found += [f"{name}: {words}" for words in _consequences(after, earlier[line.municipality], line)]
        found += [f"{name}: {words}" for words in _agreements(before, after, line.municipality)]
    if before.cooperation.support is not after.cooperation.support and after.cooperation.summary:
        found.append(after.cooperation.summary)
    return tuple(found)


def _consequences(figures: Figures, old: MunicipalityConsequence, new: MunicipalityConsequence) -> Iterator[str]:
    def named(place: str | None) -> str:
        return municipality_name(figures.plan, place) if place else _("ikke avklart")

    if old.controller != new.controller:
        yield _("behandlingsansvarlig blir {new} (nå {old}).").format(
            new=named(new.controller), old=named(old.controller)
        )
    if old.receiver != new.receiver:
        yield _("søknadene går til {new} (nå {old}).").format(new=named(new.receiver), old=named(old.receiver))
    if old.nav_text != new.nav_text:
        yield _("søkeren får vite: {text}").format(text=new.nav_text)
    if old.fiks_text != new.fiks_text:
        yield _("i Fiks: {text}").format(text=new.fiks_text)


def _agreements(before: Figures, after: Figures, place: str) -> Iterator[str]:
    earlier = {cell.spec.id for cell in before.agreements if cell.municipality == place and cell.required}
    for cell in after.agreements:
        if cell.municipality != place or cell.required is (cell.spec.id in earlier):
            continue
        title = cell.spec.title
        if cell.required:
            yield _("må signere {agreement}.").format(agreement=title)
        else:
            yield _("trenger ikke å signere {agreement}.").format(agreement=title)
