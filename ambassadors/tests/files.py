"""Files as people choose them: sound ones, and all that is wrong with others."""

import zipfile
from io import BytesIO

import pikepdf
from docx import Document

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(60)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(60)
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(500)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def pdf(text: str = "", **saving) -> bytes:
    """One page; `text` stands in it, readable."""
    made, out = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.pages[0].Contents = made.make_stream(f"% {text}".encode())
    made.save(out, compress_streams=False, **saving)
    return out.getvalue()


def locked_pdf() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="baas", user="sleutel"))


def pdf_without_pages() -> bytes:
    out = BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


def scan(megabytes: int) -> bytes:
    """A PDF that holds one large picture which does not compress."""
    made, out = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.pages[0].Contents = made.make_stream(bytes(range(256)) * (megabytes * 4096))
    made.save(out, compress_streams=False)
    return out.getvalue()


def docx() -> bytes:
    out = BytesIO()
    document = Document()
    document.add_paragraph("Een analyse")
    document.save(out)
    return out.getvalue()


def zipped(**parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def odt(**more: str) -> bytes:
    return zipped(**{"mimetype": ODT_TYPE, "content.xml": "<office:document-content/>"} | more)


def docm() -> bytes:
    """A Word document with macros, renamed."""
    types = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return zipped(**{"[Content_Types].xml": types, "word/document.xml": "", "word/vbaProject.bin": ""})
