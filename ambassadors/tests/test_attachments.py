"""Files of a dossier: who adds, reads and removes them; each stored once, sealed, and nothing left behind."""

import json
import stat
import tracemalloc
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.fernet import Fernet
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from ambassadors import storage
from ambassadors.actions.attachments import AttachmentContent, add_attachment, kept_file
from ambassadors.documents import hiring_file_document, without_costs
from ambassadors.instrument import AttachmentKind
from ambassadors.models import Attachment, ExistingAnalysis, NeededPartner
from ambassadors.storage import StoreError
from ambassadors.tests import files
from ambassadors.tests.conftest import NOW, fetched
from ambassadors.uploads import recognise
from config.stores import dossier_store
from config.testing.cast import address
from organisations.models import AuditEvent, Entry

ANALYSIS, STATEMENT, OTHER = AttachmentKind
WORDS = "LEESBARE-WOORDEN"
NAME = "Verklaring van Jan Janssens.pdf"


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    """A store of this test alone."""
    options = settings.STORAGES["dossiers"]["OPTIONS"] | {"location": tmp_path / "dossiers"}
    settings.STORAGES = settings.STORAGES | {"dossiers": settings.STORAGES["dossiers"] | {"OPTIONS": options}}
    return tmp_path / "dossiers"


@pytest.fixture
def coordinator(cast, hiring_file, client_for):
    return client_for(cast.coordinator)


def stored(store: Path) -> list[Path]:
    return sorted(path for path in store.rglob("*") if path.is_file())


def page(cast, name="new", *rows, of=None):
    return address(of or cast.coordinator, f"ambassadors:attachment-{name}", cast.project, *rows)


def form(content=None, file_name=NAME, **typed):
    upload = SimpleUploadedFile(file_name, files.pdf(WORDS) if content is None else content)
    return {"entry_id": str(uuid4()), "kind": STATEMENT.value, "file": upload} | typed


def add(hiring_file, by, kind=STATEMENT, name="Verklaring", row=None, content=None):
    said = AttachmentContent(kind=kind, name=name, content_type="application/pdf", row=row)
    with kept_file(BytesIO(content or files.pdf(WORDS))) as kept:
        return add_attachment(hiring_file=hiring_file, stored=kept, content=said, by=by, now=NOW)


def errors(answer):
    return {name: [str(one) for one in found] for name, found in answer.context["form"].errors.items()}


# --- Adding -----------------------------------------------------------------------------------------------------------


def test_file_is_added_sealed_and_handed_out_again(cast, coordinator, store):
    answer = coordinator.post(page(cast), form(files.pdf(WORDS)))
    assert (answer.status_code, answer["Location"]) == (302, page(cast, "list"))
    row = Attachment.objects.get()
    assert (row.kind, row.name, row.content_type, row.size) == (
        STATEMENT,
        NAME[:-4],
        "application/pdf",
        len(files.pdf(WORDS)),
    )
    assert b"".join(coordinator.get(page(cast, "download", row))) == files.pdf(WORDS)
    trail = AuditEvent.objects.filter(subject=row.uuid).order_by("id")
    assert list(trail.values_list("verb", flat=True)) == ["created", "downloaded"]


