"""The page of every step; a new step is one file and one line here."""

from collections.abc import Mapping

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.page import Page

from .reference import ReferencePage

PAGES: Mapping[StepKey, type[Page]] = {page.key: page for page in (ReferencePage,)}
