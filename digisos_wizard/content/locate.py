"""Where the resources lie: inside the package when installed or frozen, else the checkout's."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def resources(package: Path = PACKAGE) -> Path:
    """Return the folder of content and examples."""
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