def test_nothing_on_disk_can_be_read_or_tells_whose_it_is(cast, coordinator, store):
    coordinator.post(page(cast), form())
    (path,) = stored(store)
    lying = path.read_bytes()
    assert not any(part in lying for part in (b"%PDF", WORDS.encode(), b"Janssens"))
    assert "Janssens" not in f"{path}{Attachment.objects.get().stored_name}"
    assert path.suffix == ""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("../../etc/passwd.pdf", "passwd"),
        ("C:\\geheim\\Analyse.pdf", "Analyse"),
        ("analyse\u202efdp.exe", "analysefdp"),
        ("x" * 5000 + ".pdf", "x" * 120),
        ("nul\x00teken\nlijn.pdf", "nultekenlijn"),
        (" .pdf", "Engagementsverklaring"),
        ('"; rm -rf / <script>alert(1)</script>.pdf', "script>"),
    ],
)
def test_hostile_name_does_no_harm(name, called, cast, coordinator, store):
    assert coordinator.post(page(cast), form(file_name=name)).status_code == 302
    row = Attachment.objects.get()
    assert row.name == called
    assert [path.parent for path in stored(store)] == [store / "attachment"]
    assert "<script>alert" not in coordinator.get(page(cast, "list")).content.decode()
    assert coordinator.get(page(cast, "download", row))["Content-Disposition"] == (
        'attachment; filename="engagementsverklaring-' + f'{row.uploaded_at:%Y-%m-%d}.pdf"'
    )


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"file": ""}, {"file": ["Kies een bestand."]}),
        ({"file": SimpleUploadedFile("a.pdf", b"")}, {"file": ["Er staat niets in dit bestand. Kies een ander."]}),
        (
            {"file": SimpleUploadedFile("factuur.pdf", files.EXE)},
            {"file": ["Dit is een programma, wat de naam ook zegt. Kies het document zelf."]},
        ),
        (
            {"kind": "", "name": "n" * 121},
            {
                "kind": ["Kies wat voor bestand dit is."],
                "name": ["Kort deze tekst in tot 120 tekens. Nu zijn het er 121."],
                "file": ["Kies het bestand opnieuw. Je browser onthoudt het niet."],
            },
        ),
    ],
    ids=["no file", "empty file", "program", "no kind"],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(sent, said, cast, coordinator, store):
    answer = coordinator.post(page(cast), form(**{"name": "Mijn woorden"} | sent))
    assert (answer.status_code, errors(answer)) == (422, said)
    assert f'value="{sent.get("name", "Mijn woorden")}"' in answer.content.decode()
    assert (Attachment.objects.count(), stored(store)) == (0, [])


def test_file_belongs_to_a_row_of_this_dossier(cast, coordinator, hiring_file):
    partner = NeededPartner.objects.create(hiring_file=hiring_file, name="Jeugdhuis De Kade")
    shown = coordinator.get(page(cast) + f"?row={partner.uuid}").context["form"]
    assert (shown["row"].value(), shown["kind"].value()) == (str(partner.uuid), STATEMENT)
    coordinator.post(page(cast), form(row=str(partner.uuid)))
    assert Attachment.objects.get().row == partner.uuid
    refused = coordinator.post(page(cast), form(row=str(uuid4())))
    assert errors(refused)["row"] == ["Dit bestaat niet meer. Kies waar het bestand bij hoort."]


def test_file_of_a_row_that_went_stays_with_the_dossier(cast, coordinator, hiring_file):
    analysis = ExistingAnalysis.objects.create(hiring_file=hiring_file, kind="boa")
    add(hiring_file, cast.coordinator, ANALYSIS, row=analysis.uuid)
    assert "BOA" in coordinator.get(page(cast, "list")).content.decode()
    analysis.delete()
    assert "Het dossier als geheel" in coordinator.get(page(cast, "list")).content.decode()


# --- Exactly once, and nothing left behind ----------------------------------------------------------------------------


def test_double_click_stores_once(cast, coordinator, store):
    sent = form(files.pdf(WORDS))
    answers = []
    for _click in range(2):
        sent["file"].seek(0)
        answers.append(coordinator.post(page(cast), sent)["Location"])
    assert answers == [page(cast, "list")] * 2
    assert (Attachment.objects.count(), Entry.objects.count(), len(stored(store))) == (1, 1, 1)


def test_same_entry_with_another_file_is_not_lost_unseen(cast, coordinator, store):
    entry = str(uuid4())
    coordinator.post(page(cast), form(files.pdf("een"), entry_id=entry))
    assert coordinator.post(page(cast), form(files.pdf("twee"), entry_id=entry)).status_code == 409
    assert (Attachment.objects.count(), len(stored(store))) == (1, 1)


