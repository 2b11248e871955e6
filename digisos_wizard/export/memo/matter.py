"""What the matter is: whose it is, who decides, what is to be decided and why."""

from collections.abc import Iterator

from digisos_wizard.export.document.model import Block, Facts, Heading, Text
from digisos_wizard.export.memo.costs import in_text, span
from digisos_wizard.export.memo.limits import Limits, clipped, joined, listed
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.decision import Approval
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.cooperation.in_use import in_use
from digisos_wizard.model.rules.cooperation.result import Support
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER, holder
from digisos_wizard.model.terms import PlanKind

APPROVAL = ("decision", "approval")


def facts(figures: Figures, limits: Limits) -> Facts:
    """Return what stands above the text: who, when, which case, and the two figures that everybody asks for."""
    plan = figures.plan
    missing = _("mangler")
    names = municipalities(figures)
    owner = clipped(person_name(plan, holder(plan, PROJECT_OWNER).person), limits.name, limits.lines)
    costs = figures.costs
    price = _("{first} i {year}").format(first=in_text(figures, costs.total(year_index=0)), year=costs.first_year)
    if costs.years > 1:
        price = _("{first}. {whole} i {years}").format(
            first=price, whole=in_text(figures, costs.total()), years=span(figures)
        )
    day = figures.schedule.day
    return Facts(
        [
            (_("Til"), _("Kommunedirektøren")),
            (ngettext("Kommune", "Kommuner", len(names)), listed(names, limits) or missing),
            (_("Dato"), formatting.day(figures.today)),
            (_("Saksnummer"), _per_municipality(figures, limits, "case_reference") or missing),
            (_("Vedtas av"), _per_municipality(figures, limits, "decider") or missing),
            (_("Prosjekteier"), owner or missing),
            (_("Kostnad uten mva"), price if costs.lines else _("ukjent (ufullstendig)")),
            (_("Påkoblingsdag"), formatting.day(day) if day else _("ikke bestemt")),
        ],
        width=32,
    )


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the part about what is to be decided and why."""
    decision = figures.plan.decision
    yield Heading(_("Hva saken gjelder"), room=22)
    yield Text(question(figures, limits))
    yield Text(
        _(
            "Digital søknad er en ny kanal i tillegg til dem dere har. Papirsøknaden blir stående, og ingen må søke "
            "digitalt. Kanalen gjør det lettere å søke, og frigjør tid på kontoret."
        )
    )
    chosen = [figures.content.option_label("SolutionPart", part.value) for part in decision.solution_parts]
    parts = listed(chosen, limits) if chosen else _("ikke valgt ennå")
    yield Text(f"{parts}.", label=_("Deler av løsningen:"))
    if figures.cooperation.support in (Support.LISTED, Support.EARLIER):
        yield Text(figures.cooperation.summary, label=_("Samarbeid:"))
    if decision.scope:
        yield Text(clipped(decision.scope, limits.text, limits.lines), label=_("Omfang:"))
    mandate = _per_municipality(figures, limits, "mandate", prose=True)
    if mandate:
        yield Text(mandate, label=_("Mandat:"))
    made = _made(figures, limits)
    if made:
        yield Text(made)


def question(figures: Figures, limits: Limits) -> str:
    """Return what is asked, by what the plan is for."""
    names = listed(municipalities(figures), limits) or _("kommunen")
    return {
        PlanKind.INTRODUCTION: _("Skal innbyggerne i {names} kunne søke digitalt om økonomisk sosialhjelp på nav.no?"),
        PlanKind.NEW_VENDOR: _(
            "Innbyggerne i {names} kan søke digitalt om økonomisk sosialhjelp i dag. "
            "Skal dere føre det videre med ny leverandør av fagsystemet?"
        ),
        PlanKind.MERGER: _(
            "Kommuner skal slås sammen eller deles. Hvordan skal innbyggerne i {names} kunne søke digitalt om "
            "økonomisk sosialhjelp gjennom endringen?"
        ),
        PlanKind.FOLLOW_UP: _(
            "Innbyggerne i {names} kan søke digitalt om økonomisk sosialhjelp i dag. "
            "Hvordan skal dere hente ut og følge opp gevinstene?"
        ),
    }[figures.plan.decision.kind].format(names=names)


def municipalities(figures: Figures) -> list[str]:
    """Return the names of all municipalities."""
    return [municipality_name(figures.plan, place.id) for place in figures.plan.decision.municipalities]


def is_decided(figures: Figures) -> bool:
    """Tell whether every municipality has made its decision."""
    used = list(in_use(figures.plan, figures.plan.decision.approval, APPROVAL))
    return all(_is_made(figures, one.value) for one in used)


def _is_made(figures: Figures, approval: Approval) -> bool:
    return approval.decided_on is not None and approval.decided_on <= figures.today


def _per_municipality(figures: Figures, limits: Limits, field: str, *, prose: bool = False) -> str:
    """Return an answer about the decision, each municipality's own with its name."""
    most = limits.text if prose else limits.name
    told = []
    for used in in_use(figures.plan, figures.plan.decision.approval, APPROVAL):
        text = clipped(getattr(used.value, field), most, limits.lines)
        name = clipped(used.name, limits.name, limits.lines)
        if text:
            told.append(f"{name}: {text}" if name else text)
    if len(told) > 2:
        return joined(told, 2)
    return (" " if prose else "; ").join(told)


def _made(figures: Figures, limits: Limits) -> str:
    """Return who has decided already, and when."""
    told = []
    for used in in_use(figures.plan, figures.plan.decision.approval, APPROVAL):
        day = used.value.decided_on
        if day is not None and _is_made(figures, used.value):
            who = clipped(used.value.decider, limits.name, limits.lines) or used.name or _("Kommunen")
            told.append(_("{who} vedtok dette {day}.").format(who=who, day=formatting.day(day)))
    if len(told) > 3:
        return ngettext("{count} vedtak er gjort.", "{count} vedtak er gjort.", len(told)).format(count=len(told))
    return " ".join(told)
