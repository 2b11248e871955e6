"""How high a risk is, as a chip in its tone."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.privacy.risks import RiskLevel, acceptance_limit, level_of, level_words, scored
from digisos_wizard.model.rules.privacy.verdict import after
from digisos_wizard.ui.widgets.look.basics import ToneName
from digisos_wizard.ui.widgets.tables.rows import Chip

TONES = {
    RiskLevel.LOW: ToneName.SUCCESS,
    RiskLevel.ABOVE_LIMIT: ToneName.WARNING,
    RiskLevel.HIGH: ToneName.DANGER,
}


def now_chip(figures: Figures, risk: Risk) -> Chip:
    """Return how high a risk is now."""
    place = scored(risk)
    return _chip(figures, place[0] * place[1]) if place is not None else Chip(_("Ikke vurdert"))


def after_chip(figures: Figures, risk: Risk) -> Chip | None:
    """Return how high a risk is after measures, None where nobody asks."""
    left = after(risk)
    if left is not None:
        return _chip(figures, left)
    return Chip(_("Gjenstår")) if risk.measures and scored(risk) is not None else None


def _chip(figures: Figures, product: int) -> Chip:
    level = level_of(product, acceptance_limit(figures.plan, figures.content))
    return Chip(level_words(level).capitalize(), TONES[level])
