"""What types can't say of the connection plan's activities: who, when, proven by what, and after what."""

from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import ActivitySpec, Content
from digisos_wizard.model.rules.proof.evidence import RULES

FILE = "activities.json"


def check(content: Content) -> None:
    """Raise ContentError for the first activity that doesn't hold together."""
    roles = {role.id for role in content.roles}
    activities = {activity.id: activity for activity in content.activities}
    for activity in content.activities:
        if activity.evidence and not known_evidence(content, activity.evidence):
            raise ContentError(FILE, activity.id, f"unknown evidence {activity.evidence}")
        for part in activity.covers:
            if not known_evidence(content, part):
                raise ContentError(FILE, activity.id, f"covers unknown evidence {part}")
        if activity.role and activity.role not in roles:
            raise ContentError(FILE, activity.id, f"unknown role {activity.role}")
        if unknown := set(activity.after) - set(activities):
            raise ContentError(FILE, activity.id, f"unknown activity {min(unknown)}")
        _window(activity)
    for activity in content.activities:
        for earlier in activity.after:
            _follows(activity, activities[earlier])
            if activity.id in _before(activities, earlier):
                raise ContentError(FILE, activity.id, f"comes both before and after {earlier}")


def known_evidence(content: Content, name: str) -> bool:
    """Tell whether a rule finds this evidence in a plan: `agreement:` or `task:` with an id, or a rule's name."""
    kind, _colon, what = name.partition(":")
    if kind == "agreement":
        return any(agreement.id == what for agreement in content.agreements)
    if kind in ("task", "tasks"):
        return set(what.split(",")) <= {task.id for task in content.tasks}
    if kind == "measured":
        return any(point.id == what for point in content.measuring_points)
    return name in RULES


def _window(activity: ActivitySpec) -> None:
    if (activity.earliest is None) is not (activity.latest is None):
        raise ContentError(FILE, activity.id, "half a window: start and deadline, or none of them")
    if activity.earliest is not None and activity.latest is not None and activity.latest < activity.earliest:
        raise ContentError(FILE, activity.id, "the deadline is before the start")


def _follows(activity: ActivitySpec, earlier: ActivitySpec) -> None:
    """Refuse an activity that is due before one that it waits for."""
    if activity.latest is not None and earlier.latest is not None and activity.latest < earlier.latest:
        raise ContentError(FILE, activity.id, f"due before {earlier.id}, which it waits for")


def _before(activities: dict[str, ActivitySpec], last: str) -> set[str]:
    """Return an activity and all that must come before it."""
    found: set[str] = set()
    waiting = [last]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += activities[here].after
    return found
