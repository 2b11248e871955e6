"""Text that goes on in another cell or on another page."""

from digisos_wizard.export import fonts
from digisos_wizard.export.paper.blocks import Composer, pieces
from digisos_wizard.export.paper.tags import Tagged


def test_lines_go_on_without_an_empty_one_between() -> None:
    fonts.register()
    composer = Composer()
    lines = composer.paragraph("\n".join(f"– linje {number}" for number in range(40)), composer.styles.cell)
    whole = lines.wrap(300, 10_000)[1]
    parts = pieces(lines, 306)
    assert len(parts) > 2
    assert sum(part.wrap(300, 10_000)[1] for part in parts) == whole


def test_an_empty_line_that_was_typed_stays() -> None:
    fonts.register()
    composer = Composer()
    lines = composer.paragraph("linje\n\n" * 40, composer.styles.cell)
    whole = lines.wrap(300, 10_000)[1]
    assert sum(part.wrap(300, 10_000)[1] for part in pieces(lines, 306)) == whole


def test_the_parts_are_one_paragraph_to_a_reader() -> None:
    fonts.register()
    composer = Composer()
    parts = pieces(composer.paragraph("ord " * 2_000, composer.styles.cell), 306)
    elements = {part.element for part in parts if isinstance(part, Tagged)}
    assert len(parts) > 2
    assert len(elements) == 1
