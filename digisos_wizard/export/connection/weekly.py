"""The weekly status on one page: where they are, what changed, what is due, what blocks."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.paper.blocks import Row, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.weekly import Due, Weekly, report

CHANGES, DUE, BLOCKS = 10, 10, 6
"""Lines of each kind that a page has room for; more are counted."""
LONGEST = 190
NOTE = 700
WIDTHS = (34 * mm, COLUMN - 84 * mm, 50 * mm)


def build(figures: Figures) -> bytes:
    """Return the PDF of one page."""
    sheet = Sheet()
    found = report(figures)
    title = _("Ukestatus {day}").format(day=formatting.day(figures.today))
    story = top(sheet, title)
    story.append(sheet.paragraph(_short(found.headline), sheet.styles.status))
    story += [sheet.paragraph(_short(fact, LONGEST * 2), sheet.styles.body) for fact in found.facts]
    if found.note:
        story += sheet.paragraphs(_short(found.note, NOTE), sheet.styles.body)
    story += _changes(sheet, found)
    story += _due(sheet, found)
    story += [*sheet.heading(_("Dette stopper"), room=0), *_listed(sheet, [one.text for one in found.blocks], BLOCKS)]
    return printed(sheet, figures, title, story)


def _changes(sheet: Sheet, found: Weekly) -> list[Flowable]:
    if found.since is None:
        words = _("Dette er den første statusen. Neste gang står det her hva som er endret.")
        return [*sheet.heading(_("Endret"), room=0), sheet.paragraph(words, sheet.styles.body)]
    title = _("Endret siden {day}").format(day=formatting.day(found.since))
    return [*sheet.heading(title, room=0), *_listed(sheet, list(found.changes), CHANGES)]


def _listed(sheet: Sheet, texts: list[str], most: int) -> list[Flowable]:
    if not texts:
        return [sheet.paragraph(_("Ingenting."), sheet.styles.body)]
    found: list[Flowable] = [sheet.point(_short(text)) for text in texts[:most]]
    return [*found, *_rest(sheet, len(texts) - most)]


def _rest(sheet: Sheet, count: int) -> list[Flowable]:
    if count <= 0:
        return []
    words = ngettext("… og {count} til. Alt står i planen.", "… og {count} til. Alt står i planen.", count)
    return [sheet.paragraph(words.format(count=count), sheet.styles.small)]


def shown_due(due: Sequence[Due]) -> list[Due]:
    """Return the deadlines that there is room for: what has passed leaves half of it to what is coming."""
    late, coming = [one for one in due if one.late], [one for one in due if not one.late]
    room = max(DUE - len(coming), DUE // 2)
    return [*late[-room:], *coming][:DUE]


def _due(sheet: Sheet, found: Weekly) -> list[Flowable]:
    styles = sheet.styles
    story = sheet.heading(_("Frister de neste to ukene"), room=0)
    if not found.due:
        return [*story, sheet.paragraph(_("Ingen."), styles.body)]
    rows = [Row([[sheet.paragraph(text, styles.head)] for text in (_("Frist"), _("Hva"), _("Ansvarlig"))])]
    for one in shown_due(found.due):
        day = formatting.near_day(one.deadline, found.today)
        texts = (
            _("{day}, forfalt").format(day=day) if one.late else day,
            _short(one.text, 90),
            _short(one.owner or _("mangler"), 40),
        )
        rows.append(Row([[sheet.paragraph(text, styles.cell)] for text in texts]))
    return [*story, table(rows, WIDTHS, head=True, tight=True), *_rest(sheet, len(found.due) - DUE)]


def _short(text: str, longest: int = LONGEST) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 2].rstrip()} …"
