"""The page of every step; a new step is one file and one line here."""

from collections.abc import Mapping

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.page import Page

from .agreements import AgreementsPage
from .benefits import BenefitsPage
from .checklist import ChecklistPage
from .connection import ConnectionPage
from .costs import CostsPage
from .decision import DecisionPage
from .mapping import MappingPage
from .output import OutputPage
from .overview import OverviewPage
from .privacy import PrivacyPage
from .reference import ReferencePage
from .roles import RolesPage
from .workshop import WorkshopPage

PAGES: Mapping[StepKey, type[Page]] = {
    page.key: page
    for page in (
        OverviewPage,
        DecisionPage,
        CostsPage,
        RolesPage,
        AgreementsPage,
        PrivacyPage,
        MappingPage,
        BenefitsPage,
        ConnectionPage,
        ChecklistPage,
        WorkshopPage,
        OutputPage,
        ReferencePage,
    )
}
