"""What is missing or wrong about the decision, the municipalities and their cooperation."""

from collections import Counter
from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.cooperation.in_use import in_use
from digisos_wizard.model.rules.cooperation.result import CooperationResult, Question, Support
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER, holder
from digisos_wizard.model.terms import CooperationForm

IMPLAUSIBLE = 2_000_000
MUNICIPALITIES = ("decision", "municipalities")


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.DECISION, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    plan = reckoned.plan
    decision = plan.decision
    if not decision.office.strip():
        yield _found("office-missing", ("decision", "office"), Severity.MISSING, _("Skriv inn navnet på kontoret."))
    if not decision.municipalities:
        text = _("Legg inn minst én kommune. Kostnader og avtaler regnes per kommune.")
        yield _found("municipality-missing", MUNICIPALITIES, Severity.MISSING, text)
    for place in decision.municipalities:
        yield from _place(place)
    yield from _twice(plan)
    yield from _approval(reckoned)
    if len(decision.municipalities) > 1:
        yield from _cooperation(reckoned)
    elif reckoned.cooperation.question is Question.HOST:
        text = _("Ansvaret er overført til en vertskommune. Legg inn vertskommunen, og velg den som vert.")
        yield _found("host-missing", ("cooperation", "host"), Severity.MISSING, text)


def _place(place: Municipality) -> Iterator[Finding]:
    at = (*MUNICIPALITIES, place.id)
    name = place.name or _("Kommunen uten navn")
    if not place.name.strip():
        yield _found("municipality-name", (*at, "name"), Severity.MISSING, _("En kommune mangler navn."))
    if not place.org_number:
        text = _("{name}: legg inn organisasjonsnummeret. Søknadene adresseres til et slikt nummer.").format(name=name)
        yield _found("org-number-missing", (*at, "org_number"), Severity.MISSING, text)
    people = place.population
    if people is None:
        text = _("{name}: legg inn innbyggertallet, så kan kostnadene regnes ut.").format(name=name)
        yield _found("population-missing", (*at, "population"), Severity.MISSING, text)
    elif people <= 0:
        text = _("{name}: innbyggertallet må være større enn null.").format(name=name)
        yield _found("population-impossible", (*at, "population"), Severity.ERROR, text)
    elif people > IMPLAUSIBLE:
        text = _("{name}: {people} innbyggere er mer enn noen norsk kommune har. Sjekk tallet.").format(
            name=name, people=number(people)
        )
        yield _found("population-implausible", (*at, "population"), Severity.ERROR, text)
    if people is not None and place.population_date is None:
        text = _("{name}: skriv hvilken dato innbyggertallet gjelder for.").format(name=name)
        yield _found("population-date", (*at, "population_date"), Severity.WARNING, text)


def _twice(plan: Plan) -> Iterator[Finding]:
    for field, words in (
        ("name", _("navnet")),
        ("number", _("kommunenummeret")),
        ("org_number", _("organisasjonsnummeret")),
    ):
        values = [str(getattr(place, field)).strip().casefold() for place in plan.decision.municipalities]
        counted = Counter(value for value in values if value)
        repeated = {value for value, count in counted.items() if count > 1}
        seen: set[str] = set()
        for place, value in zip(plan.decision.municipalities, values, strict=True):
            if value in repeated and value in seen:
                text = _("{name}: {words} er brukt på to kommuner. Fjern den ene, eller rett tallet.").format(
                    name=place.name, words=words
                )
                yield _found(
                    f"municipality-twice-{field.replace('_', '-')}",
                    (*MUNICIPALITIES, place.id, field),
                    Severity.ERROR,
                    text,
                )
            seen.add(value)


