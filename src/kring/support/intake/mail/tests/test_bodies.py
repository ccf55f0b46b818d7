"""What becomes text and what becomes an attachment."""

import pytest

from kring.support.intake.mail import Unreadable, read_mail
from kring.support.intake.mail.html_text import words_of
from kring.support.intake.mail.tests.bytes_of import message, parts

PLAIN = "Content-Type: text/plain; charset=utf-8\n\ngewoon"
HTML = "Content-Type: text/html; charset=utf-8\n\n<p>rijk</p>"
EMPTY = "Content-Type: text/plain\n\n"
PICTURE = "Content-Type: image/png; name=foto.png\nContent-Transfer-Encoding: base64\nContent-ID: <1>\n\nQUJD"
NOTE = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="nota.txt"\n\nbijlage'


@pytest.mark.parametrize(
    ("charset", "written"),
    [
        ("utf-8", "café €".encode()),
        ("utf-8", "café €".encode("cp1252")),
        ("iso-8859-1", "café €".encode("cp1252")),
        ("x-bestaat-niet", "café €".encode("cp1252")),
        ("x-bestaat-niet", "café €".encode()),
        ("utf-8", "café €".encode() + b" \xe2\x82"),
        ("'UTF-8'", "café €".encode()),
        ("utf-16", "café €".encode("utf-16")),
        ("cp850", "café".encode("cp850") + b" \xd5"),
        ("base64", "café €".encode()),
        ("idna", "café €".encode()),
    ],
)
def test_a_charset_that_lies_costs_no_message(charset: str, written: bytes) -> None:
    mail = read_mail(message(written, content_type=f"text/plain; charset={charset}"))
    assert mail.text.startswith("café")
    assert mail.readable


def test_half_a_character_is_marked_wherever_it_stands() -> None:
    """UTF-7 can spell one; kept as it came, no text with it could ever be sealed."""
    half = "=?utf-7?Q?+2AA-?="
    picture = PICTURE.replace("foto.png", f'"{half}.png"')
    raw = parts("Content-Type: text/plain; charset=utf-7\n\nhallo +2AA-", picture)
    mail = read_mail(raw.replace(b"Subject: ", f"Subject: {half} ".encode()))
    assert mail.readable
    for text in (mail.text, mail.subject, mail.attachments[0].name):
        assert "\ufffd" in text
        assert text.encode()


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("base64", b"aGFsbG8="),
        ("base64", b"aGFs!bG8"),
        ("BASE64", b"aGFsbG8"),
        ("quoted-printable ", b"hal=6Co"),
        ("quoted-printable", b"hal=6Co"),
        ("x-uuencode", b"begin 644 a\n%:&%L;&\\\n`\nend"),
        ("8bit", b"hallo"),
        ("nonsense", b"hallo"),
    ],
)
def test_a_transfer_encoding_is_undone(encoding: str, written: bytes) -> None:
    assert read_mail(message(written, extra=f"Content-Transfer-Encoding: {encoding}\n")).text == "hallo"


@pytest.mark.parametrize(
    ("raw", "text", "names"),
    [
        (parts(PLAIN, HTML, kind="alternative"), "gewoon", []),
        (parts(EMPTY, HTML, kind="alternative"), "rijk", []),
        (parts(PLAIN, NOTE), "gewoon", ["nota.txt"]),
        (parts(PLAIN, PICTURE, kind="related"), "gewoon", ["foto.png"]),
        (parts(PLAIN, PLAIN), "gewoon\n\ngewoon", []),
        (parts(NOTE), "", ["nota.txt"]),
        (parts("Content-Type: text/plain; name=bericht.txt\n\nvan een telefoon"), "van een telefoon", ["bericht.txt"]),
        (message("<b>rijk</b>", content_type="text/html"), "rijk", []),
        (message("los", content_type="multipart/mixed"), "los", []),
        (message("los", content_type="geen/soort/maar/iets"), "los", []),
    ],
)
def test_text_and_attachments(raw: bytes, text: str, names: list[str]) -> None:
    mail = read_mail(raw)
    assert (mail.text, [attached.name for attached in mail.attachments]) == (text, names)


def test_a_picture_beside_an_unchosen_page_is_kept() -> None:
    related = f'Content-Type: multipart/related; boundary="in"\n\n--in\n{HTML}\n--in\n{PICTURE}\n--in--'
    mail = read_mail(parts(PLAIN, related, kind="alternative"))
    assert mail.text == "gewoon"
    assert [attached.content for attached in mail.attachments] == [b"ABC"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\map\\\\nota.txt", "nota.txt"),
        ("=?utf-8?Q?caf=C3=A9.txt?=", "café.txt"),
        ("a\x00b.txt", "ab.txt"),
        ("n" * 5000, "n" * 200),
    ],
)
def test_a_file_name_cannot_leave_its_place(written: str, name: str) -> None:
    piece = f'Content-Type: application/pdf\nContent-Disposition: attachment; filename="{written}"\n\nx'
    assert read_mail(parts(piece)).attachments[0].name == name


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("een<br>twee<p>drie</p>", "een\ntwee\ndrie"),
        ("<style>p{}</style><script>if (a<b) c()</script>over", "over"),
        ("<head><title>weg</title></head>blijft", "blijft"),
        ("<!-- weg -->blijft<!-- nooit gesloten", "blijft"),
        ("ik <3 je &amp; &eacute;&#8364;&#99999999999;", "ik <3 je & é€\ufffd"),
        ("<td>Van:</td><td>Jo</td>", "Van: Jo"),
        ("a < b en c > d", "a < b en c > d"),
        ("<head>nooit gesloten", "nooit gesloten"),
    ],
)
def test_words_of_a_page(page: str, words: str) -> None:
    assert words_of(page) == words


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Unreadable.EMPTY),
        (b" \r\n\r\n", Unreadable.EMPTY),
        (bytes(range(256)) * 4, Unreadable.NO_HEADERS),
        (message("", subject=""), Unreadable.EMPTY),
        (message("x", content_type="application/pkcs7-mime; smime-type=enveloped-data"), Unreadable.ENCRYPTED),
        (message("-----BEGIN PGP MESSAGE-----\nabc"), Unreadable.ENCRYPTED),
        (parts("Content-Type: application/pgp-encrypted\n\nVersion: 1", kind="encrypted"), Unreadable.ENCRYPTED),
    ],
)
def test_what_cannot_be_read_is_kept_to_be_looked_at(raw: bytes, reason: Unreadable) -> None:
    mail = read_mail(raw)
    assert (mail.unreadable, mail.raw) == (reason, raw)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dag, ik maak mij zorgen over een jongen die niet naar school komt.", "nl"),
        ("Bonjour, je suis inquiète pour un jeune qui ne vient plus chez nous.", "fr"),
        ("Hello, I am worried about a boy who is not at school and we do not know why.", "en"),
        ("ok", ""),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert read_mail(message(text, subject="")).language == language
