"""Documents about the connection plan."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _calendar(figures: Figures) -> bytes:
    from digisos_wizard.export.calendar import build  # noqa: PLC0415 - the window starts without loading icalendar

    return build(figures)


def _calendar_words() -> Words:
    return Words(
        title=_("Frister til kalenderen"),
        description=_(
            "Fristene i påkoblingsplanen og målepunktene, til Outlook og andre kalendere. "
            "Henter du filen inn på nytt senere, flyttes fristene; de kommer ikke dobbelt."
        ),
    )


OFFERS: tuple[Export, ...] = (Export("calendar", ".ics", Group.CONNECTION, _calendar, _calendar_words),)
