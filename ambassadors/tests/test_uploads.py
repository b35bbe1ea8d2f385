"""What is taken, and a sentence for each thing that is not."""

from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.tests import files
from ambassadors.uploads import LONGEST_NAME, MOST_UNPACKED, SUFFIXES, RefusedUploadError, name_from, recognise, tidy
from organisations import sealing
from organisations.sealing import PIECE, SEALED_PIECE, BrokenSealError

NOT_TAKEN = "Dit soort bestand nemen we niet aan. Kies een pdf, een foto (jpeg of png), een .docx of een .odt."
DAMAGED_PDF = "Deze pdf is beschadigd. Maak of scan ze opnieuw."
DAMAGED = "Dit document is beschadigd. Open het, bewaar het opnieuw en kies het nog eens."
MACROS = "In dit document zitten macro's: kleine programma's. Bewaar het als pdf en kies die."
PROGRAM = "Dit is een programma, wat de naam ook zegt. Kies het document zelf."


def seen(content: bytes, limit_mb: int = 10) -> str:
    return recognise(ContentFile(content), limit_mb=limit_mb)


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (files.pdf(), ".pdf"),
        (files.PNG, ".png"),
        (files.JPEG, ".jpg"),
        (files.docx(), ".docx"),
        (files.odt(), ".odt"),
    ],
    ids=[".pdf", ".png", ".jpg", ".docx", ".odt"],
)
def test_sound_file_is_recognised_by_what_is_in_it(content, suffix):
    assert SUFFIXES[seen(content)] == suffix


REFUSED = {
    "empty": (b"", "Er staat niets in dit bestand. Kies een ander."),
    "program": (files.EXE, PROGRAM),
    "linux program": (b"\x7fELF" + bytes(99), PROGRAM),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", PROGRAM),
    "broken pdf": (b"%PDF-1.7\n" + bytes(200), DAMAGED_PDF),
    "pdf cut off": (files.pdf()[:60], DAMAGED_PDF),
    "pdf without pages": (files.pdf_without_pages(), DAMAGED_PDF),
    "locked pdf": (
        files.locked_pdf(),
        "Deze pdf vraagt een wachtwoord. Bewaar ze zonder wachtwoord en kies ze opnieuw.",
    ),
    "old word": (
        files.OLD_WORD,
        "Dit is een oud Word-bestand of een met een wachtwoord. Bewaar het als .docx, zonder wachtwoord.",
    ),
    "macros of word": (files.docm(), MACROS),
    "macros of libreoffice": (files.odt(**{"Basic/Standard/Module1.xml": "Shell"}), MACROS),
    "docx cut off": (files.docx()[:-40], DAMAGED),
    "other zip": (files.zipped(**{"a.txt": "a"}), NOT_TAKEN),
    "odt in name only": (files.zipped(mimetype=files.ODT_TYPE), NOT_TAKEN),
    "text": (b"Zomaar tekst", NOT_TAKEN),
    "web page": (b"<!doctype html><script>alert(1)</script>", NOT_TAKEN),
    "gif": (b"GIF89a" + bytes(50), NOT_TAKEN),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_everything_else_has_its_sentence(content, sentence):
    with pytest.raises(RefusedUploadError) as refused:
        seen(content)
    assert str(refused.value) == sentence


def test_too_large_says_the_limit_and_what_to_do():
    sentence = "Dit bestand is groter dan 1 MB. Scan het met minder detail of splits het."
    with pytest.raises(RefusedUploadError, match=sentence):
        seen(files.PNG + bytes(1024 * 1024), limit_mb=1)
    assert seen(files.PNG + bytes(1024 * 1024 - len(files.PNG)), limit_mb=1) == "image/png"


def test_pdf_that_unpacks_to_a_thousand_times_itself_is_not_unpacked():
    assert seen(files.pdf()) == "application/pdf"
    limits = pikepdf.settings.get_qpdf_limits()
    assert {limits[f"{way}_max_memory"] for way in ("flate", "run_length", "png", "tiff")} == {MOST_UNPACKED}


@given(st.binary(min_size=1, max_size=300), st.sampled_from([b"", b"%PDF-1.4", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n"]))
def test_whatever_the_bytes_there_is_an_answer(tail, head):
    with suppress(RefusedUploadError):
        assert seen(head + tail) in SUFFIXES


@given(st.text(max_size=400))
def test_name_is_one_line_that_can_be_seen(text):
    name = name_from(text)
    assert len(name) <= LONGEST_NAME
    assert tidy(name) == name
    assert not {"/", "\\", "\0", "\n", "\u202e"} & set(name)


def test_name_comes_without_path_and_ending():
    assert name_from("C:\\Documenten\\Analyse  2026.pdf") == "Analyse 2026"
    assert name_from("../../etc/x") == "x"
    assert name_from("foto\u202egpj.exe") == "fotogpj"
    assert name_from("") == name_from("..") == ""


# --- Sealed -----------------------------------------------------------------------------------------------------------


def sealed_pieces(content: bytes, key: str) -> list[bytes]:
    return list(sealing.seal(sealing.pieces(BytesIO(content), PIECE), key))


def opened(parts: list[bytes], key: str) -> bytes:
    return b"".join(sealing.unseal(sealing.pieces(BytesIO(b"".join(parts)), SEALED_PIECE), key))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_file_comes_back_as_it_went_in(size):
    key, content = sealing.new_key(), bytes(range(256)) * (size // 256 + 1)
    parts = sealed_pieces(content[:size], key)
    assert opened(parts, key) == content[:size]
    assert size < 20 or content[:20] not in b"".join(parts)


def test_file_that_was_tampered_with_does_not_open():
    key = sealing.new_key()
    first, second, third = sealed_pieces(bytes(3 * PIECE), key)
    changed = bytes([first[0] ^ 1]) + first[1:]
    for wrong in (
        [changed, second, third],
        [second, first, third],
        [first, second],
        [first, third],
        [first, third, second],
    ):
        with pytest.raises(BrokenSealError):
            opened(wrong, key)
    with pytest.raises(BrokenSealError):
        opened([first, second, third], sealing.new_key())
