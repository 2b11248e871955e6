"""What each form asks: fields of the field catalogue by their addresses, and tables of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey

from . import form_rows as rows


@dataclass(frozen=True, slots=True)
class Ask:
    """Fields below one address; `area` where municipalities may answer for themselves."""

    title: str
    base: Address
    names: Sequence[str]
    area: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: `known` rows stand on the blank form too, others come from the plan alone.

    A column is a field with its share of the width; `spare` rows are left empty.
    """

    title: str
    name: str
    table: Address
    columns: Sequence[tuple[str, int]]
    rows: Callable[[Figures], Sequence[rows.Line]]
    known: bool = False
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Talk:
    """Questions with room for an answer each: title, question and where the answer stands."""

    title: str
    questions: Callable[[Figures], Sequence[rows.Asked]]


Part = Ask | Rows | Talk


def parts(step: StepKey) -> Sequence[Part]:
    """Return what the form of a step asks, in order."""
    return {
        StepKey.DECISION: _decision,
        StepKey.COSTS: _costs,
        StepKey.ROLES: _roles,
        StepKey.AGREEMENTS: _agreements,
        StepKey.PRIVACY: _privacy,
        StepKey.MAPPING: _mapping,
        StepKey.BENEFITS: _benefits,
        StepKey.CONNECTION: _connection,
    }[step]()


def _decision() -> Sequence[Part]:
    places = (("number", 2), ("population", 2), ("population_date", 3), ("receiving_org_number", 3))
    joint = ("form", "host", "controller_transferred", "transfer_stated", "case_systems", "merger.planned")
    return (
        Ask(_("Kontoret"), ("decision",), ("office", "several_offices", "kind", "solution_parts", "project_owner")),
        Rows(_("Kommunene"), _("Kommune"), ("decision", "municipalities"), places, rows.municipalities, spare=3),
        Ask(
            _("Vedtaket"),
            ("decision", "approval"),
            ("decider", "decided_on", "case_reference", "mandate"),
            area=True,
        ),
        Ask(_("Omfang og forbehold"), ("decision",), ("scope", "open_conditions")),
        Ask(_("Samarbeid mellom kommuner"), ("cooperation",), joint),
    )


def _costs() -> Sequence[Part]:
    costs = ("digifin", "connection_fee", "ks_operation", "nav_operation", "case_system")
    money = [f"{cost}.{name}" for cost in costs for name in ("state", "source")]
    offer = (("kind", 2), ("one_off", 2), ("yearly", 2), ("vat", 2))
    return (
        Ask(_("Forutsetninger"), ("costs",), ("years", "index_percent", "project_cost")),
        Ask(_("Kommunens svar"), ("costs", "answers"), ("digifin_member", "ks_operation_yearly"), area=True),
        Rows(
            _("Tilbudet fra leverandøren"),
            _("Hva det er"),
            ("costs", "answers", "shared", "vendor_costs"),
            offer,
            rows.vendor_costs,
            spare=5,
        ),
        Ask(_("Finansiering"), ("costs", "answers"), money, area=True),
    )


def _roles() -> Sequence[Part]:
    held = (("person", 3), ("deputy", 3), ("hours_per_week", 2), ("note", 3))
    told = (("title", 3), ("organisation", 3), ("email", 4), ("phone", 2))
    return (
        Rows(_("Roller i innføringen"), _("Rolle"), ("people", "roles"), held, rows.roles, known=True),
        Rows(_("Egne roller"), _("Rolle"), ("people", "own_roles"), held, rows.own_roles, spare=3),
        Rows(_("Personene"), _("Navn"), ("people", "persons"), told, rows.persons, spare=8),
    )


def _agreements() -> Sequence[Part]:
    agreed = (("state", 3), ("sent_on", 3), ("signed_on", 3), ("signed_by", 3), ("reference", 3))
    system = ("system", "supplier", "version", "has_archive", "supports_digisos", "can_receive")
    work = ("offer_reference", "installation_date", "training_date", "technical_done_on", "contact")
    signing = ("person", "basis", "authority_reference")
    return (
        Ask(_("Den som signerer"), ("agreements", "signatory"), signing, area=True),
        Rows(_("Avtalene"), _("Avtale"), ("agreements", "statuses"), agreed, rows.agreements, known=True, spare=1),
        Ask(_("Fagsystemet"), ("vendor",), (*system, *work), area=True),
    )


def _privacy() -> Sequence[Part]:
    dpia = ("officer", "advice", "advised_on", "followed", "views_of_registered", "conclusion")
    decided = ("decided_by", "decided_on", "prior_consultation", "revise_on")
    return (
        Talk(_("Beskrivelse og vurdering"), rows.assessments),
        Ask(_("Råd og konklusjon i DPIA-en"), ("privacy", "dpia"), (*dpia, *decided), area=True),
        Ask(
            _("Konklusjon i ROS-analysen"),
            ("privacy", "ros"),
            ("conclusion", "decided_by", "decided_on", "revise_on"),
            area=True,
        ),
    )


def _mapping() -> Sequence[Part]:
    timed = (("who", 3), ("paper_minutes", 2), ("digital_minutes", 2), ("per_month", 2), ("disappears", 2))
    return (
        Ask(_("Omfang"), ("mapping",), ("cases_per_month",)),
        Rows(_("Stegene i arbeidsprosessen"), _("Steg"), ("mapping", "steps"), timed, rows.steps, spare=6),
        Rows(
            _("Søkerne"), _("Gruppe"), ("mapping", "groups"), (("percent", 2), ("measures", 7)), rows.groups, known=True
        ),
        Rows(
            _("Oppgaver og rutiner"),
            _("Oppgave"),
            ("mapping", "tasks"),
            (("state", 2), ("owner", 3), ("deadline", 2)),
            rows.tasks,
            known=True,
        ),
        Talk(_("Spørsmål til refleksjon"), rows.reflections),
    )


def _benefits() -> Sequence[Part]:
    planned = (("owner", 3), ("indicator", 4), ("baseline", 2), ("target", 2), ("target_on", 3))
    used = (("responsible", 3), ("deadline", 2), ("state", 2))
    return (
        Ask(_("Ansvar og forankring"), ("benefits",), ("responsible", "anchored_on", "anchored_in")),
        Rows(_("Gevinstene"), _("Gevinst"), ("benefits", "items"), planned, rows.benefits, spare=6),
        Rows(_("Tiltakene"), _("Tiltak"), ("benefits", "items", "any", "measures"), used, rows.measures, spare=5),
    )


def _connection() -> Sequence[Part]:
    fiks = ("reception_system", "warning_email", "configured_on", "firewall_ordered_on", "firewall_open")
    more = ("altinn_role_holder", "org_number_confirmed", "administrators")
    watch = ("watcher", "deputy", "frequency", "when_transfer_fails", "phone_list", "built_into", "established_on")
    after = ("contact_centre_informed_on", "person_card_checked_on", "digisos_mailed_on", "norg_checked_on")
    done = (("owner", 3), ("deadline", 3), ("state", 2), ("done_on", 3))
    return (
        Ask(_("Dagen"), ("connection", "day"), ("wished", "connected_on"), area=True),
        Rows(
            _("Aktivitetene"), _("Aktivitet"), ("connection", "activities"), done, rows.activities, known=True, spare=3
        ),
        Ask(_("Oppsettet i Fiks"), ("connection", "fiks"), (*fiks, *more), area=True),
        Ask(_("Beredskap"), ("connection", "contingency"), watch),
        Ask(_("Rundt og etter påkoblingen"), ("connection",), after),
    )
