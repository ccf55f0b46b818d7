"""Something finished as an answer: a file with a name that tells nothing, never opened inside our own pages."""

from django.http import HttpResponse

TYPES = {
    "pdf": "application/pdf",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "note": "text/plain; charset=utf-8",
    "zip": "application/zip",
}


def handed_over(content: bytes, name: str, sort: str = "pdf") -> HttpResponse:
    """name: what sort of paper it is ("plan", "letter"); it names nobody. sort: of `TYPES`."""
    answer = HttpResponse(content, content_type=TYPES[sort])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{sort}"'
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
