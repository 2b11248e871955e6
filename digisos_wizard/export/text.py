"""Text made fit for documents: what no reader can show is taken out or replaced, everything else stays as typed."""

import re

REPLACEMENT = "\ufffd"
"""Stands where a character was that no document can hold."""

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    r"""Return the text without control characters; line breaks become `\n`, what UTF-8 or XML refuse becomes U+FFFD."""
    return _UNWRITABLE.sub(REPLACEMENT, _CONTROLS.sub("", _NEWLINES.sub("\n", text)))


def cut(text: str, most: int) -> str:
    """Return the text, ended with an ellipsis where it has more characters than there is room for."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"


def short(text: str, most: int) -> str:
    """Return as much of the text as there is room for, on one line; the whole of it stands in the plan."""
    return cut(one_line(text), most)


def one_line(text: str) -> str:
    """Return the text on one line, for titles, headers and file names."""
    return " ".join(printable(text).split())
