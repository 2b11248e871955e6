"""What a plan becomes in the hands of others: pure functions from figures to bytes, and the list of them."""

from collections.abc import Callable
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


@dataclass(frozen=True, slots=True)
class Words:
    """How an export is spoken of: its title, what it is good for, and the kind of file in words."""

    title: str
    description: str
    suffix_words: str


@dataclass(frozen=True, slots=True)
class Export:
    """One document: a stable key, the suffix of its file, how it is made, and its words in the language in use."""

    key: str
    suffix: str
    build: Callable[[Figures], bytes]
    words: Callable[[], Words]

    @property
    def title(self) -> str:
        """What the document is called."""
        return self.words().title

    @property
    def description(self) -> str:
        """What the document is good for, in a sentence."""
        return self.words().description

    @property
    def suffix_words(self) -> str:
        """The kind of file, in words."""
        return self.words().suffix_words


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
        suffix_words=_("Excel-fil"),
    )


def _checklist(figures: Figures) -> bytes:
    from digisos_wizard.export.checklist import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _checklist_words() -> Words:
    return Words(
        title=_("Sjekkliste"),
        description=_(
            "Alle punkter med tilstand og bevis, det som er åpent, hvem som har signert, og linjer til underskrift."
        ),
        suffix_words=_("PDF"),
    )


def _memo(figures: Figures) -> bytes:
    from digisos_wizard.export.memo import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _memo_words() -> Words:
    return Words(
        title=_("Beslutningsnotat"),
        description=_(
            "Ett notat på høyst to sider til kommunedirektøren: hva som skal avgjøres, hva det koster, hva dere får "
            "igjen, når det skjer, hva som er åpent, og forslag til vedtak."
        ),
        suffix_words=_("PDF"),
    )


def _memo_word(figures: Figures) -> bytes:
    from digisos_wizard.export.memo import build_word  # noqa: PLC0415 - the window starts without loading python-docx

    return build_word(figures)


def _memo_word_words() -> Words:
    return Words(
        title=_("Beslutningsnotat til redigering"),
        description=_("Det samme notatet, slik at du kan endre teksten eller lime den inn i et saksfremlegg."),
        suffix_words=_("Word-fil"),
    )


def _contacts(figures: Figures) -> bytes:
    from digisos_wizard.export.contacts import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _contacts_words() -> Words:
    return Words(
        title=_("Kontaktliste"),
        description=_("Hvem som har hvilken rolle, hvordan dere når dem, og nyttige adresser utenfor kontoret."),
        suffix_words=_("PDF"),
    )


def _dpia(figures: Figures) -> bytes:
    from digisos_wizard.export.assessment import build_dpia  # noqa: PLC0415 - the window starts without loading reportlab

    return build_dpia(figures)


def _dpia_words() -> Words:
    return Words(
        title=_("Personvernkonsekvensvurdering"),
        description=_(
            "DPIA til arkivet: beskrivelsen, veien opplysningene går, risikokart, tiltaksplan, råd og konklusjon."
        ),
        suffix_words=_("PDF"),
    )


def _ros(figures: Figures) -> bytes:
    from digisos_wizard.export.assessment import build_ros  # noqa: PLC0415 - the window starts without loading reportlab

    return build_ros(figures)


def _ros_words() -> Words:
    return Words(
        title=_("ROS-analyse"),
        description=_("Risiko- og sårbarhetsanalysen til arkivet: risikokart, risikoer, tiltaksplan og konklusjon."),
        suffix_words=_("PDF"),
    )


def _process(figures: Figures) -> bytes:
    from digisos_wizard.export.drawing.documents import build_process  # noqa: PLC0415 - reportlab is slow to load

    return build_process(figures)


def _process_words() -> Words:
    return Words(
        title=_("Arbeidsprosessen før og etter"),
        description=_("Stegene på papir og digitalt side om side, med minutter og det som faller bort."),
        suffix_words=_("PDF"),
    )


def _benefit_map(figures: Figures) -> bytes:
    from digisos_wizard.export.drawing.documents import build_benefit_map  # noqa: PLC0415 - reportlab is slow to load

    return build_benefit_map(figures)


def _benefit_map_words() -> Words:
    return Words(
        title=_("Gevinstkart"),
        description=_("Fra forutsetninger og endringer til gevinster og mål, tegnet fra koblingene i planen."),
        suffix_words=_("PDF"),
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
        suffix_words=_("Excel-fil"),
    )


def _staff_form_paper(figures: Figures) -> bytes:
    from digisos_wizard.export.staff_form.paper import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures)


def _staff_form_paper_words() -> Words:
    return Words(
        title=_("Skjema for tidsbruk på papir"),
        description=_("Det samme skjemaet til å dele ut og fylle ut for hånd."),
        suffix_words=_("PDF"),
    )


def _follow_up(figures: Figures) -> bytes:
    from digisos_wizard.export.follow_up import build  # noqa: PLC0415 - the window starts without loading reportlab

    return build(figures)


def _follow_up_words() -> Words:
    return Words(
        title=_("Oppfølgingsrapport"),
        description=_("Hvor langt hver gevinst er kommet, hva som ikke er målt, og tiltakene som gjenstår."),
        suffix_words=_("PDF"),
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
        suffix_words=_("kalenderfil"),
    )


EXPORTS: tuple[Export, ...] = (
    Export("workbook", ".xlsx", _workbook, _workbook_words),
    Export("checklist", ".pdf", _checklist, _checklist_words),
    Export("memo", ".pdf", _memo, _memo_words),
    Export("memo-word", ".docx", _memo_word, _memo_word_words),
    Export("contacts", ".pdf", _contacts, _contacts_words),
    Export("dpia", ".pdf", _dpia, _dpia_words),
    Export("ros", ".pdf", _ros, _ros_words),
    Export("staff-form", ".xlsx", _staff_form, _staff_form_words),
    Export("staff-form-paper", ".pdf", _staff_form_paper, _staff_form_paper_words),
    Export("process", ".pdf", _process, _process_words),
    Export("benefit-map", ".pdf", _benefit_map, _benefit_map_words),
    Export("follow-up", ".pdf", _follow_up, _follow_up_words),
    Export("calendar", ".ics", _calendar, _calendar_words),
)
"""Every document that can be handed over, in the order in which they are offered."""
