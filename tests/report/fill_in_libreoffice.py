"""Fills in a workbook in LibreOffice, and saves it; run by the Python that LibreOffice speaks to.

`python3 fill_in_libreoffice.py PIPE WORKBOOK ANSWERS.json`: by sheet and cell, the text or number to be put there.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def desktop_of(pipe: str) -> object:
    """LibreOffice, as soon as it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        with contextlib.suppress(Exception):
            office = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
        time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def main(pipe: str, workbook: str, answers: str) -> None:
    desktop = desktop_of(pipe)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(Path(workbook).as_uri(), "_blank", 0, (hidden,))
    for sheet, cells in json.loads(Path(answers).read_text(encoding="utf-8")).items():
        page = document.Sheets.getByName(sheet)
        for name, content in cells.items():
            cell = page.getCellRangeByName(name)
            cell.setString(content) if isinstance(content, str) else cell.setValue(content)
    document.store()
    document.close(True)
    with contextlib.suppress(Exception):
        desktop.terminate()


main(*sys.argv[1:])