def test_file_without_its_row_goes_away_again(cast, hiring_file, store):
    said = AttachmentContent(kind=STATEMENT, name="x", content_type="application/pdf")
    with kept_file(BytesIO(files.pdf())) as kept:
        assert len(stored(store)) == 1
        with transaction.atomic():
            add_attachment(hiring_file=hiring_file, stored=kept, content=said, by=cast.coordinator, now=NOW)
            transaction.set_rollback(True)
    assert (Attachment.objects.count(), stored(store)) == (0, [])


def test_store_that_does_not_answer_is_said(cast, coordinator, store):
    row = add(fetched(cast.project), cast.coordinator)
    for path in stored(store):
        path.unlink()
    store.joinpath("attachment").rmdir()
    store.joinpath("attachment").write_text("in the way")
    answer = coordinator.post(page(cast), form())
    assert answer.status_code == 503
    assert errors(answer) == {"file": ["Het bestand kon nu niet bewaard worden. Kies het opnieuw en probeer nog eens."]}
    answer = coordinator.get(page(cast, "download", row), follow=True)
    assert "Dit bestand is nu niet te krijgen." in answer.content.decode()
    assert not AuditEvent.objects.filter(verb="downloaded").exists()


def test_file_is_removed_after_the_row_and_once(
    cast, coordinator, hiring_file, store, django_capture_on_commit_callbacks
):
    row = add(hiring_file, cast.coordinator)
    asked = coordinator.get(page(cast, "remove", row))
    assert (asked.status_code, len(stored(store))) == (200, 1)
    with django_capture_on_commit_callbacks() as after:
        assert coordinator.post(page(cast, "remove", row))["Location"] == page(cast, "list")
        assert (Attachment.objects.count(), len(stored(store))) == (0, 1)
    for callback in after:
        callback()
    assert stored(store) == []
    assert coordinator.post(page(cast, "remove", row)).status_code == 404
    assert AuditEvent.objects.filter(subject=row.uuid, verb="removed").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [{"size": 0}, {"kind": "iets"}, {"content_type": "text/html"}],
    ids=["attachment_is_not_empty", "attachment_kind_known", "attachment_type_is_taken"],
)
def test_database_refuses_what_cannot_be(wrong, cast, hiring_file):
    row = add(hiring_file, cast.coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=row.pk).update(**wrong)


# --- Who reads what ---------------------------------------------------------------------------------------------------


def test_ambassador_reads_analyses_and_knows_of_nothing_else(cast, hiring_file, client_for):
    analysis = add(hiring_file, cast.coordinator, ANALYSIS, name="Analyse")
    others = [add(hiring_file, cast.coordinator, kind, name=f"Niet {kind}") for kind in (STATEMENT, OTHER)]
    client = client_for(cast.ambassador)
    listed = client.get(page(cast, "list", of=cast.ambassador)).content.decode()
    assert ("Analyse" in listed, "Niet " in listed, "Verwijderen" in listed) == (True, False, False)
    assert client.get(page(cast, "download", analysis, of=cast.ambassador)).status_code == 200
    assert [client.get(page(cast, "download", row, of=cast.ambassador)).status_code for row in others] == [404, 404]
    assert client.post(page(cast, "remove", analysis, of=cast.ambassador)).status_code == 403
    assert client.post(page(cast, of=cast.ambassador), form()).status_code == 403


def test_stranger_finds_no_file(cast, hiring_file, client_for, store):
    row = add(hiring_file, cast.coordinator, ANALYSIS)
    for stranger in (cast.other_coordinator, cast.other_ambassador, cast.administrator, cast.guide):
        client = client_for(stranger)
        assert client.get(page(cast, "download", row, of=stranger)).status_code == 404
        assert client.post(page(cast, "remove", row, of=stranger)).status_code == 404
    own = address(cast.coordinator, "ambassadors:attachment-download", cast.external_project, row)
    assert client_for(cast.coordinator).get(own).status_code == 404
    assert len(stored(store)) == 1


