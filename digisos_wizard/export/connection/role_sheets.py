"""Sheets to hand out: one for each person with all that they owe, one for each role and party, and what is left."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import RoleSpec
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import OwnRole, RoleAssignment
from digisos_wizard.model.rules.commitments.result import Commitment, by_day
from digisos_wizard.model.rules.people.holders import holder

Sheet = list[d.Block]


def document(figures: Figures) -> d.Document:
    """Return the sheets, each on a page of its own or more; everything promised stands on at least one."""
    sheets = [*_people(figures), *_roles(figures), *_own_roles(figures), *_others(figures), *_nobodys(figures)]
    if not sheets:
        sheets = [[d.Title(_("Dine oppgaver"), lead=[_("Ingen har oppgaver ennå.")])]]
    blocks = [block for number, page in enumerate(sheets) for block in ([d.NewPage()] * bool(number) + page)]
    return d.Document(_("Dine oppgaver"), blocks, handout=True)


def _people(figures: Figures) -> Iterator[Sheet]:
    """Yield a sheet for everybody who owes something, in the order of the plan's persons."""
    owed = figures.register.by_person
    known = [person.id for person in figures.plan.people.persons]
    for person in (*(one for one in known if one in owed), *(one for one in owed if one not in known)):
        title = _("Dine oppgaver: {name}").format(name=person_name(figures.plan, person))
        yield [d.Title(title), d.Facts(_whose(figures, person)), *_tasks(figures, owed[person])]


def _whose(figures: Figures, person: str) -> list[tuple[str, str]]:
    specs = [spec.title for spec in figures.content.roles if holder(figures.plan, spec.id).person == person]
    own = [one.title for one in figures.plan.people.own_roles if one.person == person and one.title]
    return [(_("Roller"), ", ".join([*specs, *own])), _day(figures)]


def _day(figures: Figures) -> tuple[str, str]:
    day = figures.schedule.day
    return _("Påkoblingsdag"), formatting.day(day) if day else _("ikke bestemt")


def _roles(figures: Figures) -> Iterator[Sheet]:
    """Yield a sheet for every role of the handbook that has anything to do, or is held by somebody."""
    given = {one.id: one for one in figures.plan.people.roles}
    for role in figures.content.roles:
        answer = given.get(role.id, RoleAssignment(id=role.id))
        person = holder(figures.plan, role.id).person
        tasks = tasks_of(figures, role)
        if (tasks or person) and not answer.not_relevant:
            nothing = _nothing(figures, person)
            yield [*_role(figures, role, answer, person), *_tasks(figures, tasks, nothing)]


def tasks_of(figures: Figures, role: RoleSpec) -> tuple[Commitment, ...]:
    """Return what falls to a role: for its holder, and for nobody else as long as nobody is named for it."""
    person = holder(figures.plan, role.id).person
    found = [
        one for one in figures.register.items if one.owner.role == role.id and one.owner.person in (None, "", person)
    ]
    return tuple(sorted(found, key=by_day))


def _own_roles(figures: Figures) -> Iterator[Sheet]:
    """Yield a sheet for every role of the office's own that somebody holds who has anything to do."""
    for own in figures.plan.people.own_roles:
        if own.person and own.person in figures.register.by_person:
            yield [*_own(figures, own), d.Text(_nothing(figures, own.person))]


def _own(figures: Figures, own: OwnRole) -> Iterator[d.Block]:
    yield d.Title(_("Dine oppgaver: {role}").format(role=own.title or _("Rolle uten navn")))
    yield d.Facts([(_("Navn"), person_name(figures.plan, own.person)), _day(figures)])


def _others(figures: Figures) -> Iterator[Sheet]:
    """Yield a sheet for everybody outside of the plan's persons who has taken on something, such as the vendor."""
    for name, tasks in figures.register.by_others.items():
        yield [d.Title(_("Oppgaver: {name}").format(name=name)), d.Facts([_day(figures)]), *_tasks(figures, tasks)]


def _nobodys(figures: Figures) -> Iterator[Sheet]:
    """Yield a sheet of what nobody has taken on, and no role that is in use stands for."""
    resting = {one.id for one in figures.plan.people.roles if one.not_relevant}
    known = {role.id for role in figures.content.roles} - resting
    left = [
        one
        for one in figures.register.items
        if not one.owner.person and not one.owner.others and one.owner.role not in known
    ]
    if left:
        lead = _("Ingen er satt opp på dette. Velg hvem som gjør det.")
        tasks = _tasks(figures, sorted(left, key=by_day))
        yield [d.Title(_("Oppgaver uten ansvarlig"), lead=[lead]), *tasks]


def _nothing(figures: Figures, person: str | None) -> str:
    """Return what stands where a role has no tasks of its own."""
    if person and person in figures.register.by_person:
        words = _("Alt {name} har ansvar for, står på arket «Dine oppgaver: {name}».")
        return words.format(name=person_name(figures.plan, person))
    return _("Ingen oppgaver med denne rollen ennå.")


def _role(figures: Figures, role: RoleSpec, answer: RoleAssignment, person: str | None) -> Iterator[d.Block]:
    phases = ", ".join(figures.content.option_label("Phase", phase.value).lower() for phase in role.phases)
    yield d.Title(_("Dine oppgaver: {role}").format(role=role.title))
    yield d.Facts(
        [
            (_("Navn"), person_name(figures.plan, person) or _("ikke bestemt")),
            (_("Stedfortreder"), person_name(figures.plan, answer.deputy)),
            (_("Når"), phases),
            (_("Hvorfor"), role.why),
            _day(figures),
        ]
    )


def _tasks(figures: Figures, tasks: Sequence[Commitment], nothing: str = "") -> Iterator[d.Block]:
    yield d.Heading(_("Oppgaver"))
    if not tasks:
        yield d.Text(nothing)
        return
    columns = (
        d.Column(_("Hva"), 82),
        d.Column(_("Begynn helst"), 29),
        d.Column(_("Ferdig senest"), 29, look=d.Look.STRONG),
        d.Column(_("Status"), 34),
    )
    rows: list[Sequence[d.Cell]] = [
        (
            [d.Text(one.title, look=d.Look.STRONG), *([d.Text(one.help)] if one.help else [])],
            *(formatting.day(day) if day else "–" for day in (one.start, one.due.day)),
            [d.Mark(one.standing.state, figures.content.option_label("TaskState", one.standing.state.value))],
        )
        for one in tasks
    ]
    yield d.Table(columns, rows)
