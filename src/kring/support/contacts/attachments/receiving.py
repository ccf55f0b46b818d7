"""An upload, sealed while it comes in: no temporary file, one piece in memory, whatever its size.

Django hands every file of a form to the handler as it arrives. A refused file is let go by and its pieces removed; the
words of the form stay, so that it comes back with what was typed. What does not live here: the record that keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.attachments.kinds import HEAD, NotTaken, Signs
from kring.support.contacts.attachments.models import AttachmentPiece
from kring.vault import throttle
from kring.vault.doors import KeyedRequest, identify
from kring.vault.pieces import Sealing, Whole
from kring.vault.primitives import Key, new_id, new_key

UNFINISHED = timedelta(days=1)
TOO_LARGE = _("This file is too large: at most %(megabytes)s megabytes at a time.")
DAY_IS_FULL = _("You kept as many attachments as fit in one day. Try again tomorrow, or keep a smaller file.")
PIECES_A_DAY = 2_000
"""What one colleague can put on the disk between two days: some two gigabytes (a piece is one megabyte at most)."""
FORM_ROOM = 1024 * 1024


@dataclass
class Arriving:
    """One file on its way: where its pieces go, what it proved to be. by: whose pieces of a day are counted."""

    name: str
    by: str = ""
    id: str = field(default_factory=new_id)
    key: Key = field(default_factory=new_key, repr=False)
    kind: str = ""
    whole: Whole = field(default_factory=lambda: Whole(0, 0))

    def __post_init__(self) -> None:
        self.sealing = Sealing(self.key, self.id)
        self.head = b""
        self.signs: Signs | None = None
        self.number = 0

    def take(self, some: bytes) -> None:
        """The next bytes. Raises `NotTaken`."""
        if self.signs is None:
            self.head += some
            if len(self.head) < HEAD:
                return
            some, self.head = self.head, b""
            self.signs = Signs(some[:HEAD])
        self.signs.watch(some)
        for blob in self.sealing.take(some):
            self._put(blob)

    def end(self) -> None:
        """The last byte came. Raises `NotTaken`."""
        if self.signs is None:
            self.signs = Signs(self.head)
            self.signs.watch(self.head)
            for blob in self.sealing.take(self.head):
                self._put(blob)
        self.kind = self.signs.ended()
        last, self.whole = self.sealing.end()
        self._put(last)

    def forget(self) -> None:
        """Remove its pieces."""
        AttachmentPiece.objects.filter(attachment=self.id, kept=False).delete()

    def _put(self, blob: bytes) -> None:
        if self.by and throttle.count("attachment piece", self.by, window=throttle.LONGEST) > PIECES_A_DAY:
            raise NotTaken(DAY_IS_FULL)
        AttachmentPiece.objects.create(attachment=self.id, number=self.number, blob=blob)
        self.number += 1


class SealedUpload(FileUploadHandler):
    """Seals every file of one form as it arrives. `refused`: the sentence, when one was not taken."""

    def __init__(self, request: KeyedRequest) -> None:
        super().__init__(request)
        self.by = request.signed_in.person
        self.most: int = settings.KRING_ATTACHMENT_BYTES
        self.received = 0
        self.files: list[Arriving] = []
        self.refused: Promise | str = ""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803  Django passes it by this name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """A stated length tells beforehand whether it is worth reading."""
        self.stated = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins. Its claimed type and length are not looked at."""
        super().new_file(*args, **kwargs)
        if self.stated > self.most + FORM_ROOM:
            self._too_large(far=self.stated > 4 * self.most)
        self.files.append(Arriving(str(self.file_name or ""), self.by))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal what came. Nothing is handed on."""
        self.received += len(raw_data)
        if self.received > self.most:
            self._too_large()
        try:
            self.files[-1].take(raw_data)
        except NotTaken as reason:
            self.refused = reason.sentence
            raise SkipFile from None

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """The file is here: an empty stand-in goes into the form, the content lies sealed."""
        try:
            self.files[-1].end()
        except NotTaken as reason:
            self.refused = reason.sentence
            return None
        return SimpleUploadedFile("attachment", b"")

    def forget(self) -> None:
        """Remove every piece of this form."""
        for one in self.files:
            one.forget()

    def _too_large(self, *, far: bool = False) -> None:
        self.refused = TOO_LARGE % {"megabytes": self.most // 1024 // 1024}
        if far:
            raise StopUpload(connection_reset=True)
        raise SkipFile


class Dropped(FileUploadHandler):
    """Lets files go by: for a door that is closed. The words of the form are kept, the file is chosen again."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Nothing is kept."""

    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        """Says that there was one."""
        return SimpleUploadedFile("attachment", b"")


def tidy() -> None:
    """Remove pieces of uploads that never ended: a tab was closed, a tunnel began."""
    AttachmentPiece.objects.filter(kept=False, arrived_at__lt=timezone.now() - UNFINISHED).delete()


View = Callable[..., HttpResponseBase]


def streamed(view: View) -> View:
    """A view that reads its form itself, after its door opened: so that no file is read for who may not pass.

    It checks the form token with `check_form_token`; for a door that is closed that happens here, with files dropped.
    """

    @wraps(view)
    def first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not hasattr(identify(request), "signed_in"):
            read_with(request, Dropped(request))
            if (rejected := check_form_token(request)) is not None:
                return rejected
        return view(request, *args, **kwargs)

    first.reads_form_itself = True  # type: ignore[attr-defined]  # read by the middleware that checks form tokens
    return first


def read_with(request: HttpRequest, handler: FileUploadHandler) -> bool:
    """Let this handler read the form; False when it was read already (a form that was kept and is sent on)."""
    try:
        request.upload_handlers = [handler]
    except AttributeError:
        return False
    return True


def check_form_token(request: HttpRequest) -> HttpResponseBase | None:
    """The answer to a form without its token, or None. Reads the form."""
    check: Callable[[], HttpResponseBase | None] | None = getattr(request, "check_form_token", None)
    return check() if check is not None else None
