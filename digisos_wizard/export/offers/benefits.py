"""Documents about today's work, the benefits and how far they have come."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _workbook(figures: Figures) -> bytes:
    from digisos_wizard.export.workbook import build  # noqa: PLC0415 - the window starts without loading XlsxWriter

    return build(figures)


def _workbook_words() -> Words:
    return Words(
        title=_("Gevinstrealiseringsplan"),
        description=_(
            "Alle gevinster med eier, nullpunkt, mål og tiltak, kostnader og netto per år. "
            "Formlene er levende: endrer du en forutsetning, regnes resten på nytt."
        ),
    )


def _staff_form(figures: Figures) -> bytes:
    from digisos_wizard.export.staff_form.workbook import build  # noqa: PLC0415 - XlsxWriter is slow to load

    return build(figures)


def _staff_form_words() -> Words:
    return Words(
        title=_("Skjema for tidsbruk"),
        description=_(
            "Skjemaet de ansatte fyller ut hver for seg. Send det rundt, og hent svarene inn igjen under kartleggingen."
        ),
    )


def _staff_form_paper(figures: Figures) -> bytes:
    from digisos_wizard.export.staff_form.paper import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _staff_form_paper_words() -> Words:
    return Words(
        title=_("Skjema for tidsbruk på papir"),
        description=_("Det samme skjemaet til å dele ut og fylle ut for hånd."),
    )


def _process(figures: Figures) -> bytes:
    from digisos_wizard.export.drawing.documents import build_process  # noqa: PLC0415 - reportlab is slow to load

    return build_process(figures)


def _process_words() -> Words:
    return Words(
        title=_("Arbeidsprosessen før og etter"),
        description=_("Stegene på papir og digitalt side om side, med minutter og det som faller bort."),
    )


def _benefit_map(figures: Figures) -> bytes:
    from digisos_wizard.export.drawing.documents import build_benefit_map  # noqa: PLC0415 - reportlab is slow to load

    return build_benefit_map(figures)


def _benefit_map_words() -> Words:
    return Words(
        title=_("Gevinstkart"),
        description=_("Fra forutsetninger og endringer til gevinster og mål, tegnet fra koblingene i planen."),
    )


def _follow_up(figures: Figures) -> bytes:
    from digisos_wizard.export.follow_up import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _follow_up_words() -> Words:
    return Words(
        title=_("Oppfølgingsrapport"),
        description=_("Hvor langt hver gevinst er kommet, hva som ikke er målt, og tiltakene som gjenstår."),
    )


OFFERS: tuple[Export, ...] = (
    Export("workbook", ".xlsx", Group.BENEFITS, _workbook, _workbook_words),
    Export("staff-form", ".xlsx", Group.BENEFITS, _staff_form, _staff_form_words),
    Export("staff-form-paper", ".pdf", Group.BENEFITS, _staff_form_paper, _staff_form_paper_words, handout=True),
    Export("process", ".pdf", Group.BENEFITS, _process, _process_words, handout=True),
    Export("benefit-map", ".pdf", Group.BENEFITS, _benefit_map, _benefit_map_words, handout=True),
    Export("follow-up", ".pdf", Group.BENEFITS, _follow_up, _follow_up_words),
)
