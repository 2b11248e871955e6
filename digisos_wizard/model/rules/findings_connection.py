"""Whether the connection day is possible and advisable, and what is late."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.connection import ConnectionDay
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.formatting import short_day
from digisos_wizard.model.rules.in_use import Used, in_use
from digisos_wizard.model.rules.schedule import MEASURES_COLUMN, holiday_name, is_working_day

if TYPE_CHECKING:
    from digisos_wizard.model.figures import Figures

FRIDAY, SUNDAY = 4, 6


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.CONNECTION, address, severity, message)


def find(figures: "Figures") -> Iterator[Finding]:
    """Yield what is found."""
    connection = figures.plan.connection
    for used in in_use(figures.plan, connection.day, ("connection", "day")):
        at, answer = used.at, used.value
        if answer.connected_on is not None:
            if answer.connected_on > figures.today:
                text = used.said(_("Dagen dere ble koblet på, ligger fram i tid."))
                yield _found("connected-future", (*at, "connected_on"), Severity.ERROR, text)
        elif answer.wished is None:
            text = used.said(_("Velg en påkoblingsdag. Fristene regnes bakover fra den."))
            yield _found("day-missing", (*at, "wished"), Severity.MISSING, text)
        else:
            yield from _wished(figures, used, answer.wished)
    yield from _late(figures)
    yield from _fiks(figures)
    if connection.contingency.established_on is None:
        text = _("Beredskapsrutinen er ikke innført. Si hvem som følger med, og hva de gjør når noe stopper.")
        yield _found("contingency-open", ("connection", "contingency", "established_on"), Severity.MISSING, text)
    if connection.contact_centre_informed_on is None:
        text = _("Si fra til kontaktsenteret (NKS) om når dere kobler på.")
        yield _found("contact-centre-open", ("connection", "contact_centre_informed_on"), Severity.MISSING, text)


def _wished(figures: "Figures", used: Used[ConnectionDay], day: date) -> Iterator[Finding]:
    at = (*used.at, "wished")
    if day < figures.today:
        text = used.said(
            _("Påkoblingsdagen {day} er passert. Velg en ny, eller skriv når dere ble koblet på.").format(
                day=day_words(day)
            )
        )
        yield _found("day-past", at, Severity.BLOCKER, text)
        return
    holiday = holiday_name(day)
    if not is_working_day(day):
        what = holiday or (_("en søndag") if day.weekday() == SUNDAY else _("en lørdag"))
        text = used.said(_("{day} er {what}. Velg en vanlig arbeidsdag.").format(day=day_words(day), what=what))
        yield _found("day-off", at, Severity.BLOCKER, text)
    elif day.weekday() == FRIDAY or not is_working_day(day + timedelta(days=1)):
        text = used.said(
            _("{day} er dagen før fri. Velg helst en dag der noen kan følge med dagen etter.").format(
                day=day_words(day)
            )
        )
        yield _found("day-before-off", at, Severity.WARNING, text)
    if day < figures.schedule.earliest_day:
        text = used.said(
            _("Det er kort tid igjen. Med vanlig forberedelse er tidligst mulige dag {day}.").format(
                day=day_words(figures.schedule.earliest_day)
            )
        )
        yield _found("day-too-soon", at, Severity.WARNING, text)


def _late(figures: "Figures") -> Iterator[Finding]:
    for item in figures.schedule.activities:
        if item.late and item.deadline is not None:
            where = f" ({municipality_name(figures.plan, item.municipality)})" if item.municipality else ""
            text = _("{title} hadde frist {day}.").format(title=f"{item.title}{where}", day=short_day(item.deadline))
            step = StepKey.PRIVACY if item.column == MEASURES_COLUMN else StepKey.CONNECTION
            yield Finding("activity-late", step, item.address, Severity.WARNING, text)


def _fiks(figures: "Figures") -> Iterator[Finding]:
    for used in in_use(figures.plan, figures.plan.connection.fiks, ("connection", "fiks")):
        at, answer = used.at, used.value
        if not answer.warning_email:
            text = used.said(_("Legg inn en felles e-postadresse i Fiks, så noen får varsel når søknader ikke hentes."))
            yield _found("warning-email", (*at, "warning_email"), Severity.MISSING, text)
        if answer.configured_on is None:
            text = used.said(_("Fiks Digisos er ikke satt opp."))
            yield _found("fiks-open", (*at, "configured_on"), Severity.MISSING, text)
        if not answer.firewall_open:
            text = used.said(_("Bestill åpning i brannmuren hos IT, så søknadene slipper gjennom."))
            field = "firewall_ordered_on" if answer.firewall_ordered_on is None else "firewall_open"
            yield _found("firewall-closed", (*at, field), Severity.MISSING, text)
        if answer.org_number_confirmed is not True:
            text = used.said(_("Bekreft at organisasjonsnummeret i Fiks er det samme som fagsystemet henter med."))
            yield _found("org-number-unconfirmed", (*at, "org_number_confirmed"), Severity.MISSING, text)
