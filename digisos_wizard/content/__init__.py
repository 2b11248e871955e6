"""The handbook's data, loaded once, validated, into the model's content types."""

from digisos_wizard.content.loader import load

__all__ = ["load"]
