"""Every figure of one version of a plan, computed when first asked for: the source of page, export and command."""

from functools import cached_property

from digisos_wizard.model.figures import progress, readiness
from digisos_wizard.model.figures.readiness import Readiness
from digisos_wizard.model.findings import StepProgress
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.terms import SignOffPhase


class Figures(Judged):
    """What was reckoned and judged, and whether they are ready: the last link of the chain."""

    @cached_property
    def ready_to_connect(self) -> Readiness:
        """Whether they can connect, why not, and what to do first."""
        return readiness.ready(self, SignOffPhase.CONNECT)

    @cached_property
    def introduced(self) -> Readiness:
        """The same of everything, after the connection as well."""
        return readiness.ready(self, SignOffPhase.FINAL)

    @property
    def current(self) -> Readiness:
        """The answer that matters now: whether they can connect, and after the connection whether all is in place."""
        return self.introduced if self.schedule.connected else self.ready_to_connect

    @cached_property
    def progress(self) -> tuple[StepProgress, ...]:
        """How far every step has come."""
        return progress.all_steps(self, self.current)
