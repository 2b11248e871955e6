"""Gevinstkart: a box that is chosen opens beside the map with its path, by pointer and keys; links are ticked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.benefits.benefit_map import MapPart
from tests.ui.hands import press, type_into

HERE = Place(StepKey.BENEFITS, "map")


def part_of(shell: Shell) -> MapPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, MapPart)
    return found


@pytest.fixture
def part(shell: Shell) -> MapPart:
    """The part on the example."""
    return part_of(shell)


def offers(part: MapPart) -> bool:
    """Tell whether the part has a primary act of its own."""
    return part.has_act


def click(qtbot: QtBot, part: MapPart, key: str) -> None:
    """Click a box of the map."""
    assert part.view.scene is not None
    box = next(box for box in part.view.scene.boxes if box.key == key)
    middle = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
    qtbot.mouseClick(part.view, Qt.MouseButton.LeftButton, pos=middle)


def test_a_click_opens_the_box_beside_the_map_which_stays_where_it_is(
    qtbot: QtBot, shell: Shell, part: MapPart
) -> None:
    before = part.view.scene
    node = shell.session.plan.benefits.map_nodes[5]
    click(qtbot, part, node.id)
    assert part.box.isVisible()
    assert part.box.node.fields["title"].control.text() == node.title
    assert part.view.scene == before
    item = shell.session.plan.benefits.items[2]
    click(qtbot, part, item.id)
    assert not part.box.node.isVisible()
    assert part.box.benefit.isVisible()


def test_a_folded_panel_opens_for_the_box(qtbot: QtBot, shell: Shell, part: MapPart) -> None:
    shell.panel.fold(folded=True)
    click(qtbot, part, shell.session.plan.benefits.items[0].id)
    assert not shell.panel.is_folded
    assert part.box.isVisible()


def test_keys_go_between_boxes_and_enter_opens(qtbot: QtBot, shell: Shell, part: MapPart) -> None:
    part.view.setFocus()
    heard: list[str] = []
    part.view.chosen.connect(heard.append)
    qtbot.keyClick(part.view, Qt.Key.Key_Return)
    qtbot.keyClick(part.view, Qt.Key.Key_Right)
    qtbot.keyClick(part.view, Qt.Key.Key_Return)
    layers = {box.key: box.layer for box in shell.session.figures.benefit_map.boxes}
    order = list(dict.fromkeys(box.layer for box in shell.session.figures.benefit_map.boxes))
    assert [order.index(layers[key]) for key in heard] == [0, 1]


def test_a_text_moves_the_map_and_a_tick_links(qtbot: QtBot, shell: Shell, part: MapPart) -> None:
    node = shell.session.plan.benefits.map_nodes[0]
    click(qtbot, part, node.id)
    type_into(qtbot, part.box.node.fields["title"], "Søknad på nett")
    shell.redraw()
    assert part.view.scene is not None
    box = next(box for box in part.view.scene.boxes if box.key == node.id)
    assert " ".join(box.lines) == "Søknad på nett"
    links = part.box.node.fields["leads_to"].control.widget
    assert isinstance(links, QListWidget)
    count = len(shell.session.figures.benefit_map.links)
    free = next(links.item(at) for at in range(links.count()) if links.item(at).checkState() is Qt.CheckState.Unchecked)
    free.setCheckState(Qt.CheckState.Checked)
    shell.redraw()
    assert len(shell.session.figures.benefit_map.links) == count + 1


def test_what_a_box_comes_of_leads_there(qtbot: QtBot, shell: Shell, part: MapPart) -> None:
    drawn = shell.session.figures.benefit_map
    start, end = drawn.links[0]
    part.choose(end.key)
    shell.redraw()
    assert start.key in drawn.path_of(end.key)
    assert start.title in [link.words() for link in part.box.source_links()]


def test_a_box_is_added_named_and_taken_away(qtbot: QtBot, shell: Shell, part: MapPart) -> None:
    press(qtbot, part.widget, "Ny boks")
    title = part.box.node.fields["title"]
    assert title.is_written_in()
    type_into(qtbot, title, "Nytt skilt")
    shell.redraw()
    assert "Nytt skilt" in part.about.text(), "it is not linked yet"
    press(qtbot, part.box, "Fjern boksen")
    shell.redraw()
    assert "Nytt skilt" not in {node.title for node in shell.session.plan.benefits.map_nodes}


def test_an_empty_plan_begins_with_a_suggested_map(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = part_of(shell)
    assert offers(part)
    press(qtbot, part.widget, "Begynn med et forslag")
    shell.redraw()
    assert part.view.scene is not None
    assert len(part.view.scene.boxes) == len(shell.session.content.map_nodes)
    assert not offers(part)
    shell.session.undo()
    shell.redraw()
    assert offers(part)


def test_a_place_leads_to_its_box(shell: Shell, part: MapPart) -> None:
    item = shell.session.plan.benefits.items[0]
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.BENEFITS, ("benefits", "items", item.id, "leads_to"))
    assert shell.here == HERE
    assert part.box.benefit.isVisible()
