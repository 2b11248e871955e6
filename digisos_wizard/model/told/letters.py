"""Mails around the connection, ready to be read through and sent: their words are content, their facts the plan's."""

from digisos_wizard.i18n import _
from digisos_wizard.model.content import MailSpec
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.days import connection_date
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER, holder
from digisos_wizard.model.told import weekly
from digisos_wizard.model.told.cover_mail import Mail

FACTS = ("office", "municipalities", "org_numbers", "days", "day", "connected", "vendors", "sender")
"""What a mail's text in the content may ask for."""
AFTER = "connected"
"""The mail that says that they are connected."""


def letter(figures: Figures, mail_id: str) -> Mail:
    """Return a mail with the plan's facts in it; raises StopIteration where the content has none by that id."""
    spec = next(spec for spec in figures.content.mails if spec.id == mail_id)
    return _filled(spec, facts(figures))


def letters(figures: Figures) -> tuple[Mail, ...]:
    """Return all mails, in the content's order."""
    known = facts(figures)
    return tuple(_filled(spec, known) for spec in figures.content.mails)


def _filled(spec: MailSpec, known: dict[str, str]) -> Mail:
    lines = [_("Hei"), "", spec.body.format_map(known), "", _("Hilsen"), known["sender"]]
    return Mail(spec.to, spec.subject.format_map(known), "\n".join(lines).strip() + "\n")


def status_mail(figures: Figures) -> Mail:
    """Return the weekly status as a mail to those who hold a role and have an address."""
    plan = figures.plan
    wanted = {held.person for held in plan.people.roles} | {holder(plan, PROJECT_OWNER).person}
    to = ",".join(dict.fromkeys(one.email for one in plan.people.persons if one.id in wanted and one.email))
    subject = _("Status for digital søknad {day}: {office}").format(
        day=day_words(figures.today), office=plan.decision.office or _("NAV-kontoret")
    )
    lines = [_("Hei"), "", weekly.as_text(figures).strip(), "", _("Hilsen"), facts(figures)["sender"]]
    return Mail(to, subject, "\n".join(lines).strip() + "\n")


def facts(figures: Figures) -> dict[str, str]:
    """Return the facts that mails ask for; what isn't known is said to be so."""
    plan = figures.plan
    unknown = _("ikke avklart")
    places = plan.decision.municipalities
    dated = [(place.name or _("Kommunen"), connection_date(plan, place.id)) for place in places]
    days = [f"{name}: {day_words(day) if day is not None else unknown}" for name, day in dated]
    first = figures.schedule.day
    numbers = [f"{place.name}: {place.receiving_org_number or place.org_number or unknown}" for place in places]
    values = (
        plan.decision.office or _("NAV-kontoret"),
        ", ".join(name for name, _day in dated) or unknown,
        "\n".join(numbers) or unknown,
        "\n".join(days) or unknown,
        day_words(first) if first is not None else unknown,
        "\n".join(_connected(plan, place.id, place.name) for place in places) or unknown,
        "\n".join(_vendor(plan, place.id, place.name) for place in places) or unknown,
        person_name(plan, holder(plan, PROJECT_OWNER).person) or plan.decision.office,
    )
    return dict(zip(FACTS, values, strict=True))


def _connected(plan: Plan, place: str, name: str) -> str:
    day = plan.connection.day.of(place).connected_on
    return ": ".join((name or _("Kommunen"), day_words(day) if day is not None else _("ikke koblet på ennå")))


def _vendor(plan: Plan, place: str, name: str) -> str:
    vendor = plan.vendor.of(place)
    unknown = _("ikke avklart")
    dates = [day_words(day) if day else unknown for day in (vendor.installation_date, vendor.training_date)]
    words = _("{place}: {system}, installasjon {installation}, opplæring {training}")
    return words.format(
        place=name or _("Kommunen"), system=vendor.system or unknown, installation=dates[0], training=dates[1]
    )


def ready(figures: Figures, mail_id: str) -> bool:
    """Tell whether what a mail says is true yet: that after the connection waits for everybody to be connected."""
    return mail_id != AFTER or figures.schedule.connected
