"""What rules of evidence share: what they look at, and how answers and dates of several municipalities are counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from digisos_wizard.i18n import _, translated
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import SHARED, PerMunicipality, Record
from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.proof.hands import Known
from digisos_wizard.model.rules.proof.result import Evidence
from digisos_wizard.model.terms import TaskState


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule looks at: `places` are the municipalities in question, `known` what is said by hand of parts."""

    plan: Plan
    content: Content
    agreements: tuple[RequiredAgreement, ...]
    places: tuple[str, ...]
    known: Known = field(default_factory=dict)


def counted(
    counts: tuple[int, int],
    texts: tuple[str, str, str],
    address: Address,
    step: StepKey,
    basis: tuple[str, str] = ("", ""),
    days: Sequence[date] = (),
) -> Evidence:
    """Return evidence from a count: all, some or none done, each with its own words.

    `basis` is what the words of all and of some rest on, in signs that no new wording changes; `days` are the days of
    proof, where there are any.
    """
    done, every = counts
    if every and done == every:
        return Evidence(TaskState.DONE, texts[0], address, step, basis[0], max(days, default=None))
    if done:
        return Evidence(TaskState.IN_PROGRESS, texts[1], address, step, basis[1])
    return Evidence(TaskState.OPEN, texts[2], address, step)


def latest(days: Sequence[date]) -> str:
    """Return the last of some days in signs that no new wording changes; empty where there is none."""
    return max(days).isoformat() if days else ""


def answers_in(plan: Plan, area: Address) -> PerMunicipality[Record]:
    """Return the shared-or-own answer that stands at an address."""
    return cast("PerMunicipality[Record]", resolve(plan, area))


def own_or_shared(basis: Basis, area: Address, field: str) -> Address:
    """Return where a field of a shared-or-own answer stands for the first municipality in question."""
    place = basis.places[0] if basis.places else SHARED
    if answers_in(basis.plan, area).has_own(place):
        return (*area, "own", place, "value", field)
    return (*area, "shared", field)


def dates(area: Address, field: str, step: StepKey, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for a date in every municipality's shared-or-own answer."""

    def rule(basis: Basis) -> Evidence:
        answers = answers_in(basis.plan, area)
        days = [day for place in basis.places if (day := getattr(answers.of(place), field)) is not None]
        address = own_or_shared(basis, area, field)
        done = _("Gjort {day}.").format(day=day_words(max(days))) if days else ""
        texts = (
            done,
            _("Gjort for {done} av {all} kommuner.").format(done=len(days), all=len(basis.places)),
            translated(open_text),
        )
        return counted(
            (len(days), len(basis.places)),
            texts,
            address,
            step,
            (latest(days), f"{len(days)}/{len(basis.places)}"),
            days,
        )

    return rule


def answered(area: Address, fields: tuple[str, ...], done_text: str, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for answers other than no in every municipality's shared-or-own answer."""
    step = StepKey.AGREEMENTS if area == ("vendor",) else StepKey.CONNECTION

    def rule(basis: Basis) -> Evidence:
        answers = [answers_in(basis.plan, area).of(place) for place in basis.places]
        whole = sum(all(getattr(answer, field) for field in fields) for answer in answers)
        open_field = next((one for one in fields if any(not getattr(answer, one) for answer in answers)), fields[0])
        some = _("Gjort for {done} av {all} kommuner.").format(done=whole, all=len(answers))
        address = own_or_shared(basis, area, open_field)
        texts = (translated(done_text), some, translated(open_text))
        return counted((whole, len(answers)), texts, address, step, ("", f"{whole}/{len(answers)}"))

    return rule


def one_date(area: Address, open_text: str) -> Callable[[Basis], Evidence]:
    """Return a rule that asks for one date of the connection step."""

    def rule(basis: Basis) -> Evidence:
        here = cast("date | None", resolve(basis.plan, area))
        done = _("Gjort {day}.").format(day=day_words(here)) if here is not None else ""
        return counted(
            (int(here is not None), 1),
            (done, done, translated(open_text)),
            area,
            StepKey.CONNECTION,
            (here.isoformat() if here is not None else "", ""),
            (here,) if here is not None else (),
        )

    return rule


def after_connection(rule: Callable[[Basis], Evidence]) -> Callable[[Basis], Evidence]:
    """Return a rule for what comes after the connection: one date proves nothing for those that wait for their day."""

    def checked(basis: Basis) -> Evidence:
        found = rule(basis)
        day = basis.plan.connection.day
        connected = {place.id for place in basis.plan.decision.municipalities if day.of(place.id).connected_on}
        if found.state is TaskState.DONE and connected and not set(basis.places) <= connected:
            return Evidence(TaskState.IN_PROGRESS, _("Gjort, men ikke alle er koblet på."), found.address, found.step)
        return found

    return checked
