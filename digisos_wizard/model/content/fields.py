"""The field catalogue: how every field of the plan is spoken of, read and shown."""

from enum import StrEnum

from .sources import ContentItem


class FieldKind(StrEnum):
    """How a field is read, shown and edited."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    OFFSET = "offset"
    NUMBER = "number"
    MONEY = "money"
    UNIT_PRICE = "unit_price"
    PERCENT = "percent"
    DATE = "date"
    YES_NO = "yes_no"
    TICK = "tick"
    CHOICE = "choice"
    SCALE = "scale"
    CHOICES = "choices"
    PERSON = "person"
    MUNICIPALITY = "municipality"
    STEPS = "steps"
    LINKS = "links"
    ACTIVITIES = "activities"
    CATALOGUE = "catalogue"
    SECTION = "section"
    EMAIL = "email"
    PHONE = "phone"
    ORG_NUMBER = "org_number"
    MUNICIPALITY_NUMBER = "municipality_number"
    INTERNAL = "internal"


class FieldSpec(ContentItem):
    """How one field of the plan is spoken of; the id is the address pattern, `decision.municipalities.*.name`."""

    label: str
    kind: FieldKind
    help: str = ""
    unit: str = ""
    example: str = ""
    options: str = ""
    minimum: int | None = None
    maximum: int | None = None
    suggestions: tuple[str, ...] = ()
