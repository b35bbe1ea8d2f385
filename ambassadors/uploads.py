"""What an uploaded file really is: judged by what is in it, never by its name. Each refusal is a sentence."""

import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile

import puremagic
from django.utils.translation import gettext as _

MEGABYTE = 1024 * 1024
HEAD = 4096
MOST_TO_READ = 1 * MEGABYTE  # of one part of a document; its list of contents is some kilobytes
MOST_UNPACKED = 64 * MEGABYTE  # of one part of a PDF that its reader needs to find the pages
LONGEST_NAME = 120

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
SUFFIXES = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png", DOCX: ".docx", ODT: ".odt"}

# Windows, Linux, macOS (four ways), Java, and what a shell reads.
PROGRAMS = (
    *(b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe"),
    *(b"\xca\xfe\xba\xbe", b"#!"),
)
ZIPPED, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a document made or broken by hand makes its readers raise.
BROKEN: tuple[type[Exception], ...] = (
    *(BadZipFile, zlib.error, EOFError, OSError, ArithmeticError, LookupError, RuntimeError, ValueError),
)
# Characters that turn the order of the others, so that fdp.exe reads as exe.pdf.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class RefusedUploadError(Exception):
    """The file is not taken. Its text says why, and what to do."""


@dataclass(frozen=True)
class Part:
    """What a zipped document lists of itself: the names in it, and two parts that tell what it is."""

    names: frozenset[str]
    mimetype: bytes
    content_types: bytes


def recognise(file: Any, *, limit_mb: int) -> str:
    """The content type of an upload (anything with size, read and seek). Raises RefusedUploadError."""
    if not file.size:
        raise RefusedUploadError(_("There is nothing in this file. Choose another one."))
    if file.size > limit_mb * MEGABYTE:
        sentence = _("This file is larger than %(limit)d MB. Scan it with less detail, or split it.")
        raise RefusedUploadError(sentence % {"limit": limit_mb})
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(PROGRAMS):
        raise RefusedUploadError(_("This is a program, whatever its name says. Choose the document itself."))
    if head.startswith(OLD_OFFICE):
        raise RefusedUploadError(
            _("This is an old Word file, or one with a password. Save it as .docx, without a password.")
        )
    return _parsed(file, head)


def _parsed(file: Any, head: bytes) -> str:
    """A picture by its first bytes; what holds more is opened."""
    if head.startswith(ZIPPED):
        return _document(file)
    kinds = _kinds(head)
    if PDF in kinds:
        return _pdf(file)
    if found := next((kind for kind in (JPEG, PNG) if kind in kinds), None):
        return found
    raise RefusedUploadError(_not_taken())


def _kinds(head: bytes) -> set[str]:
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except (LookupError, ValueError):  # nothing that it knows, or nothing at all
        return set()


def _pdf(file: Any) -> str:
    pikepdf = _pdf_reader()
    file.seek(0)
    try:
        with pikepdf.open(file) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise RefusedUploadError(
            _("This PDF asks for a password. Save it without one, and choose it again.")
        ) from error
    except (pikepdf.PdfError, *BROKEN) as error:
        raise RefusedUploadError(_damaged_pdf()) from error
    if not pages:
        raise RefusedUploadError(_damaged_pdf())
    return PDF


@cache
def _pdf_reader() -> Any:
    """Loaded when it is first needed. One megabyte of PDF can unpack to a thousand: it stops long before."""
    import pikepdf

    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
    )
    return pikepdf


def _document(file: Any) -> str:
    """A .docx or .odt: a zip that says so itself, and holds the text that it should hold. Only its list is unpacked."""
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            names = frozenset(archive.namelist())
            told = Part(names, _told(archive, "mimetype"), _told(archive, "[Content_Types].xml"))
    except BROKEN as error:
        raise RefusedUploadError(_("This document is damaged. Open it, save it again, and choose it again.")) from error
    if _has_macros(told):
        raise RefusedUploadError(_("This document holds macros: small programs. Save it as PDF, and choose that."))
    if told.mimetype.strip() == ODT.encode() and "content.xml" in told.names:
        return ODT
    if f"{DOCX}.main+xml".encode() in told.content_types and "word/document.xml" in told.names:
        return DOCX
    raise RefusedUploadError(_not_taken())


def _told(archive: ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(MOST_TO_READ)


def _has_macros(told: Part) -> bool:
    """Word's lie in one part, LibreOffice's in a folder."""
    in_word = b"macroEnabled" in told.content_types or any(name.endswith("vbaProject.bin") for name in told.names)
    return in_word or any(name.startswith(("Basic/", "Scripts/")) for name in told.names)


def _not_taken() -> str:
    return _("We do not take this kind of file. Choose a PDF, a photo (JPEG or PNG), a .docx or an .odt.")


def _damaged_pdf() -> str:
    return _("This PDF is damaged. Make it or scan it again.")


def name_from(file_name: str) -> str:
    """What to call a file when nobody says: its own name without path and ending."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    return tidy(PurePath(last).stem)[:LONGEST_NAME].strip(" .")


def tidy(name: str) -> str:
    """On one line, without characters that cannot be seen or that turn the others around."""
    seen = (char for char in name if char not in TURNING and unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp"))
    return " ".join("".join(seen).split())
