"""Documents about the connection plan."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _timeline(figures: Figures) -> bytes:
    from digisos_wizard.export.connection.timeline import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _timeline_words() -> Words:
    return Words(
        title=_("Tidslinje"),
        description=_(
            "Aktivitetene fram mot påkoblingen på A4, med frister, dagens dato og det som avgjør hvor tidlig dere kan."
        ),
    )


def _timeline_poster(figures: Figures) -> bytes:
    from digisos_wizard.export.connection.timeline import build_poster  # noqa: PLC0415 - reportlab is slow to load

    return build_poster(figures)


def _timeline_poster_words() -> Words:
    return Words(
        title=_("Tidslinje som plakat"),
        description=_("Den samme tidslinjen på A3, til å henge opp."),
    )


def _months(figures: Figures) -> bytes:
    from digisos_wizard.export.connection.months import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _months_words() -> Words:
    return Words(
        title=_("Månedskalender"),
        description=_("En side for hver måned med frister, helligdager og påkoblingsdagen, til veggen."),
    )


def _weekly(figures: Figures) -> bytes:
    from digisos_wizard.export.connection.weekly import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _weekly_words() -> Words:
    return Words(
        title=_("Ukestatus"),
        description=_("Én side: hvor dere er, hva som er endret siden sist, hva som haster, og hva som stopper."),
    )


def _role_sheets(figures: Figures) -> bytes:
    from digisos_wizard.export.connection.role_sheets import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _role_sheets_words() -> Words:
    return Words(
        title=_("Dine oppgaver"),
        description=_("Ett ark til hver rolle med oppgaver og frister."),
    )


def _contingency(figures: Figures) -> bytes:
    from digisos_wizard.export.connection.contingency import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _contingency_words() -> Words:
    return Words(
        title=_("Beredskapsrutine"),
        description=_(
            "Én side å henge opp: hvem som følger med, hva dere gjør når søknader stopper, og hvem dere ringer."
        ),
    )


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


OFFERS: tuple[Export, ...] = (
    Export("timeline", ".pdf", Group.CONNECTION, _timeline, _timeline_words, handout=True),
    Export("timeline-poster", ".pdf", Group.CONNECTION, _timeline_poster, _timeline_poster_words, handout=True),
    Export("months", ".pdf", Group.CONNECTION, _months, _months_words, handout=True),
    Export("weekly", ".pdf", Group.CONNECTION, _weekly, _weekly_words, handout=True),
    Export("role-sheets", ".pdf", Group.CONNECTION, _role_sheets, _role_sheets_words, handout=True),
    Export("contingency", ".pdf", Group.CONNECTION, _contingency, _contingency_words, handout=True),
    Export("calendar", ".ics", Group.CONNECTION, _calendar, _calendar_words),
)
