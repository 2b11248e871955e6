"""The checksum of a whole file: as printed, added to, altered anywhere, written anew."""

import pytest

from digisos_wizard.model.whole_file import Wholeness, wholeness, with_checksum

PRINTED = b"%PDF-1.7\nfonts and words\ntrailer\nstartxref\n9\n%%EOF\n"


def test_as_printed() -> None:
    assert wholeness(with_checksum(PRINTED)) == (Wholeness.AS_PRINTED, with_checksum(PRINTED))


def test_what_is_added_after_leaves_the_printed_bytes() -> None:
    data = with_checksum(PRINTED) + b"more\nstartxref\n60\n%%EOF\n"
    assert wholeness(data) == (Wholeness.ADDED_TO, with_checksum(PRINTED))


@pytest.mark.parametrize("at", range(len(with_checksum(PRINTED))))
def test_every_byte_counts(at: int) -> None:
    data = bytearray(with_checksum(PRINTED))
    data[at] ^= 1
    assert wholeness(bytes(data))[0] is not Wholeness.AS_PRINTED


def test_without_a_checksum_it_is_written_anew() -> None:
    assert wholeness(PRINTED) == (Wholeness.REWRITTEN, b"")


def test_a_pdf_that_does_not_end_as_one_gets_no_checksum() -> None:
    with pytest.raises(ValueError, match="EOF"):
        with_checksum(PRINTED + b"more")
