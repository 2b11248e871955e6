"""A fact that doesn't hold together, or a badge that names an unknown place, is refused by name."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.check_facts import check
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Certainty, Document, Fact, FactState, Source

SHIPPED = load()
FACTS = {fact.id: fact for fact in SHIPPED.facts}


def other(fact: str, **fields: object) -> tuple[Fact, ...]:
    """Return the facts with one that has other fields."""
    return tuple(one.model_copy(update=fields) if one.id == fact else one for one in SHIPPED.facts)


BAD = (
    (other("fee-fixed", chapter="magic"), "unknown chapter magic"),
    (other("fee-fixed", year=2019), "not the year of the newest document"),
    (other("training", year=2019), "not the year of the newest document"),
    (other("age", year=None), "a public fact has the year"),
    (other("mercell", until=None), "has the year until which"),
    (other("esign", until=2024), "has the year until which"),
    (other("mercell", superseded_by=""), "nothing took its place"),
    (other("mercell", superseded_by="magic"), "superseded by unknown magic"),
    (other("mercell", superseded_by="mercell"), "in a circle"),
    (other("esign", superseded_by="mercell"), "or not ended"),
    (other("weekly", note=""), "says what to ask"),
)


@pytest.mark.parametrize(("facts", "words"), BAD)
def test_what_does_not_hold_together_is_named(facts: tuple[Fact, ...], words: str) -> None:
    with pytest.raises(ContentError) as caught:
        check(SHIPPED.model_copy(update={"facts": facts}))
    assert "facts.json" in str(caught.value)
    assert words in str(caught.value)


def test_a_badge_names_a_place_that_the_document_has() -> None:
    source = Source(document=Document.H22, place="et annet sted")
    role = SHIPPED.roles[0].model_copy(update={"sources": (source,)})
    with pytest.raises(ContentError, match=r"roles\.json.*no place “et annet sted” in H22"):
        check(SHIPPED.model_copy(update={"roles": (role,)}))


def test_every_fact_has_a_source_and_nothing_superseded_holds() -> None:
    for fact in SHIPPED.facts:
        assert fact.sources
        dates = [fact.year, fact.until]
        undated = {source.document for source in fact.sources} <= {Document.LP, Document.OWN}
        assert any(dates) or undated, fact.id
        for ended in SHIPPED.facts:
            if ended.superseded_by == fact.id:
                assert ended.state is FactState.ENDED
                assert ended.until is not None


def test_what_only_the_handbook_of_2019_says_is_never_valid() -> None:
    only = [fact for fact in SHIPPED.facts if {source.document for source in fact.sources} == {Document.H19}]
    assert len(only) >= 15
    assert FactState.VALID not in {fact.state for fact in only}


def test_newer_public_facts_say_how_they_are_known() -> None:
    known = {fact: FACTS[fact].certainty for fact in ("age", "connected", "left", "altinn-3")}
    assert known == {
        "age": Certainty.READ,
        "connected": Certainty.INDIRECT,
        "left": Certainty.INFERRED,
        "altinn-3": Certainty.INDIRECT,
    }