def test_file_is_handed_out_to_save_and_never_shown(cast, coordinator, hiring_file):
    answer = coordinator.get(page(cast, "download", add(hiring_file, cast.coordinator, name=NAME)))
    names = (
        "Content-Type",
        "Content-Disposition",
        "X-Content-Type-Options",
        "Content-Security-Policy",
        "Cache-Control",
    )
    assert [answer[name] for name in names] == [
        "application/pdf",
        'attachment; filename="engagementsverklaring-2026-11-22.pdf"',
        "nosniff",
        "default-src 'none'; sandbox",
        "private, no-store",
    ]
    assert "Janssens" not in str(answer.headers)


def test_file_that_was_tampered_with_is_not_handed_out(cast, coordinator, hiring_file, store):
    row = add(hiring_file, cast.coordinator)
    (path,) = stored(store)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(StoreError):
        storage.read(row.stored_name, row.key)
    assert coordinator.get(page(cast, "download", row)).status_code == 302


@pytest.mark.parametrize("number", [1, 30])
def test_list_takes_a_fixed_number_of_queries(number, cast, coordinator, hiring_file, django_assert_num_queries):
    analysis = ExistingAnalysis.objects.create(hiring_file=hiring_file, kind="boa")
    kept = add(hiring_file, cast.coordinator, ANALYSIS, row=analysis.uuid)
    fields = {f.attname: getattr(kept, f.attname) for f in Attachment._meta.concrete_fields}
    del fields["id"], fields["uuid"], fields["stored_name"]
    Attachment.objects.bulk_create(Attachment(**fields, stored_name=f"{n}") for n in range(number - 1))
    coordinator.get(page(cast, "list"))
    with django_assert_num_queries(7):
        shown = coordinator.get(page(cast, "list")).content.decode()
    assert shown.count("<tr role=") == number + 1


# --- In the dossier ---------------------------------------------------------------------------------------------------


def test_document_lists_the_files_and_for_ambassadors_only_theirs(cast, hiring_file):
    assert hiring_file_document(hiring_file, with_costs=True)["attachments"] is None
    add(hiring_file, cast.coordinator, ANALYSIS, name="Analyse 2026")
    add(hiring_file, cast.coordinator, STATEMENT, name="Verklaring")
    told = [
        [
            [cell["text"] for cell in row]
            for row in hiring_file_document(hiring_file, with_costs=costs)["attachments"]["rows"]
        ]
        for costs in (True, False)
    ]
    analysis = ["Analyse 2026", "Omgevingsanalyse", "22/11/2026"]
    assert told == [[analysis, ["Verklaring", "Engagementsverklaring", "22/11/2026"]], [analysis]]
    paper = render_to_string(
        "ambassadors/dossier_pdf.html", {"document": hiring_file_document(hiring_file, with_costs=True)}
    )
    assert ">Bijlagen</h2>" in paper
    assert "Analyse 2026" in paper


def test_statements_are_taken_out_of_a_kept_document_as_if_they_were_never_in_it(cast, hiring_file):
    """So a decided version tells an ambassador what the living dossier tells them."""
    for kinds in ((STATEMENT,), (STATEMENT, ANALYSIS, OTHER)):
        for kind in kinds:
            add(hiring_file, cast.coordinator, kind, name=f"Bestand {kind}")
        kept = json.loads(json.dumps(hiring_file_document(fetched(cast.project), with_costs=True)))
        assert without_costs(kept) == hiring_file_document(fetched(cast.project), with_costs=False)


def test_files_of_a_row_stand_with_that_row(cast, hiring_file):
    partner = NeededPartner.objects.create(hiring_file=hiring_file, name="De Kade")
    row = add(hiring_file, cast.coordinator, row=partner.uuid, name="Getekend")
    add(hiring_file, cast.coordinator, name="Elders")
    by_row = Attachment.objects.visible_to(cast.coordinator, today=NOW.date()).filter(hiring_file=hiring_file).by_row()
    assert by_row == {str(partner.uuid): [row]}
    context = {"attachments": by_row, "row": partner.uuid, "called": partner.called, "may_edit": True}
    shown = render_to_string(
        "ambassadors/_attachments.html", context | {"project": cast.project, "membership": cast.coordinator}
    )
    assert "Getekend" in shown
    assert "Elders" not in shown
    assert f"?row={partner.uuid}" in shown


