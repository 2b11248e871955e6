"""Words as formulas write and compare them; in a formula's own text no word can be found to be translated."""

from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.i18n import _


def yes() -> str:
    """Return yes."""
    return as_word(_("Ja"))


def no() -> str:
    """Return no."""
    return as_word(_("Nei"))


def missing() -> str:
    """Return what stands where something is missing."""
    return as_word(_("mangler"))


def unfinished() -> str:
    """Return what is said of a sum that lacks something."""
    return as_word(_("ufullstendig"))


def finished() -> str:
    """Return what is said of a sum that lacks nothing."""
    return as_word(_("komplett"))


def nameless() -> str:
    """Return what stands for a benefit without a title."""
    return as_word(_("Uten navn"))


def unpriced() -> str:
    """Return what stands where kroner would."""
    return as_word(_("ikke prissatt"))


def outside() -> str:
    """Return what is said of an extent that the scale doesn't have."""
    return as_word(_("utenfor skalaen"))


def measured() -> str:
    """Return what is said of an indicator that has been measured."""
    return as_word(_("Målt"))


def unmeasured() -> str:
    """Return what is said of an indicator that is still to be measured."""
    return as_word(_("Ikke målt ennå"))
