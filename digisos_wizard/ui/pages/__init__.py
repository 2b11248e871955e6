"""The page of every step; a new step is one file and one line here."""

from collections.abc import Mapping

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.page import Page

from .benefits import BenefitsPage
from .connection import ConnectionPage
from .output import OutputPage
from .reference import ReferencePage
from .workshop import WorkshopPage

PAGES: Mapping[StepKey, type[Page]] = {
    page.key: page
    for page in (
        BenefitsPage,
        ConnectionPage,
        WorkshopPage,
        OutputPage,
        ReferencePage,
    )
}