# --- Size, keys, and other stores -------------------------------------------------------------------------------------


def test_large_scan_goes_through_a_piece_at_a_time(cast, coordinator, store, settings):
    settings.UPLOAD_LIMIT_MB = 40
    content = files.scan(30)
    assert coordinator.post(page(cast), form(content)).status_code == 302
    row = Attachment.objects.get()
    pieces = [len(piece) for piece in coordinator.get(page(cast, "download", row))]
    assert (sum(pieces), row.size, max(pieces)) == (len(content), len(content), 256 * 1024)


def test_little_of_a_large_scan_is_in_memory(db, store):
    upload = TemporaryUploadedFile("scan.pdf", "application/pdf", 0, "")
    upload.write(files.scan(30))
    upload.size = upload.tell()
    tracemalloc.start()
    with upload:
        recognise(upload, limit_mb=40)
        kept = storage.keep(upload)
    read = sum(len(piece) for piece in storage.read(kept.stored_name, kept.key))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read == kept.size > 30 * 1024 * 1024
    assert most < 4 * 1024 * 1024


def test_no_more_of_a_file_is_taken_in_than_anybody_would_take(cast, coordinator, settings, monkeypatch):
    settings.UPLOAD_LIMIT_MB, settings.UPLOAD_MAX_BYTES = 1, 1
    sizes = []
    monkeypatch.setattr("ambassadors.uploads.recognise", lambda file, limit_mb: sizes.append(file.size))
    coordinator.post(page(cast), form(bytes(3 * 1024 * 1024), kind=""))
    assert sizes == [1024 * 1024 + 1]


def test_too_many_files_and_too_much_text_are_refused(cast, coordinator):
    many = {f"f{n}": SimpleUploadedFile("a.pdf", files.PNG) for n in range(6)}
    assert coordinator.post(page(cast), many).status_code == 400
    assert coordinator.post(page(cast), form(name_="x" * (1024 * 1024 + 1))).status_code == 400


def test_keys_are_rotated_and_the_file_stays_where_it_lies(cast, hiring_file, store, settings):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.FIELD_ENCRYPTION_KEYS = [old, *settings.FIELD_ENCRYPTION_KEYS]
    row = add(hiring_file, cast.coordinator)
    before = stored(store)[0].read_bytes()
    settings.FIELD_ENCRYPTION_KEYS = [new, *settings.FIELD_ENCRYPTION_KEYS]
    call_command("rotate_keys", verbosity=0)
    settings.FIELD_ENCRYPTION_KEYS = [new]
    again = Attachment.objects.get(pk=row.pk)
    assert b"".join(storage.read(again.stored_name, again.key)) == files.pdf(WORDS)
    assert stored(store)[0].read_bytes() == before


def test_setting_chooses_the_store(tmp_path, settings):
    def environment(**values):
        return lambda name, default="": values.get(name, default)

    disk = dossier_store(environment(), tmp_path)
    assert (disk["BACKEND"], disk["OPTIONS"]["base_url"]) == ("django.core.files.storage.FileSystemStorage", None)
    s3 = dossier_store(
        environment(FILE_STORE="s3", S3_BUCKET="dossiers", S3_ENDPOINT_URL="http://127.0.0.1:9"), tmp_path
    )
    settings.STORAGES = settings.STORAGES | {"dossiers": s3}
    opened = storages["dossiers"]
    assert type(opened).__name__ == "S3Storage"
    assert (opened.default_acl, opened.querystring_auth, opened.file_overwrite) == ("private", False, False)
    with pytest.raises(Exception, match="S3_BUCKET"):
        dossier_store(environment(FILE_STORE="s3"), tmp_path)
    with pytest.raises(Exception, match="FILE_STORE"):
        dossier_store(environment(FILE_STORE="ftp"), tmp_path)
