"""Files for the tests: decent ones, and ones that mean harm. Made here, so that none lies in the repository."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image


def photo(side: int = 400, form: str = "JPEG", mark: str = "") -> bytes:
    """A picture with colours in it, and a word in what a camera writes beside it."""
    picture = Image.effect_noise((side, side), 60).convert("RGB")
    exif = picture.getexif()
    exif[0x010E] = mark or "taken at home"
    kept = BytesIO()
    picture.save(kept, form, **({"exif": exif} if form == "JPEG" else {}))
    return kept.getvalue()


def flat_png(width: int, height: int) -> bytes:
    """A PNG of one colour that is small as a file and large as a picture."""
    line = b"\0" + bytes((width + 7) // 8)
    pressed = zlib.compressobj(9)
    packed = b"".join(pressed.compress(line) for _ in range(height))
    return _png(width, height, packed + pressed.flush())


def bomb_png(side: int = 50_000) -> bytes:
    """A header that promises 50,000 x 50,000 points."""
    return _png(side, side, zlib.compress(bytes(1000)))


def _png(width: int, height: int, content: bytes) -> bytes:
    def chunk(name: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", content) + chunk(b"IEND", b"")


def package(files: dict[str, bytes]) -> bytes:
    """A zip."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return kept.getvalue()


def letter(**more: bytes) -> bytes:
    """A Word document as a package."""
    return package({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>" * 20, **more})


def linking_letter() -> bytes:
    """A Word document in which one file is a link to something of the machine that unpacks it."""
    kept = BytesIO(letter())
    with zipfile.ZipFile(kept, "a") as made:
        link = zipfile.ZipInfo("word/media/photo.jpg")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    return kept.getvalue()


def open_text() -> bytes:
    """An open document."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<office/>")
    return kept.getvalue()


PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
BAD = {
    "nothing": b"",
    "program for Windows": b"MZ\x90\x00" + bytes(400),
    "program for Linux": b"\x7fELF" + bytes(400),
    "web page": b"<!doctype html><script>alert(1)</script>",
    "web page that begins with blanks": b"  \n\n <html><body onload=x>",
    "drawing with script": b"<?xml version='1.0'?><svg xmlns='x'><script>1</script></svg>",
    "drawing": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "web page far on in a text": b"hello\n" * 2000 + b"<script>alert(1)</script>",
    "PDF with script": PDF.replace(b"/Catalog", b"/Catalog /OpenAction <</S /JavaScript /JS (app.alert(1))>>"),
    "PDF with a reference to script": PDF.replace(b"/Catalog", b"/Catalog /AA <</O <</JS 12 0 R>>>>"),
    "PDF that starts a program": PDF.replace(b"/Catalog", b"/Catalog /OpenAction <</S /Launch /F (cmd.exe)>>"),
    "PDF with files in it": PDF.replace(b"/Catalog", b"/Catalog /Names <</EmbeddedFiles 3 0 R>>"),
    "zip": package({"a.txt": b"hello"}),
    "zip a thousand times": package({"a.txt": bytes(30_000_000)}),
    "zip in a zip": letter(**{"in.zip": package({"a": bytes(9_000_000)})}),
    "document that bursts": letter(**{"word/media.xml": bytes(60_000_000)}),
    "document with a program": letter(**{"word/vbaProject.bin": b"Sub AutoOpen"}),
    "document with a link in it": linking_letter(),
    "zip with too many files": letter(**{f"word/{number}.xml": b"" for number in range(2500)}),
    "picture of 50,000 by 50,000": bomb_png(),
    "picture and web page": photo()[:-2] + b"<script>alert(1)</script>\xff\xd9",
    "picture and package": photo() + package({"a.txt": b"hello"}),
    "PDF and package": PDF + package({"a.html": b"<script>"}),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(200),
    "gzip": b"\x1f\x8b\x08" + bytes(200),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "noise": bytes(range(256)) * 40,
}
GOOD = {
    "jpeg": photo(),
    "png": photo(form="PNG"),
    "gif": photo(60, "GIF"),
    "webp": photo(form="WEBP"),
    "pdf": PDF,
    "docx": letter(),
    "odt": open_text(),
    "text": "Beste, morgen om tien uur. Groetjes, één zus.\n".encode() * 300,
    "mp3": b"ID3\x04" + bytes(2000),
    "m4a": b"\0\0\0\x1cftypM4A " + bytes(2000),
    "mp4": b"\0\0\0\x1cftypisom" + bytes(2000),
    "heic": b"\0\0\0\x1cftypheic" + bytes(2000),
    "ogg": b"OggS" + bytes(2000),
    "wav": b"RIFF\x24\0\0\0WAVE" + bytes(2000),
}
