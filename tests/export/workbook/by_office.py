"""Does to workbooks in LibreOffice what people do: run by the Python that LibreOffice comes with, outside of pytest.

Arguments: a file with the cases as JSON, and the folder of the office's profile. A case is `[source, target, acts]`.
An act is `["insert", sheet, row]`, `["delete", sheet, row]` or
`["sort", sheet, left, top, right, bottom, column, falling]`, counted from 0.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found] # comes with LibreOffice
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found] # the same
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found] # the same
from com.sun.star.table import TableSortField  # type: ignore[import-not-found] # the same

PATIENCE = 120


def connected(pipe: str) -> object:
    """Return the desktop of the office that listens at a pipe, as soon as it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def prop(name: str, value: object) -> object:
    """Return a property."""
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def act(book: object, done: list[object]) -> None:
    """Do one thing to a workbook."""
    kind, name, *numbers = done
    sheet = book.Sheets.getByName(name)  # type: ignore[attr-defined] # an object of LibreOffice
    sheet.unprotect("")
    if kind == "insert":
        sheet.Rows.insertByIndex(numbers[0], 1)
    elif kind == "delete":
        sheet.Rows.removeByIndex(numbers[0], 1)
    else:
        left, top, right, bottom, column, falling = numbers
        field = TableSortField()
        field.Field, field.IsAscending, field.IsCaseSensitive = column, not falling, False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        rows = sheet.getCellRangeByPosition(left, top, right, bottom)
        uno.invoke(rows, "sort", ((prop("SortFields", fields), prop("ContainsHeader", False)),))


def main(cases: Path, profile: Path) -> None:
    """Do what the cases say, each to its own workbook."""
    pipe = f"workbook{profile.name}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        desktop = connected(pipe)
        for source, target, acts in json.loads(cases.read_text("utf-8")):
            book = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (prop("Hidden", True),))  # type: ignore[attr-defined] # an object of LibreOffice
            for done in acts:
                act(book, done)
            book.calculateAll()
            book.storeToURL(Path(target).as_uri(), (prop("FilterName", "Calc MS Excel 2007 XML"),))
            book.close(True)
        desktop.terminate()  # type: ignore[attr-defined] # the same
    finally:
        office.wait(PATIENCE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
