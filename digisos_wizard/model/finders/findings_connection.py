"""Whether the connection day is possible and advisable, and what is late."""

from collections.abc import Iterator
from datetime import date

from digisos_wizard.i18n import _, translated
from digisos_wizard.model.address import Address
from digisos_wizard.model.connection import ConnectionDay
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.finders.conflicts import conflicts
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import WEEKDAYS, near_day
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.connection.own_work import MEASURES_COLUMN
from digisos_wizard.model.rules.connection.workdays import (
    holiday_name,
    is_before_time_off,
    is_working_day,
    quiet_period,
)
from digisos_wizard.model.rules.cooperation.in_use import Used, in_use
from digisos_wizard.model.rules.days import assumption, in_range

SUNDAY = 6
FARTHEST_YEARS = 20
WORKING_DAYS = 5


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.CONNECTION, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    connection = reckoned.plan.connection
    for used in in_use(reckoned.plan, connection.day, ("connection", "day")):
        at, answer = used.at, used.value
        if answer.connected_on is not None:
            if answer.connected_on > reckoned.today:
                text = used.said(_("Dagen dere ble koblet på, ligger fram i tid."))
                yield _found("connected-future", (*at, "connected_on"), Severity.ERROR, text)
        elif answer.wished is None:
            text = used.said(_("Velg en påkoblingsdag. Fristene regnes bakover fra den."))
            yield _found("day-missing", (*at, "wished"), Severity.MISSING, text)
        else:
            yield from _wished(reckoned, used, answer.wished)
    yield from _late(reckoned)
    yield from conflicts(reckoned)
    yield from _fiks(reckoned)
    if connection.contingency.established_on is None:
        text = _("Beredskapsrutinen er ikke innført. Si hvem som følger med, og hva de gjør når noe stopper.")
        yield _found("contingency-open", ("connection", "contingency", "established_on"), Severity.MISSING, text)
    if connection.contact_centre_informed_on is None:
        text = _("Si fra til kontaktsenteret (NKS) om når dere kobler på.")
        yield _found("contact-centre-open", ("connection", "contact_centre_informed_on"), Severity.MISSING, text)


def _wished(reckoned: Reckoned, used: Used[ConnectionDay], day: date) -> Iterator[Finding]:
    at = (*used.at, "wished")
    if not in_range(day) or abs(day.year - reckoned.today.year) > FARTHEST_YEARS:
        text = used.said(_("{day} er for langt unna til å planlegge med. Sjekk årstallet.").format(day=day_words(day)))
        yield _found("day-out-of-range", at, Severity.ERROR, text)
        return
    if day < reckoned.today:
        text = used.said(
            _("Påkoblingsdagen {day} er passert. Velg en ny, eller skriv når dere ble koblet på.").format(
                day=day_words(day)
            )
        )
        yield _found("day-past", at, Severity.BLOCKER, text)
        return
    yield from _kind_of_day(reckoned, used, day)
    yield from _time_left(reckoned, used, day)


def _kind_of_day(reckoned: Reckoned, used: Used[ConnectionDay], day: date) -> Iterator[Finding]:
    """Yield what is to be said of the day itself, whatever is left to do."""
    at = (*used.at, "wished")
    words = day_words(day)
    if not is_working_day(day):
        what = holiday_name(day) or (_("en søndag") if day.weekday() == SUNDAY else _("en lørdag"))
        text = used.said(_("{day} er {what}. Velg en vanlig arbeidsdag.").format(day=words, what=what))
        yield _found("day-off", at, Severity.BLOCKER, text)
    elif is_before_time_off(day):
        text = _("{day} er dagen før fri. Velg helst en dag der noen kan følge med dagen etter.").format(day=words)
        yield _found("day-before-off", at, Severity.WARNING, used.said(text))
    quiet = quiet_period(reckoned.content, day)
    if quiet is not None:
        text = _("{day} er i {period}. Sjekk at de dere trenger, er på jobb da og dagene etter.")
        yield _found("day-quiet", at, Severity.WARNING, used.said(text.format(day=words, period=quiet.label)))
    slot = assumption(reckoned.plan, reckoned.content, "slot-weekday")
    if 1 <= slot <= WORKING_DAYS and day.weekday() != slot - 1:
        text = _("{day} er ikke en {weekday}, som dere har satt som fast dag for påkobling.")
        weekday = translated(WEEKDAYS[slot - 1])
        yield _found("day-not-slot", at, Severity.WARNING, used.said(text.format(day=words, weekday=weekday)))


def _time_left(reckoned: Reckoned, used: Used[ConnectionDay], day: date) -> Iterator[Finding]:
    """Yield whether what is left to do, and the shortest preparation, fit before the day."""
    at = (*used.at, "wished")
    schedule = reckoned.schedule
    reach = next(
        (one for one in schedule.reaches if one.municipality == used.municipality),
        next((one for one in schedule.reaches if one.day == day), None),
    )
    if reach is not None and not reach.in_time:
        chain = schedule.titled(reach.chain)
        text = _("Det er ikke tid til alt som gjenstår før {day}. Tidligst mulig er {soonest}. Dette avgjør: {chain}.")
        words = text.format(day=day_words(day), soonest=day_words(reach.soonest), chain=" → ".join(chain))
        yield _found("day-infeasible", at, Severity.BLOCKER, used.said(words))
    if day < schedule.earliest_day:
        text = _("Det er kort tid igjen. Med vanlig forberedelse er tidligst mulige dag {day}.")
        yield _found("day-too-soon", at, Severity.WARNING, used.said(text.format(day=day_words(schedule.earliest_day))))


def _late(reckoned: Reckoned) -> Iterator[Finding]:
    for item in reckoned.schedule.activities:
        if item.late and item.due is not None:
            where = f" ({municipality_name(reckoned.plan, item.municipality)})" if item.municipality else ""
            day = near_day(item.due, reckoned.today)
            text = _("«{title}» hadde frist {day}.").format(title=f"{item.title}{where}", day=day)
            step = StepKey.PRIVACY if item.column == MEASURES_COLUMN else StepKey.CONNECTION
            yield Finding("activity-late", step, item.address, Severity.WARNING, text)


def _fiks(reckoned: Reckoned) -> Iterator[Finding]:
    for used in in_use(reckoned.plan, reckoned.plan.connection.fiks, ("connection", "fiks")):
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
            text = used.said(_("Svar på om organisasjonsnummeret i Fiks er det samme som fagsystemet henter med."))
            yield _found("org-number-unconfirmed", (*at, "org_number_confirmed"), Severity.MISSING, text)


def words(reckoned: Reckoned, missing: int) -> str:
    """Return the day, where there is one."""
    if reckoned.schedule.day is None:
        return ""
    day = day_words(reckoned.schedule.day)
    return _("{day}, {count} mangler").format(day=day, count=missing) if missing else day
