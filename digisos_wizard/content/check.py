"""What types can't say of the content: ids are unique, references lead somewhere, every fact has a source."""

from collections import Counter
from collections.abc import Iterable

from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Content, ContentItem
from digisos_wizard.model.rules.checklist import RULES

LISTS = tuple(name for name in Content.model_fields if name != "language")


def check(content: Content) -> None:
    """Raise ContentError for the first thing that doesn't hold together."""
    for name in LISTS:
        entries = getattr(content, name)
        _unique(name, [getattr(entry, "id", getattr(entry, "value", "")) for entry in entries])
        for entry in entries:
            if isinstance(entry, ContentItem):
                _item(name, entry)
    _references(content)


def _unique(name: str, ids: Iterable[str]) -> None:
    for key, count in Counter(ids).items():
        if count > 1 or not key:
            raise ContentError(f"{name}.json", key or "–", "the id is missing or used twice")


def _item(name: str, item: ContentItem) -> None:
    if not item.sources:
        raise ContentError(f"{name}.json", item.id, "no source")
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        raise ContentError(f"{name}.json", item.id, "valid to a day before it is valid")


def _references(content: Content) -> None:
    _checklists(content)
    _activities(content)
    for catalogue in content.catalogues:
        _unique("catalogues", [price.id for price in catalogue.prices])
        for price in catalogue.prices:
            _item("catalogues", price)
    options = {options.id for options in content.options}
    for field in content.fields:
        if field.options and field.options not in options:
            raise ContentError("fields.json", field.id, f"unknown options {field.options}")


def _checklists(content: Content) -> None:
    for checklist in content.checklists:
        sections = {section.id for section in checklist.sections}
        _unique("checklists", [item.id for item in checklist.items])
        for item in checklist.items:
            _item("checklists", item)
            _evidence(content, "checklists.json", item.id, item.evidence)
            if item.section not in sections:
                raise ContentError("checklists.json", item.id, f"unknown section {item.section}")


def _activities(content: Content) -> None:
    roles = {role.id for role in content.roles}
    activities = {activity.id for activity in content.activities}
    for activity in content.activities:
        if activity.evidence:
            _evidence(content, "activities.json", activity.id, activity.evidence)
        if activity.role and activity.role not in roles:
            raise ContentError("activities.json", activity.id, f"unknown role {activity.role}")
        if unknown := set(activity.after) - activities:
            raise ContentError("activities.json", activity.id, f"unknown activity {min(unknown)}")


def _evidence(content: Content, file: str, entry: str, name: str) -> None:
    kind, _colon, what = name.partition(":")
    known = {
        "agreement": {agreement.id for agreement in content.agreements},
        "task": {task.id for task in content.tasks},
    }
    if (what not in known[kind]) if kind in known else kind not in RULES:
        raise ContentError(file, entry, f"unknown evidence {name}")
