"""Asking a page of this step as a browser would: the fields of a form as they stand in it, the queries it cost."""

import re
from html import unescape
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


def asked(browser: Client, path: str, fields: dict[str, Any] | None = None) -> tuple[int, str, int]:
    """Status, text without form tokens, and the number of queries without transaction control and the journal."""
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(path) if fields is None else browser.post(path, fields)
    counted = [query for query in captured.captured_queries if not any(word in query["sql"] for word in HOUSEKEEPING)]
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", unescape(answer.content.decode()))
    return answer.status_code, text.replace(path, "(this page)"), len(counted)


def hidden(browser: Client, page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form on a page that is sent to `action`."""
    text = browser.get(page).content.decode()
    form = text.split(f'action="{action}"', 1)[1].split("</form>", 1)[0]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}
