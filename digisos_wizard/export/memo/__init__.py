"""The decision memo: what a leader sends to the municipal director, as PDF and as an editable Word document."""

from digisos_wizard.export.memo.fitting import fitted
from digisos_wizard.model.figures import Figures


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    return fitted(figures).pdf


def build_word(figures: Figures) -> bytes:
    """Return the Word document with the same text as the PDF."""
    from digisos_wizard.export.memo.word import written  # noqa: PLC0415 - the PDF needs no python-docx

    return written(fitted(figures).memo, figures.today)
