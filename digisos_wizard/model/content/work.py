"""What the office's work is made of: roles, agreements, privacy, mapping, benefits and assumptions."""

from digisos_wizard.model.base import Record, UnitPrice
from digisos_wizard.model.terms import (
    AgreementCase,
    AgreementNeed,
    AgreementParty,
    Audience,
    BenefitArea,
    BenefitClass,
    BenefitType,
    Level,
    MapLayer,
    Phase,
    RiskKind,
    SecurityAspect,
)

from .sources import ContentItem


class RoleSpec(ContentItem):
    """A role, the phases it is needed in, and why."""

    title: str
    phases: tuple[Phase, ...]
    why: str
    required: bool = True


class AgreementRule(ContentItem):
    """Who must sign in which cases, and why; without cases it holds in all that no rule before it names.

    `why` may name the host or signing municipality (`{host}`) and the question that is open (`{open}`).
    """

    cases: tuple[AgreementCase, ...]
    need: AgreementNeed
    why: str


class AgreementSpec(ContentItem):
    """An agreement: who the parties are, what it regulates, the rules for who must sign (`rule` tells them in short).

    `mail` is what a cover mail says, with the names of facts in braces.
    """

    title: str
    parties: str
    purpose: str
    how: str
    rule: str
    party: AgreementParty = AgreementParty.KS
    rules: tuple[AgreementRule, ...] = ()
    superseded: bool = False
    mail: str = ""
    mail_to: str = ""
    mail_reference: str = ""


class TextPart(ContentItem):
    """A part of a longer document, with a starting text marked as a suggestion to be assessed."""

    title: str
    question: str
    suggestion: str = ""


class RiskSpec(ContentItem):
    """A risk from the catalogue: cause, effect on the person, suggested measures."""

    kind: RiskKind
    title: str
    cause: str
    effect: str
    aspect: SecurityAspect | None = None
    measures: tuple[str, ...] = ()


class DataPath(ContentItem):
    """A way that personal data take, and who answers for it there: processor or controller (`role`)."""

    start: str
    end: str
    what: str
    responsible: str
    role: str


class StepSpec(ContentItem):
    """A step of the work process to time."""

    name: str
    who: str
    depends_on_attachments: bool = False


class TaskSpec(ContentItem):
    """An organisational task or routine of the mapping step; `group` is `handbook`, `routine` or `staff`."""

    title: str
    group: str
    help: str = ""
    superseded: bool = False


class MaterialSpec(ContentItem):
    """A piece of support material that the leader may pick."""

    title: str
    audience: Audience
    help: str = ""


class GroupSpec(ContentItem):
    """One of LP's five groups of applicants."""

    title: str
    help: str
    measures: tuple[str, ...] = ()


class BenefitSpec(ContentItem):
    """A benefit of the catalogue to pick from; the `usual` ones are offered first.

    `follows_ramp`: its indicator is the share that the calculation uses.
    """

    title: str
    description: str
    group: str
    kind: BenefitClass
    type: BenefitType
    area: BenefitArea
    indicator: str = ""
    indicator_unit: str = ""
    measuring_method: str = ""
    importance: Level | None = None
    baseline_steps: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    follows_ramp: bool = False
    usual: bool = False


class MapNodeSpec(ContentItem):
    """A box of a benefit map to begin with; leads to other boxes and to benefits of the catalogue."""

    layer: MapLayer
    title: str
    leads_to: tuple[str, ...] = ()


class MeasuringPointSpec(ContentItem):
    """A day on which the indicators are measured, in months after the connection day."""

    label: str
    months: int


class Assumption(ContentItem):
    """A figure that we assume and the office can change; `value` is the default, `unit` what it counts.

    Where the figure is a code, `words` says what each means, from 0 on.
    """

    label: str
    value: UnitPrice
    unit: str
    why: str
    words: tuple[str, ...] = ()


class ScaleStep(Record):
    """The word for one step of the likelihood or consequence scale."""

    id: str
    label: str
    help: str
