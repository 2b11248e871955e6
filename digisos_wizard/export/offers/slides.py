"""The leader package: slides to show, to edit, and to speak from; and what the screen in the reception shows."""

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures


def _paper(figures: Figures) -> bytes:
    from digisos_wizard.export.slides.paper import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, _paper_words().title)


def _paper_words() -> Words:
    return Words(_("Lederpakken som lysbilder"), _("Lysbildene du har valgt, klare til å vises fra PDF."))


def _powerpoint(figures: Figures) -> bytes:
    from digisos_wizard.export.slides.powerpoint import build  # noqa: PLC0415 - python-pptx is slow to load

    return build(figures, _powerpoint_words().title)


def _powerpoint_words() -> Words:
    return Words(
        _("Lederpakken til redigering"),
        _("De samme lysbildene i PowerPoint, med tekst, tegninger og notater du kan endre."),
    )


def _notes(figures: Figures) -> bytes:
    from digisos_wizard.export.slides.notes import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, _notes_words().title)


def _notes_words() -> Words:
    return Words(
        _("Manus til lederpakken"),
        _("Punktene og notatene til hvert lysbilde, med kilder. Til deg som holder møtet."),
    )


def _screen(figures: Figures) -> bytes:
    from digisos_wizard.export.slides.screen import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, _screen_words().title)


def _screen_words() -> Words:
    return Words(
        _("Bilder til infoskjermen"),
        _("Tekst til skjermen i mottaket. Merket som utkast til dere er koblet på, for den skal ikke vises før."),
    )


OFFERS: tuple[Export, ...] = (
    Export("slides-pdf", ".pdf", Group.MEETING, _paper, _paper_words),
    Export("slides", ".pptx", Group.MEETING, _powerpoint, _powerpoint_words),
    Export("slides-notes", ".pdf", Group.MEETING, _notes, _notes_words, handout=True),
    Export("info-screen", ".pdf", Group.MEETING, _screen, _screen_words),
)
