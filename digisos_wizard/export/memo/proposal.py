"""The proposed decision in numbered points, and the line to sign on."""

from collections.abc import Iterator

from digisos_wizard.export.document.model import Block, Heading, Points, Room, Signature, Text
from digisos_wizard.export.memo.costs import in_state, missing_prices, shares, span
from digisos_wizard.export.memo.limits import Limits, clipped, listed
from digisos_wizard.export.memo.matter import is_decided, municipalities
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER, RESPONSIBLE, holder, stands
from digisos_wizard.model.terms import FinancingState, PlanKind


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the proposed decision."""
    yield Heading(_("Forslag til vedtak"), room=22)
    if is_decided(figures):
        yield Text(_("Vedtaket er gjort. Sjekk at det dekker punktene under."))
    yield Points(
        [
            _what(figures, limits),
            _money(figures, limits),
            *_open_money(figures, limits),
            _owner(figures, limits),
            _day(figures),
            _("Den som har fullmakt, signerer avtalene som innføringen krever."),
            _follow_up(figures, limits),
        ],
        numbered=True,
    )
    yield Room(2)
    if len(figures.costs.payers) > 1 and figures.costs.lines:
        yield from shares(figures, limits)
    else:
        lines = ((_("Sted og dato"), 1), (_("Underskrift"), 1), (_("Navn med blokkbokstaver"), 1))
        yield Signature(_("Kommunedirektøren"), lines, height=24)


def _what(figures: Figures, limits: Limits) -> str:
    names = listed(municipalities(figures), limits) or _("Kommunen")
    chosen = [figures.content.option_label("SolutionPart", part.value) for part in figures.plan.decision.solution_parts]
    parts = f" ({listed(chosen, limits)})" if chosen else ""
    text = {
        PlanKind.INTRODUCTION: _("{names} tar i bruk digital søknad om økonomisk sosialhjelp{parts}."),
        PlanKind.NEW_VENDOR: _(
            "{names} fører videre digital søknad om økonomisk sosialhjelp{parts} med ny leverandør."
        ),
        PlanKind.MERGER: _("{names} fører videre digital søknad om økonomisk sosialhjelp{parts} gjennom endringen."),
        PlanKind.FOLLOW_UP: _("{names} fortsetter med digital søknad om økonomisk sosialhjelp{parts}."),
    }[figures.plan.decision.kind].format(names=names, parts=parts)
    return " ".join((text, _("Papirsøknaden blir stående.")))


def _money(figures: Figures, limits: Limits) -> str:
    costs = figures.costs
    if not any(line.net is not None for line in costs.lines):
        return _("Kostnadene legges fram for ny behandling når de er regnet ut.")
    first = formatting.kroner(costs.total(year_index=0).net)
    text = _("Det settes av {first} uten mva i {year}.").format(first=first, year=costs.first_year)
    if costs.years > 1:
        text = _("Det settes av {whole} uten mva i {years}, av dette {first} i {year}.").format(
            first=first, year=costs.first_year, whole=formatting.kroner(costs.total().net), years=span(figures)
        )
    if costs.own_work_net:
        text += " " + _("Eget prosjektarbeid, {amount}, er ikke med i summen.").format(
            amount=formatting.kroner(costs.own_work_net)
        )
    missing = missing_prices(figures, limits)
    if missing:
        text += " " + _("Kostnader som mangler pris, legges fram når de er kjent: {what}.").format(what=missing)
    return text


def _open_money(figures: Figures, limits: Limits) -> Iterator[str]:
    opened = in_state(figures, FinancingState.OPEN, limits)
    if opened:
        yield _("Kostnadene uten avklart finansiering tas inn i budsjettet: {what}.").format(what=opened)


def _owner(figures: Figures, limits: Limits) -> str:
    name = clipped(person_name(figures.plan, holder(figures.plan, PROJECT_OWNER).person), limits.name, limits.lines)
    if not name:
        return _("Det pekes ut en prosjekteier.")
    return _("{name} er prosjekteier og svarer for innføringen.").format(name=name)


def _day(figures: Figures) -> str:
    area = figures.plan.connection.day
    places = [place.id for place in figures.plan.decision.municipalities] or [""]
    days = {area.of(place).connected_on or area.of(place).wished for place in places}
    if days == {None}:
        return _("Prosjekteieren fastsetter påkoblingsdagen.")
    first = figures.schedule.day
    if len(days) > 1 or first is None:
        return _("Kommunene kobles på til dagene i tidsplanen.")
    return _("Påkoblingsdagen er {day}.").format(day=formatting.day(first))


def _follow_up(figures: Figures, limits: Limits) -> str:
    person = stands(figures.plan, RESPONSIBLE).person
    name = clipped(person_name(figures.plan, person), limits.name, limits.lines)
    if not name:
        return _("Det pekes ut en gevinstansvarlig, som følger opp gevinstplanen og melder fra om resultatene.")
    return _("{name} er gevinstansvarlig, følger opp gevinstplanen og melder fra om resultatene.").format(name=name)
