"""The summary on top of a page: what is missing or wrong, each a way to the field."""

from collections.abc import Callable, Sequence

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, set_text
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look

SHOWN_AT_ONCE = 4


class MissingBox(Box):
    """Blockers, errors, gaps and warnings of a step, worst first; the links are reused, never rebuilt."""

    def __init__(self, jump: Callable[[Address], None]) -> None:
        super().__init__(ToneName.WARNING)
        self._jump = jump
        self._findings: Sequence[Finding] = ()
        self._all = False
        self.links: list[Link] = []
        self._more = button("", Look.LINK, self._toggle)
        self.body.addWidget(self._more)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found; nothing found takes no room."""
        self._findings = findings
        blocked = any(found.severity is Severity.BLOCKER for found in findings)
        self.say(_headline(findings), "", ToneName.DANGER if blocked else ToneName.WARNING)
        shown = findings if self._all else findings[:SHOWN_AT_ONCE]
        while len(self.links) < len(shown):
            self._add_link()
        for position, link in enumerate(self.links):
            link.setVisible(position < len(shown))
            if position < len(shown):
                link.say(shown[position].message)
        rest = len(findings) - SHOWN_AT_ONCE
        self._more.setVisible(rest > 0)
        set_text(self._more, _("Vis færre") if self._all else _("Vis {count} til").format(count=rest))
        self.setVisible(bool(findings))

    def _add_link(self) -> None:
        position = len(self.links)
        link = Link(lambda: self._jump(self._findings[position].address))
        self.links.append(link)
        self.body.insertWidget(self.body.count() - 1, link)

    def _toggle(self) -> None:
        self._all = not self._all
        self.show_findings(self._findings)


def _headline(findings: Sequence[Finding]) -> str:
    gaps = sum(found.severity >= Severity.MISSING for found in findings)
    if any(found.severity is Severity.BLOCKER for found in findings):
        return _("Noe stopper opp her")
    if gaps:
        return ngettext("{count} ting mangler", "{count} ting mangler", gaps).format(count=gaps)
    return _("Verdt å se på")
