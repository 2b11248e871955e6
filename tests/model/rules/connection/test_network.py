"""The critical path: soonest and latest times by hand, and what holds of every network."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.rules.connection.network import Node, solve


def test_a_small_network_by_hand() -> None:
    # a(3) → b(2) → d(1), a → c(5) → d; d must be finished at 12, and work begins at 0.
    nodes = [Node("a", 3), Node("b", 2, ("a",)), Node("c", 5, ("a",)), Node("d", 1, ("b", "c"), due=12)]
    found = solve(nodes, 0)
    assert {key: (one.soonest_start, one.soonest_finish) for key, one in found.times.items()} == {
        "a": (0, 3), "b": (3, 5), "c": (3, 8), "d": (8, 9),
    }  # fmt: skip
    assert {key: (one.latest_start, one.latest_finish, one.slack) for key, one in found.times.items()} == {
        "a": (3, 6, 3), "b": (9, 11, 6), "c": (6, 11, 3), "d": (11, 12, 3),
    }  # fmt: skip
    assert found.path_to("d") == ("a", "c", "d")
    assert found.circles == ()


def test_what_is_finished_holds_nobody_back() -> None:
    found = solve([Node("a", 30, finished=True), Node("b", 2, ("a",), due=5)], 0)
    assert found.times["b"].soonest_finish == 2
    assert found.path_to("b") == ("b",)


def test_nothing_begins_before_its_time() -> None:
    found = solve([Node("a", 1, not_before=7), Node("b", 1, ("a",))], 0)
    assert (found.times["a"].soonest_start, found.times["b"].soonest_finish) == (7, 9)
    assert found.times["b"].slack is None, "nothing is due"


def test_a_circle_is_cut_and_named_and_the_rest_is_solved() -> None:
    nodes = [Node("x", 1, ("z",)), Node("y", 1, ("x",)), Node("z", 1, ("y",)), Node("w", 2, ("gone",), due=4)]
    found = solve(nodes, 0)
    assert len(found.circles) == 1
    assert set(found.circles[0]) == {"x", "y", "z"}
    assert found.times["w"].slack == 2
    assert len(found.times) == 4


def test_one_that_waits_for_itself_is_a_circle_of_one() -> None:
    found = solve([Node("x", 1, ("x",))], 0)
    assert found.circles == (("x",),)


@st.composite
def networks(draw: st.DrawFn) -> list[Node]:
    """Return networks without circles: everyone waits for some of those before them."""
    count = draw(st.integers(1, 12))
    nodes = []
    for place in range(count):
        after = tuple(f"n{one}" for one in range(place) if draw(st.integers(0, 3)) == 0)
        due = draw(st.none() | st.integers(0, 60))
        nodes.append(
            Node(
                f"n{place}", draw(st.integers(1, 6)), after, draw(st.integers(0, 5)) == 0, draw(st.integers(0, 9)), due
            )
        )
    return nodes


@given(networks(), st.integers(0, 20))
def test_nobody_begins_before_those_they_wait_for(nodes: list[Node], begin: int) -> None:
    found = solve(nodes, begin)
    known = {node.key: node for node in nodes}
    for node in nodes:
        here = found.times[node.key]
        assert here.soonest_start >= begin
        for earlier in node.after:
            if known[earlier].finished or node.finished:
                continue
            assert here.soonest_start >= found.times[earlier].soonest_finish
            last, own = found.times[earlier].latest_finish, here.latest_start
            assert own is None or (last is not None and last <= own)


@given(networks(), st.integers(0, 20))
def test_forwards_and_backwards_agree_on_slack(nodes: list[Node], begin: int) -> None:
    for one in solve(nodes, begin).times.values():
        if one.latest_start is not None and one.latest_finish is not None:
            assert one.slack == one.latest_finish - one.soonest_finish
            unfinished = one.soonest_finish > one.soonest_start
            assert not unfinished or one.slack == one.latest_start - one.soonest_start


def late(nodes: list[Node], begin: int) -> set[str]:
    """Return who isn't finished and can't be in time."""
    times = solve(nodes, begin).times
    return {
        node.key for node in nodes
        if not node.finished and (slack := times[node.key].slack) is not None and slack < 0
    }  # fmt: skip


@given(networks(), st.integers(0, 8), st.data())
def test_slack_is_just_how_much_longer_something_can_take(nodes: list[Node], begin: int, data: st.DataObject) -> None:
    found = solve(nodes, begin)
    chosen = data.draw(st.sampled_from(nodes))
    slack = found.times[chosen.key].slack
    if chosen.finished or slack is None or slack < 0 or late(nodes, begin):
        return

    def longer(by: int) -> set[str]:
        changed = [replace(node, days=node.days + by) if node.key == chosen.key else node for node in nodes]
        return late(changed, begin)

    assert not longer(slack)
    assert longer(slack + 1)


@given(networks(), st.integers(0, 20))
def test_a_chain_fits_together_without_gaps(nodes: list[Node], begin: int) -> None:
    found = solve(nodes, begin)
    for key in found.times:
        chain = found.path_to(key)
        assert chain[-1] == key
        for earlier, later in pairwise(chain):
            assert found.times[later].soonest_start == found.times[earlier].soonest_finish
