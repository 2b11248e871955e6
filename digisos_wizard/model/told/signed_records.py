"""A sign-off in words: what it is for, who signed when, and what is otherwise since."""

from collections.abc import Iterator
from enum import Enum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import SignOffStatus
from digisos_wizard.model.signing.sealing import scope_words

CHANGES_SHOWN = 8


class Holds(Enum):
    """Whether a sign-off still is of what the plan says."""

    YES = "yes"
    CHANGED = "changed"
    REPLACED = "replaced"


def holds(status: SignOffStatus) -> Holds:
    """Return whether a sign-off holds."""
    if not status.current:
        return Holds.REPLACED
    return Holds.YES if status.valid else Holds.CHANGED


def since(status: SignOffStatus) -> str:
    """Return in a few words what has happened since."""
    match holds(status):
        case Holds.REPLACED:
            return _("Erstattet")
        case Holds.YES:
            return _("Uendret siden")
        case Holds.CHANGED:
            count = len(status.changes)
            return ngettext("{count} endring", "{count} endringer", count).format(count=count)


def signer_and_day(figures: Figures, status: SignOffStatus) -> str:
    """Return who signed, and the day."""
    record = status.record
    who = person_name(figures.plan, record.signer) or _("Fjernet person")
    return _("{who}, {day}").format(who=who, day=formatting.brief_day(record.signed_at.date(), figures.today))


def record_title(figures: Figures, status: SignOffStatus) -> str:
    """Return what was signed, how, and in which edition."""
    record = status.record
    scope = scope_words(figures.content, record)
    what = _("signert med forbehold") if record.open_items else _("signert")
    title = _("{scope}: {what}, utgave {revision}").format(scope=scope, what=what, revision=record.revision)
    match holds(status):
        case Holds.REPLACED:
            return _("{title} – erstattet av en nyere").format(title=title)
        case Holds.CHANGED:
            words = _("{scope}: endret etter signering, utgave {revision}")
            return words.format(scope=scope, revision=record.revision)
        case Holds.YES:
            return title


def record_lines(figures: Figures, status: SignOffStatus) -> Iterator[str]:
    """Yield who signed, when and as what, and what is otherwise since."""
    record = status.record
    who = ", ".join(filter(None, (person_name(figures.plan, record.signer) or _("Fjernet person"), record.title)))
    yield _("{who} {day} {clock}. Kontrollsum {sum} …").format(
        who=who,
        day=formatting.day(record.signed_at.date()),
        clock=formatting.clock(record.signed_at),
        sum=record.fingerprint[:12],
    )
    said = (
        (_("Rolle: {text}."), record.role),
        (_("Sted: {text}."), record.place),
        (_("Signatur i eget system: {text}."), record.external_reference),
    )
    yield from filter(None, [" ".join(words.format(text=text) for words, text in said if text)])
    if status.current:
        yield from (f"– {change}" for change in status.changes[:CHANGES_SHOWN])
        more = len(status.changes) - CHANGES_SHOWN
        if more > 0:
            yield _("… og {count} endringer til").format(count=more)
