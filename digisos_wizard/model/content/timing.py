"""The connection plan: activities, quiet times, mergers, mails, contingency and whom to turn to."""

from digisos_wizard.model.terms import MergerStrategy

from .sources import ContentItem


class ActivitySpec(ContentItem):
    """An activity of the connection plan: a window in calendar days before (negative) or after the connection day.

    `earliest` is the recommended start, `latest` the deadline; None and None: any time before the day. It takes
    `days` working days (own), and where `lead` says so, calendar days must go by between its end and the day.
    Where municipalities connect on different days, those `by_day` are done once for each. Some are there only with a
    test, with a prior consultation, or where their evidence says that they are relevant. `agreed` names the vendor's
    answer with the date that the activity stands on once it is agreed. `covers` names the evidence of what is a part
    of it: those have its owner and deadline until they get their own.
    """

    title: str
    column: str
    earliest: int | None
    latest: int | None
    role: str = ""
    per_municipality: bool = False
    by_day: bool = False
    days: int = 1
    lead: int | None = None
    agreed: str = ""
    only_with_test: bool = False
    only_with_consultation: bool = False
    only_where_relevant: bool = False
    superseded: bool = False
    evidence: str = ""
    covers: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    help: str = ""


class QuietPeriod(ContentItem):
    """A time of the year when few are at work: from and to as month × 100 + day, or in days from Easter Sunday."""

    label: str
    first: int
    last: int
    easter: bool = False


class MergerStep(ContentItem):
    """What a way through a municipality merger asks for, in calendar days from the day it takes effect."""

    strategy: MergerStrategy
    title: str
    earliest: int | None
    latest: int | None
    help: str = ""


class MailSpec(ContentItem):
    """A mail around the connection; subject and body hold the names of facts in braces."""

    title: str
    when: str
    to: str
    subject: str
    body: str


class SupportPath(ContentItem):
    """Whom to turn to with a problem after connecting."""

    problem: str
    whom: str
    address: str = ""


class ContingencyStep(ContentItem):
    """What to do, in order, when applications don't reach the case system."""

    title: str
    text: str
