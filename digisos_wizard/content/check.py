"""What types can't say of the content: ids are unique, references lead somewhere, every fact has a source."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from string import Formatter

from digisos_wizard.content import check_benefits, check_facts, check_knowledge, check_plan, check_questions, check_told
from digisos_wizard.content.check_plan import known_evidence
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import ChecklistCatalogue, Content, ContentItem, Document, PriceCatalogue, Source
from digisos_wizard.model.rules.people.holders import PROJECT_OWNER
from digisos_wizard.model.steps import STEPS
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.model.told import letters
from digisos_wizard.model.told.cover_mail import FACTS

LISTS = tuple(name for name in Content.model_fields if name != "language")
SCALE_IDS = tuple(f"{scale}.{step}" for scale in ("likelihood", "consequence") for step in range(1, 6))
TASK_GROUPS = ("handbook", "routine", "staff")
RULE_FACTS = ("host", "open")
BENEFIT_GROUPS = ("applicant", "office", "municipality")


def check(content: Content) -> None:
    """Raise ContentError for the first thing that doesn't hold together."""
    for name in LISTS:
        entries = getattr(content, name)
        _unique(name, [getattr(entry, "id", getattr(entry, "value", "")) for entry in entries])
        for entry in entries:
            if isinstance(entry, ContentItem):
                _item(name, entry)
    _catalogues(content)
    _checklists(content)
    _words(content)
    _kinds(content)
    _mails(content)
    _questions(content)
    check_told.check(content)
    check_plan.check(content)
    check_benefits.check(content)
    check_questions.check(content)
    for entry, paragraph in check_knowledge.paragraphs(content):
        _sources("chapters", entry, paragraph.sources)
    check_knowledge.check(content)
    check_facts.check(content)


def _unique(name: str, ids: Iterable[str], within: str = "") -> None:
    for key, count in Counter(ids).items():
        if count > 1 or not key:
            raise ContentError(f"{name}.json", "/".join(part for part in (within, key or "–") if part), "id not unique")


def _item(name: str, item: ContentItem) -> None:
    _sources(name, item.id, item.sources)
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        raise ContentError(f"{name}.json", item.id, "valid to a day before it is valid")


def _sources(name: str, entry: str, sources: Sequence[Source]) -> None:
    if not sources:
        raise ContentError(f"{name}.json", entry, "no source")
    for source in sources:
        if source.document is not Document.OWN and not source.place.strip():
            raise ContentError(f"{name}.json", entry, f"no place in {source.document.value}")


def _in_order(name: str, versions: Sequence[PriceCatalogue] | Sequence[ChecklistCatalogue]) -> None:
    """Refuse versions that are none, or not in the order in which they came: the last one is the newest."""
    if not versions:
        raise ContentError(f"{name}.json", "–", "no version at all")
    latest = date.min
    for version in versions:
        if version.valid_from is None or version.valid_from <= latest:
            raise ContentError(f"{name}.json", version.id, "not valid from a later day than the version before it")
        latest = version.valid_to or version.valid_from


def _catalogues(content: Content) -> None:
    _in_order("catalogues", [catalogue for catalogue in content.catalogues if not catalogue.own])
    for catalogue in content.catalogues:
        _unique("catalogues", [price.id for price in catalogue.prices], catalogue.id)
        for price in catalogue.prices:
            _item("catalogues", price)


def _checklists(content: Content) -> None:
    _in_order("checklists", content.checklists)
    for checklist in content.checklists:
        sections = {section.id for section in checklist.sections}
        _unique("checklists", [section.id for section in checklist.sections], checklist.id)
        _unique("checklists", [item.id for item in checklist.items], checklist.id)
        for item in checklist.items:
            _item("checklists", item)
            if not known_evidence(content, item.evidence):
                raise ContentError("checklists.json", item.id, f"unknown evidence {item.evidence}")
            if item.section not in sections:
                raise ContentError("checklists.json", item.id, f"unknown section {item.section}")
    known = {section.id for checklist in content.checklists for section in checklist.sections} | {""}
    roles = {role.id for role in content.roles} | {PROJECT_OWNER}
    _unique("signers", [f"section:{signer.section}" for signer in content.signers])
    for signer in content.signers:
        if signer.section not in known:
            raise ContentError("signers.json", signer.id, f"unknown section {signer.section}")
        if unknown := set(signer.roles) - roles:
            raise ContentError("signers.json", signer.id, f"unknown role {min(unknown)}")


def _words(content: Content) -> None:
    """Check field names, options and help."""
    for options in content.options:
        _unique("options", [option.value for option in options.options], options.id)
    names = {options.id for options in content.options} | {step.partition(".")[0] for step in SCALE_IDS}
    for field in content.fields:
        if field.options and field.options not in names:
            raise ContentError("fields.json", field.id, f"unknown options {field.options}")
    known, helped = [step.key.value for step in STEPS], [step.id for step in content.steps]
    if wrong := set(known) ^ set(helped):
        raise ContentError("steps.json", min(wrong), "every step has its help, and nothing else has")
    for step in content.steps:
        _unique("steps", [question.id for question in step.questions], step.id)
        for sources in (*(said.sources for said in step.paragraphs), *(said.sources for said in step.questions)):
            _sources("steps", step.id, sources)
    if missing := {document.value for document in Document} ^ {option.value for option in content.sources}:
        raise ContentError("sources.json", min(missing), "every document has a name, and nothing else has")


def _questions(content: Content) -> None:
    """Check that every question of a workshop has a source."""
    for group in content.questions:
        _unique("questions", [question.id for question in group.questions], group.id)
        for question in group.questions:
            _item("questions", question)


def _mails(content: Content) -> None:
    """Check that mails ask for no other facts than there are."""
    for agreement in content.agreements:
        _facts("agreements.json", agreement.id, agreement.mail, FACTS)
        _unique("agreements", [rule.id for rule in agreement.rules], agreement.id)
        for rule in agreement.rules:
            _item("agreements", rule)
            _facts("agreements.json", f"{agreement.id}/{rule.id}", rule.why, RULE_FACTS)
    for mail in content.mails:
        _facts("mails.json", mail.id, mail.subject + mail.body, letters.FACTS)


def _facts(file: str, entry: str, text: str, known: Sequence[str]) -> None:
    asked = {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
    if unknown := asked - set(known):
        raise ContentError(file, entry, f"unknown fact {min(unknown)}")


def _kinds(content: Content) -> None:
    """Check that what is sorted into groups is in one that exists."""
    for name, entries, groups in (
        ("tasks", content.tasks, TASK_GROUPS),
        ("benefits", content.benefits, BENEFIT_GROUPS),
    ):
        for entry in entries:
            if entry.group not in groups:
                raise ContentError(f"{name}.json", entry.id, f"unknown group {entry.group}")
    for risk in content.risks:
        if (risk.aspect is not None) is not (risk.kind is RiskKind.ROS):
            raise ContentError("risks.json", risk.id, "a ROS risk threatens one aspect of security, a DPIA risk none")
    if missing := set(SCALE_IDS) - {step.id for step in content.scales}:
        raise ContentError("scales.json", min(missing), "a step without words")
