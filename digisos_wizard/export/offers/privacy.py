"""Documents about privacy and security."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _dpia(figures: Figures) -> bytes:
    from digisos_wizard.export.assessment import build_dpia  # noqa: PLC0415 - the window starts without loading reportlab

    return build_dpia(figures)


def _dpia_words() -> Words:
    return Words(
        title=_("Personvernkonsekvensvurdering"),
        description=_(
            "DPIA til arkivet: beskrivelsen, veien opplysningene går, risikokart, tiltaksplan, råd og konklusjon."
        ),
    )


def _ros(figures: Figures) -> bytes:
    from digisos_wizard.export.assessment import build_ros  # noqa: PLC0415 - the window starts without loading reportlab

    return build_ros(figures)


def _ros_words() -> Words:
    return Words(
        title=_("ROS-analyse"),
        description=_("Risiko- og sårbarhetsanalysen til arkivet: risikokart, risikoer, tiltaksplan og konklusjon."),
    )


OFFERS: tuple[Export, ...] = (
    Export("dpia", ".pdf", Group.PRIVACY, _dpia, _dpia_words),
    Export("ros", ".pdf", Group.PRIVACY, _ros, _ros_words),
)
