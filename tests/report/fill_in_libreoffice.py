"""Fills in a workbook as a person does in LibreOffice, and saves it: run by LibreOffice's own Python.

`python fill_in_libreoffice.py SOCKET WORKBOOK ANSWERS.json`: by sheet, by cell, what is typed, as it is typed.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def main(pipe: str, workbook: str, answers: str) -> None:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(600):
        try:
            office = resolver.resolve(address)
            break
        except Exception:
            time.sleep(0.1)
    desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(Path(workbook).as_uri(), "_blank", 0, (hidden,))
    for sheet, cells in json.loads(Path(answers).read_text(encoding="utf-8")).items():
        page = document.Sheets.getByName(sheet)
        for name, typed in cells.items():
            cell = page.getCellRangeByName(name)
            if isinstance(typed, str):
                cell.setFormula("'" + typed if typed[:1] in "=+-@" else typed)
            else:
                cell.setValue(typed)
    document.store()
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        return


main(*sys.argv[1:])