def _approval(reckoned: Reckoned) -> Iterator[Finding]:
    for used in in_use(reckoned.plan, reckoned.plan.decision.approval, ("decision", "approval")):
        at, answer = used.at, used.value
        if not answer.decider.strip():
            text = used.said(_("Skriv hvem som vedtar innføringen."))
            yield _found("decider-missing", (*at, "decider"), Severity.MISSING, text)
        if answer.decided_on is None:
            text = used.said(_("Vedtaket mangler dato. Legg den inn når det er vedtatt."))
            yield _found("decision-date", (*at, "decided_on"), Severity.MISSING, text)
        elif answer.decided_on > reckoned.today:
            text = used.said(_("Vedtaksdatoen ligger fram i tid. Vedtaket regnes først når det er fattet."))
            yield _found("decision-future", (*at, "decided_on"), Severity.WARNING, text)
    if holder(reckoned.plan, PROJECT_OWNER).person is None:
        yield _found(
            "owner-missing", ("decision", "project_owner"), Severity.MISSING, _("Velg hvem som eier prosjektet.")
        )


def _cooperation(reckoned: Reckoned) -> Iterator[Finding]:
    answers = reckoned.plan.cooperation
    ids = {place.id for place in reckoned.plan.decision.municipalities}
    if answers.form is None:
        text = _("Svar på hvordan kommunene samarbeider. Det avgjør hvem som signerer og hvor søknadene går.")
        yield _found("cooperation-form", ("cooperation", "form"), Severity.MISSING, text)
        return
    if answers.form is CooperationForm.HOST:
        yield from _host(reckoned, ids)
    elif answers.form is not CooperationForm.NONE:
        text = _("Hvor søknadene skal gå i denne samarbeidsformen, må dere avklare med Digisos.")
        yield _found("cooperation-other", ("cooperation", "form"), Severity.WARNING, text)


def _host(reckoned: Reckoned, ids: set[str]) -> Iterator[Finding]:
    answers = reckoned.plan.cooperation
    if answers.host is None:
        yield _found(
            "host-missing", ("cooperation", "host"), Severity.MISSING, _("Velg hvilken kommune som er vertskommune.")
        )
    elif answers.host not in ids:
        text = _("Vertskommunen er ikke blant kommunene i planen. Velg en av dem.")
        yield _found("host-unknown", ("cooperation", "host"), Severity.ERROR, text)
    if answers.controller_transferred is None:
        text = _("Svar på om behandlingsansvaret er overført til vertskommunen.")
        yield _found("controller-open", ("cooperation", "controller_transferred"), Severity.MISSING, text)
    if answers.controller_transferred and answers.transfer_stated is None:
        text = _("Svar på om samarbeidsavtalen sier at behandlingsansvaret er overført.")
        yield _found("transfer-open", ("cooperation", "transfer_stated"), Severity.MISSING, text)
    if answers.controller_transferred and answers.transfer_stated is False:
        text = _(
            "Behandlingsansvaret står ikke i samarbeidsavtalen. "
            "Avklar i samarbeidsavtalen, ellers signerer hver kommune."
        )
        yield _found("transfer-not-stated", ("cooperation", "transfer_stated"), Severity.BLOCKER, text)
    if answers.case_systems is None:
        text = _("Svar på om kommunene har felles eller hvert sitt fagsystem.")
        yield _found("case-systems-open", ("cooperation", "case_systems"), Severity.MISSING, text)
    elif answers.transfer_stated is not False or not answers.controller_transferred:
        yield from _combination(reckoned.cooperation)


def _combination(found: CooperationResult) -> Iterator[Finding]:
    """Yield what the handbooks don't settle about a host cooperation."""
    at = ("cooperation", "case_systems")
    if found.support is Support.UNLISTED:
        text = _("Håndboka beskriver ikke denne kombinasjonen. Avklar med Digisos før dere går videre.")
        yield _found("combination-unsupported", at, Severity.WARNING, text)
    elif found.support is Support.ASK:
        text = _("Et felles fagsystem med egne deler står bare i håndboka fra 2019. Avklar med Digisos.")
        yield _found("combination-ask", at, Severity.WARNING, text)
    elif found.support is Support.EARLIER:
        text = _("Felles fagsystem uten overført ansvar står bare i håndboka fra 2019. Hør med Digisos om det holder.")
        yield _found("combination-earlier", at, Severity.NOTE, text)
