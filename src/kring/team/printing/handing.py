"""Something finished as an answer: a file with a name that tells nothing, never opened inside our own pages."""

from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

TYPES = {
    "pdf": "application/pdf",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "note": "text/plain; charset=utf-8",
    "zip": "application/zip",
    "xml": "application/xml",
    "csv": "text/csv; charset=utf-8",
}


def handed_over(content: bytes, name: str, sort: str = "pdf") -> HttpResponse:
    """name: what sort of paper it is ("plan", "letter"); it names nobody. sort: of `TYPES`."""
    return _named(HttpResponse(content, content_type=TYPES[sort]), name, sort)


def handed_over_in_pieces(pieces: Iterator[bytes], length: int, name: str, sort: str) -> StreamingHttpResponse:
    """The same while it is still being made; a browser sees by its length that it broke off."""
    answer = _named(StreamingHttpResponse(pieces, content_type=TYPES[sort]), name, sort)
    answer.headers["Content-Length"] = str(length)
    return answer


def _named[Answer: HttpResponseBase](answer: Answer, name: str, sort: str) -> Answer:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{sort}"'
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
