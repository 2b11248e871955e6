"""Themes as values: colours by role and the size of text, with tone and tokens of NAV's Aksel design system."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """Names of styles that a widget can take on (`setProperty("look", …)`)."""

    TITLE = "title"
    PART_TITLE = "part-title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LEAD = "lead"
    LABEL = "label"
    HELP = "help"
    ERROR = "error"
    SMALL = "small"
    FIGURE = "figure"
    BADGE = "badge"
    CARD = "card"
    KEY_FIGURES = "key-figures"
    OPENED = "opened"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    BAR = "bar"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Tone:
    """The shades of one role: two grounds, lines and fills, text on the ground, and text that is as strong as ink."""

    soft: str
    moderate: str
    strong: str
    hover: str
    text: str
    dark: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What the program wears; `on_strong` is written on a strong fill, and `scale` 2.0 is 200 % text."""

    neutral: Tone
    accent: Tone
    success: Tone
    warning: Tone
    danger: Tone
    info: Tone
    page: str
    border: str
    focus: str
    on_strong: str
    scale: float = 1.0

    def px(self, size: int) -> str:
        """Return a size of text, as designed, in this theme."""
        return f"{round(size * self.scale)}px"

    def tones(self) -> dict[str, Tone]:
        """Return the tones that a box can have, by name."""
        return {name: getattr(self, name) for name in ("danger", "warning", "info", "success", "neutral")}


LIGHT = Theme(
    neutral=Tone("#f5f6f7", "#ecedef", "#6f7785", "#5d6573", "#555d6a", "#202733"),
    accent=Tone("#f1f7ff", "#e4eeff", "#2176d4", "#0063c1", "#005bb6", "#002459"),
    success=Tone("#e2fde8", "#d5f6db", "#00893c", "#007629", "#006c1f", "#002e00"),
    warning=Tone("#fff5e4", "#ffebc7", "#ca5000", "#ac4400", "#a03e00", "#481700"),
    danger=Tone("#fff2f7", "#ffe8f0", "#e22948", "#cb0035", "#bc002a", "#560000"),
    info=Tone("#eef6fc", "#e3eff7", "#457c9d", "#246b91", "#156389", "#002942"),
    page="#ffffff",
    border="#cfd3d8",
    focus="#202733",
    on_strong="#ffffff",
)
DARK = Theme(
    neutral=Tone("#161d28", "#1c232f", "#767e8c", "#8a92a0", "#949ba8", "#dfe1e5"),
    accent=Tone("#101d2d", "#152436", "#447fc9", "#5f94d8", "#6d9ddd", "#b0caf1"),
    success=Tone("#00230b", "#032911", "#368e52", "#4ca265", "#5eab72", "#a4d4ad"),
    warning=Tone("#371100", "#3e1704", "#c46233", "#de753c", "#e78040", "#f5bf6d"),
    danger=Tone("#410409", "#490b10", "#dd4a50", "#eb6772", "#ee7685", "#f6b7cd"),
    info=Tone("#071e2d", "#0d2534", "#5a839b", "#7396ab", "#7f9fb3", "#b7cbd7"),
    page="#0e151f",
    border="#2e3641",
    focus="#dfe1e5",
    on_strong="#000000",
)
