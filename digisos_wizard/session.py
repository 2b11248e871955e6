"""The one open plan: edit, undo, redo, open, save, subscribe. Plain Python that knows no window."""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from digisos_wizard.errors import ParseError
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, exists, resolve, written
from digisos_wizard.model.base import Record
from digisos_wizard.model.begin import Beginning, begun, copy_of, empty_document
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Edit, Insert, RefusedEditError, Remove, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.history import History
from digisos_wizard.model.kinds import kind_at
from digisos_wizard.model.naming import change_label
from digisos_wizard.model.plan import Document, Draft, Plan
from digisos_wizard.model.rules.editing.erasure import erasing
from digisos_wizard.model.rules.editing.follow_ups import follow_ups
from digisos_wizard.model.rules.mapping.estimates import taking_medians
from digisos_wizard.model.screening import screen
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.storage import planfile
from digisos_wizard.storage.keeper import Keeper, SavedState
from digisos_wizard.storage.recovery import Offer

Listener = Callable[[Document, Document], None]


class Session:
    """Holds a document that only edits change; without a keeper nothing is written unless asked for."""

    def __init__(
        self,
        content: Content,
        keeper: Keeper | None,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        new_salt: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self.content = content
        self.keeper = keeper or Keeper(clock)
        self._clock = clock
        self._new_id = new_id
        self._new_salt = new_salt
        self._document = Document()
        self._history = History()
        self._figures: Figures | None = None
        self._listeners: tuple[Listener, ...] = ()

    # ------------------------------------------------------------------------------------------------------- reading

    @property
    def document(self) -> Document:
        """The plan with its drafts, as it is now."""
        return self._document

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._document.plan

    @property
    def figures(self) -> Figures:
        """Every figure of the plan as it is now, today."""
        today = self._clock().date()
        figures = self._figures
        if figures is None or figures.document is not self._document or figures.today != today:
            figures = Figures(self._document, self.content, today, figures)
            self._figures = figures
        return figures

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None where there is nothing."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, None where there is nothing."""
        return self._history.redo_label

    @property
    def path(self) -> Path | None:
        """The plan's file, None before it has one."""
        return self.keeper.path

    @property
    def saved(self) -> SavedState:
        """How it stands with saving."""
        return self.keeper.saved

    def now(self) -> datetime:
        """Return the time, as everything in this session sees it."""
        return self._clock()

    def new_row_id(self) -> str:
        """Return an id for a new row."""
        return self._new_id()

    def new_salt(self) -> str:
        """Return a salt for a digest."""
        return self._new_salt()

    def shown(self, address: Address) -> str:
        """Return what a field shows: the text as typed where it can't be read, else the value."""
        key = written(address)
        draft = next((draft for draft in self._document.drafts if draft.id == key), None)
        return draft.text if draft is not None else kind_at(self.content, address).shown(resolve(self.plan, address))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener with the old and the new document after each change; return how to stop that."""
        self._listeners = (*self._listeners, listener)

        def stop() -> None:
            self._listeners = tuple(known for known in self._listeners if known is not listener)

        return stop

    def on_saved(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener, from any thread, when `saved` may have changed; return how to stop that."""
        return self.keeper.on_saved(listener)

    # ------------------------------------------------------------------------------------------------------- editing

    def edit(self, *edits: Edit, label: str = "", merge: str = "") -> None:
        """Make the edits, all or none, as one step of undo; edits with the same merge key become one step.

        Raises PersonalNumberError, RefusedEditError or UnknownAddressError, and then nothing is changed.
        """
        self._make(edits, (), label, merge)

    def enter(self, address: Address, text: str) -> None:
        """Take the text of a field into the plan; what can't be read is kept as typed, and the value is empty.

        Raises PersonalNumberError, and then nothing is kept.
        """
        edit, drafts = self._read(address, text)
        self._make((edit,), drafts, "", "" if kind_at(self.content, address).picked else written(address))

    def enter_many(self, entries: Sequence[tuple[Address, str]], label: str) -> None:
        """Take many texts at once, as from a spreadsheet, as one step of undo; what can't be read is kept as typed.

        Raises PersonalNumberError, and then nothing is kept.
        """
        read = [self._read(address, text) for address, text in entries]
        self._make(tuple(edit for edit, _drafts in read), tuple(one for _edit, kept in read for one in kept), label, "")

    def _read(self, address: Address, text: str) -> tuple[Set, tuple[Draft, ...]]:
        """Return the edit that a text stands for, and the text itself where it can't be read."""
        text = _whole_letters(text)
        screen(text)
        kind = kind_at(self.content, address)
        try:
            return Set(address, kind.read(text)), ()
        except ParseError:
            return Set(address, kind.empty), (Draft(id=written(address), text=text),)

    def _make(self, edits: tuple[Edit, ...], drafts: tuple[Draft, ...], label: str, merge: str) -> None:
        before = self._document
        plan = before.plan
        done: list[Edit] = []
        for edit in edits:
            if isinstance(edit, Set):
                screen(edit.value)
                _refuse_half_letters(edit.value)
                if exists(plan, edit.address) and _same(resolve(plan, edit.address), edit.value):
                    continue
            elif isinstance(edit, Insert):
                screen(edit.row)
                _refuse_half_letters(edit.row)
            followed = (edit, *follow_ups(plan, edit, self._clock().date(), self.content))
            plan = apply(plan, *followed)
            done.extend(followed)
        medians = taking_medians(before.plan, plan, self.content)
        plan = apply(plan, *medians)
        done.extend(medians)
        kept = (*_drafts_after(before.drafts, edits), *drafts)
        if not done and kept == before.drafts:
            return
        words = label or change_label(before.plan, self.content, (done or edits)[0])
        at = self._clock()
        continued = self._history.continues(merge, at)
        self._history = self._history.after_change(before, words, merge, at)
        self._change(Document(plan=plan, drafts=kept, revision=before.revision + 1), steps=0 if continued else 1)

    def undo(self) -> None:
        """Take back the last step; nothing where there is none."""
        if self._history.past:
            document = self._history.past[-1].document
            self._history = self._history.after_undo(self._document)
            self._change(self._counted(document))

    def redo(self) -> None:
        """Do again what was undone last; nothing where there is none."""
        if self._history.future:
            document = self._history.future[-1].document
            self._history = self._history.after_redo(self._document)
            self._change(self._counted(document))

    def _counted(self, document: Document) -> Document:
        """Return an earlier document as a new revision: what goes out must never seem older than what went before."""
        return Document(plan=document.plan, drafts=document.drafts, revision=self._document.revision + 1)

    def erase_person(self, person_id: str) -> None:
        """Take a person out of plan, undo, recovery and archive on this machine; the plan's file is written anew.

        Raises SaveConflictError or SaveFailedError where the file could not be written; the plan itself is changed.
        """
        self._make(erasing(self.plan, self.content, person_id), (), _("Fjerning av en person"), "")
        self.barrier()
        self.keeper.forget(person_id)

    def barrier(self) -> None:
        """Let nothing before this moment be undone: something has been signed or erased."""
        self._history = History()

    def _change(self, document: Document, *, steps: int = 1) -> None:
        old, self._document = self._document, document
        self.keeper.changed(document, steps=steps)
        self._tell(old)

    def _tell(self, old: Document) -> None:
        for listener in self._listeners:
            listener(old, self._document)

    def start(self, document: Document, path: Path | None) -> None:
        """Work on a document as it is; the plan before it is closed without being written."""
        self.keeper.start(document, path)
        self._shown_anew(document)

    def new_plan(self, name: str, kind: PlanKind) -> None:
        """Begin an empty plan with today's prices and checklist; it has no file yet."""
        screen(name)
        document = empty_document(self.content, self._new_id(), _whole_letters(name), kind, self._clock().date())
        self._leave()
        self.keeper.changed(document)
        self._shown_anew(document)

    def begin(self, beginning: Beginning) -> None:
        """Begin a plan with the answers to the first questions in it; it has no file yet."""
        screen(" ".join((beginning.office, *(name for name, _people in beginning.places))))
        document = begun(self.content, self._new_id, beginning, self._clock().date())
        self._leave()
        self.keeper.changed(document)
        self._shown_anew(document)

    def open(self, path: Path) -> None:
        """Open the plan in a file; raises what is wrong with it, and then the open plan is untouched."""
        self.keeper.refuse_elsewhere(path)
        found = planfile.read(path)
        self._leave()
        self.keeper.start(found.document, path, found.stamp)
        self._shown_anew(found.document)

    def open_copy(self, path: Path) -> None:
        """Open the plan in a file as a new plan without a file, such as an example."""
        found = planfile.read(path).document
        self._leave()
        self.start(copy_of(found, self._new_id()), None)

    def take(self, offer: Offer) -> None:
        """Go on with work that was recovered."""
        self._leave()
        self.keeper.take(offer)
        self._shown_anew(offer.document)

    def save(self) -> None:
        """Put the plan in its file now; raises SaveConflictError or SaveFailedError, and then nothing is lost."""
        self.keeper.save()

    def save_to(self, path: Path) -> None:
        """Put the plan in another file, which becomes its own."""
        self.keeper.save_to(path)

    def save_copy(self, path: Path) -> None:
        """Put a copy of the plan in another file."""
        self.keeper.save_copy(path)

    def close(self) -> None:
        """Put the plan in its file, or in a snapshot where it can't be, and let go of it; raises what went wrong."""
        try:
            self.keeper.close()
        finally:
            self._shown_anew(Document())

    def _leave(self) -> None:
        """Let go of the open plan for another; raises what went wrong while it is still open."""
        self.keeper.save()
        self.keeper.close()

    def _shown_anew(self, document: Document) -> None:
        old, self._document = self._document, document
        self._history = History()
        self._tell(old)


def _same(here: object, value: object) -> bool:
    return type(here) is type(value) and here == value


def _whole_letters(text: str) -> str:
    """Return the text without halves of letters, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _refuse_half_letters(value: object) -> None:
    """Raise RefusedEditError for a text that no file can hold."""
    try:
        if isinstance(value, str):
            value.encode()
        elif isinstance(value, Record):
            value.model_dump_json()
    except ValueError as error:
        raise RefusedEditError(type(value).__name__) from error


def _drafts_after(drafts: tuple[Draft, ...], edits: tuple[Edit, ...]) -> tuple[Draft, ...]:
    """Return the drafts that edits leave: an answer replaces its draft, a removed row takes its drafts along."""
    for edit in edits:
        key = written(edit.address)
        if isinstance(edit, Set | Remove):
            drafts = tuple(draft for draft in drafts if draft.id != key and not draft.id.startswith(f"{key}/"))
    return drafts
