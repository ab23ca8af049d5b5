"""Opens papers in a running LibreOffice and prints what stands in them, as one line of JSON each.

usage: read_in_office.py PIPE FILE...

Of a text document: its paragraphs after all tracked changes are accepted, and after all are rejected, the number of
changes and the comments with their authors, and its blocks: paragraphs with their numbers, tables with their cells. Of a
file that ends in .plain.docx only its blocks, as they are. Of a spreadsheet: its cells. Of each: the page's sizes.
"""
import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return context.ServiceManager, context
        except Exception:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def elements(container):
    listed = container.createEnumeration()
    while listed.hasMoreElements():
        yield listed.nextElement()


def paragraphs(document):
    lines = []
    for element in elements(document.Text):
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                lines.extend(element.getCellByName(name).String.split("\n"))
        else:
            words = "".join(part.String for part in elements(element) if part.TextPortionType == "Text")
            lines.extend(words.split("\n"))
    return lines


def blocks(text):
    found = []
    for element in elements(text):
        if element.supportsService("com.sun.star.text.TextTable"):
            cells = [[name, blocks(element.getCellByName(name))] for name in element.CellNames]
            found.append({"cells": cells})
        else:
            words = "".join(part.String for part in elements(element) if part.TextPortionType in ("Text", "TextField"))
            number = element.ListLabelString if hasattr(element, "ListLabelString") else ""
            found.append({"number": number, "text": words})
    return found


def comments(document):
    fields = elements(document.TextFields)
    notes = [field for field in fields if field.supportsService("com.sun.star.text.textfield.Annotation")]
    return sorted([note.Author, note.Initials, note.Content] for note in notes)


def page_of(document, families, style):
    page = document.StyleFamilies.getByName(families).getByName(style)
    return {
        name: getattr(page, name)
        for name in ("Width", "Height", "TopMargin", "BottomMargin", "LeftMargin", "RightMargin", "IsLandscape")
    }


class Office:
    def __init__(self, pipe):
        self.manager, self.context = connect(pipe)
        self.desktop = self.create("com.sun.star.frame.Desktop")

    def create(self, name):
        return self.manager.createInstanceWithContext(name, self.context)

    def open(self, path):
        hidden = PropertyValue(Name="Hidden", Value=True)
        return self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))

    def settled(self, path, command):
        document = self.open(path)
        changes = sum(1 for _ in elements(document.Redlines))
        notes = comments(document)
        frame = document.CurrentController.Frame
        self.create("com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "", 0, ())
        left = sum(1 for _ in elements(document.Redlines))
        answer = {"lines": paragraphs(document), "changes": changes, "left": left, "comments": notes}
        answer["blocks"] = blocks(document.Text)
        document.close(True)
        return answer

    def read_text(self, path):
        document = self.open(path)
        page = page_of(document, "PageStyles", next(iter(elements(document.Text))).PageStyleName or "Standard")
        document.close(True)
        return {
            "page": page,
            "accepted": self.settled(path, ".uno:AcceptAllTrackedChanges"),
            "rejected": self.settled(path, ".uno:RejectAllTrackedChanges"),
        }

    def read_plain(self, path):
        document = self.open(path)
        answer = {"blocks": blocks(document.Text)}
        document.close(True)
        return answer

    def read_sheet(self, path):
        document = self.open(path)
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        cells = [
            [sheet.getCellByPosition(column, row).String for column in range(last.EndColumn + 1)]
            for row in range(last.EndRow + 1)
        ]
        title = sheet.TitleRows
        answer = {
            "cells": cells,
            "titleRows": [title.StartRow, title.EndRow] if sheet.PrintTitleRows else None,
            "page": page_of(document, "PageStyles", sheet.PageStyle),
        }
        document.close(True)
        return answer


def main():
    office = Office(sys.argv[1])
    for path in sys.argv[2:]:
        read = office.read_text
        if path.endswith(".xlsx"):
            read = office.read_sheet
        elif path.endswith(".plain.docx"):
            read = office.read_plain
        print(json.dumps(read(path), ensure_ascii=False), flush=True)
    try:
        office.desktop.terminate()
    except Exception:
        pass  # It closes the line while it answers.


main()
