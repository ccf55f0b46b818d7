"""Builds the invented messages of these tests; no message of a real person stands in the product."""

SENDER = "Jo Pauwels <jo@school.example>"


def message(
    body: str | bytes = "Dag, ik maak mij zorgen.",
    *,
    sender: str = SENDER,
    subject: str = "Vraag",
    extra: str = "",
    content_type: str = "text/plain; charset=utf-8",
) -> bytes:
    """One message; `extra` holds more header lines, each with its line end."""
    head = (
        f"From: {sender}\nTo: team@stad.example\nSubject: {subject}\n"
        f"Date: Mon, 1 Mar 2021 09:00:00 +0100\nMessage-ID: <1@school.example>\n{extra}"
        f"MIME-Version: 1.0\nContent-Type: {content_type}\n\n"
    )
    return head.encode() + (body.encode() if isinstance(body, str) else body)


def parts(*pieces: str | bytes, kind: str = "mixed", **named: str) -> bytes:
    """A multipart message; every piece brings its own header lines and empty line."""
    written = [piece.encode() if isinstance(piece, str) else piece for piece in pieces]
    body = b"".join(b"--edge\n" + piece + b"\n" for piece in written) + b"--edge--\n"
    return message(body, content_type=f'multipart/{kind}; boundary="edge"', **named)
