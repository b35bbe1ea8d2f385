"""Word: a paper of the dossier as a .docx that one can go on writing in. The one place that knows python-docx.

Headings and lists are the styles that Word itself calls so: its navigation, a screen reader and LibreOffice know them.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as Sheet
from docx.enum.text import WD_COLOR_INDEX, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from ambassadors.papers import pieces

Json = dict[str, Any]
LANGUAGE = "nl-BE"
FONT = "Arial"  # on every computer of a town hall, and with the same widths in LibreOffice
INK, BRAND, MUTED, LINE = RGBColor(0x16, 0x20, 0x2B), RGBColor(0x0A, 0x5A, 0x6B), RGBColor(0x4E, 0x5B, 0x69), "D5DBE1"
WIDTH = Cm(17)
# Style, size, weight, colour, space before and after: the sizes of report.css.
STYLES = (
    ("Normal", 10, False, INK, 0, 6),
    ("Title", 24, True, INK, 0, 8),
    ("Subtitle", 10.5, False, MUTED, 0, 10),
    ("Heading 1", 14, True, BRAND, 14, 4),
    ("Heading 2", 11, True, INK, 11, 3),
    ("List Bullet", 10, False, INK, 0, 3),
    ("Footer", 8.5, False, MUTED, 0, 0),
)


def render(paper: Json, *, made_on: date | None = None) -> bytes:
    """The .docx of a paper as ambassadors.papers writes it."""
    sheet = Document()
    _set_up(sheet, paper, made_on)
    sheet.add_paragraph(f"{paper['sort']} · {paper['about']}", style="Subtitle")
    sheet.add_paragraph(paper["title"], style="Title")
    if paper["lead"]:
        sheet.add_paragraph().add_run(paper["lead"]).bold = True
    for part in paper["parts"]:
        WRITERS[part["kind"]](sheet, part)
    out = BytesIO()
    sheet.save(out)
    return out.getvalue()


# --- Parts ------------------------------------------------------------------------------------------------------------


def _heading(sheet: Sheet, part: Json) -> None:
    """Level 2 of a paper is Word's first: above it stands the title, which has a style of its own."""
    line = sheet.add_heading(part["text"], level=part["level"] - 1)
    line.paragraph_format.page_break_before = part.get("new_page")


def _paragraph(sheet: Sheet, part: Json) -> None:
    _write(sheet.add_paragraph(), part["text"])


def _bullets(sheet: Sheet, part: Json) -> None:
    for item in part["items"]:
        _write(sheet.add_paragraph(style="List Bullet"), item)


def _fields(sheet: Sheet, part: Json) -> None:
    table = _table(sheet, rows=len(part["rows"]), widths=(Cm(5.5), Cm(11.5)))
    for row, (label, text) in zip(table.rows, part["rows"], strict=True):
        row.cells[0].paragraphs[0].add_run(label).bold = True
        _write(row.cells[1].paragraphs[0], text)


def _signatures(sheet: Sheet, part: Json) -> None:
    """Both sign in one table: its head says for whom, each row has room to write."""
    columns = part["columns"]
    blanks = columns[0]["blanks"]
    table = _table(sheet, rows=len(blanks) + 1, widths=(Cm(2.8), *[Cm(14.2 / len(columns))] * len(columns)))
    _keep_whole(table)
    for cell, column in zip(table.rows[0].cells[1:], columns, strict=True):
        cell.paragraphs[0].add_run(column["who"]).bold = True
    for number, label in enumerate(blanks, start=1):
        table.rows[number].height = Cm(1.8 if number == len(blanks) else 1)
        table.rows[number].cells[0].paragraphs[0].add_run(label)


WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "fields": _fields,
    "signatures": _signatures,
}


def _write(paragraph: Paragraph, text: str) -> None:
    """A text, with what is still to fill in marked in yellow."""
    for piece, is_blank in pieces(text):
        run = paragraph.add_run(piece)
        if is_blank:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _table(sheet: Sheet, *, rows: int, widths: tuple[Any, ...]) -> Table:
    """A table with hairlines between its rows; the first column names the row."""
    table = sheet.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    _draw_hairlines(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_before = Pt(3)
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
    _keep_apart(sheet)
    return table


def _draw_hairlines(table: Table) -> None:
    """Lines between the rows only. Word wants what describes a table in the order of its standard."""
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for edge in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{edge}", val="single", sz="4", space="0", color=LINE))
    margins.append(_element("w:left", w="0", type="dxa"))
    look = _element("w:tblLook", firstRow="0", firstColumn="1", noHBand="1", noVBand="1")
    properties = table._tbl.tblPr
    kept = [child for child in properties if child.tag in (qn("w:tblStyle"), qn("w:tblW"), qn("w:jc"))]
    layout = properties.findall(qn("w:tblLayout"))
    for child in list(properties):
        properties.remove(child)
    properties.extend([*kept, borders, *layout, margins, look])


def _keep_apart(sheet: Sheet) -> None:
    """A small gap below a table, for the next one would grow into it."""
    gap = sheet.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), Pt(6)


def _keep_whole(table: Table) -> None:
    """On one page; its first row is its head."""
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


# --- Page, styles, properties -----------------------------------------------------------------------------------------


def _set_up(sheet: Sheet, paper: Json, made_on: date | None) -> None:
    section = sheet.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2)
    for name, size, bold, colour, before, after in STYLES:
        _style(sheet, name, size, bold, colour, before, after)
    sheet.styles["Normal"].paragraph_format.line_spacing = 1.15  # type: ignore[attr-defined]
    _speak_dutch(sheet)
    _properties(sheet, paper, made_on)
    _number_pages(sheet, paper["title"])


def _style(sheet: Sheet, name: str, size: float, bold: bool, colour: RGBColor, before: int, after: int) -> None:
    style: Any = sheet.styles[name]
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
        fonts.set(qn(f"w:{kind}"), FONT)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _speak_dutch(sheet: Sheet) -> None:
    """The language of the whole text: for the spelling check, and for who has it read aloud."""
    defaults = sheet.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(_element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))


def _properties(sheet: Sheet, paper: Json, made_on: date | None) -> None:
    core = sheet.core_properties
    core.title = f"{paper['title']}: {paper['about']}"
    core.language, core.subject, core.comments = LANGUAGE, paper["sort"], ""
    core.author = core.last_modified_by = _("Verbindingsambassadeurs")
    if made_on:
        core.created = core.modified = datetime.combine(made_on, time(), tzinfo=UTC)


def _number_pages(sheet: Sheet, title: str) -> None:
    """The title to the left, the page of how many to the right."""
    line = sheet.sections[0].footer.paragraphs[0]
    tabs = line.style.paragraph_format.tab_stops  # type: ignore[union-attr]
    tabs.clear_all()
    tabs.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{title}\t")
    for code, between in (("PAGE", " / "), ("NUMPAGES", "")):
        line._p.append(_field(code))
        line.add_run(between)


def _field(code: str) -> Any:
    field = _element("w:fldSimple", instr=code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    return field


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in _named(attributes.items()):
        element.set(name, value)
    return element


def _named(attributes: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((qn(f"w:{name}"), value) for name, value in attributes)
