"""The tables of the vault: who (principals, slots, sessions), what (locks, envelopes, grants), letters and the journal.

Every row here that the gate reads to decide is a `MacedModel`. Names, programmes and roles are not here: the vault
knows ids only.
"""

from django.db import models
from django.utils import timezone

from kring.vault.rows import MacedModel, SealedRow


class Principal(MacedModel):
    """Somebody or something that can hold a key. A circle's and an office's private key lies under its own lock."""

    class Kind(models.TextChoices):
        PERSON = "person"
        CIRCLE = "circle"
        OFFICE = "office"
        LINK = "link"
        RECOVERY = "recovery"

    class State(models.TextChoices):
        ACTIVE = "active"
        WAITING = "waiting"
        DISABLED = "disabled"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    public_key = models.BinaryField(max_length=1300)
    sealed_private = models.BinaryField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    generation = models.PositiveIntegerField(default=1)


class Slot(MacedModel):
    """A way in: a small key pair sealed under a secret; the person's private key is given to it."""

    class Kind(models.TextChoices):
        PASSWORD = "password"
        PASSWORD_CODE = "password_code"
        PASSKEY = "passkey"
        PAPER = "paper"
        LINK = "link"

    person = models.ForeignKey(Principal, models.PROTECT, related_name="slots")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    lookup = models.CharField(max_length=64, unique=True, null=True)
    salt = models.BinaryField(max_length=16)
    passes = models.PositiveSmallIntegerField(default=0)
    kibibytes = models.PositiveIntegerField(default=0)
    public_key = models.BinaryField(max_length=1300)
    sealed_private = models.BinaryField()
    given_person = models.BinaryField()
    person_generation = models.PositiveIntegerField()
    expires_at = models.DateTimeField(null=True)
    tries_left = models.PositiveSmallIntegerField(null=True)


class Passkey(MacedModel):
    """What a slot of a passkey needs beside its keys: the public half that checks signatures."""

    slot = models.OneToOneField(Slot, models.PROTECT, related_name="passkey")
    credential = models.BinaryField(max_length=2000)
    place = models.CharField(max_length=10)
    added_at = models.DateTimeField()


class CodeApp(MacedModel):
    """The secret of the codes that an app shows, under the person's ring; asked beside a password of that kind."""

    person = models.OneToOneField(Principal, models.PROTECT, related_name="code_app")
    sealed = models.BinaryField()
    step = models.PositiveBigIntegerField(default=0)


class Lock(MacedModel):
    """Anything with a key: one `part` of one `bundle` (a dossier, a referral, a principal...).

    Frozen: it opens for nobody and nothing is written under it until it is thawed; its keys may still change hands.
    """

    class State(models.TextChoices):
        OPEN = "open"
        FROZEN = "frozen"
        SHREDDED = "shredded"

    bundle = models.CharField(max_length=22)
    part = models.CharField(max_length=30)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    generation = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["bundle", "part"])]


class Envelope(MacedModel):
    """A fresh key given once to a holder for one bundle; the grants under it hold the parts."""

    class Kind(models.TextChoices):
        WORK = "work"
        GLASS = "glass"
        TIMED = "timed"
        RECOVERY = "recovery"

    bundle = models.CharField(max_length=22, db_index=True)
    holder = models.ForeignKey(Principal, models.PROTECT, related_name="envelopes")
    holder_generation = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.WORK)
    wrapped = models.BinaryField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["holder", "bundle"])]

    def trace(self) -> bytes:
        """Named by holder, kind, expiry and generation, never by bytes: keeping it under the ring is no change."""
        from kring.vault.primitives import digest, encode
        from kring.vault.rows import plain

        fields = (self.bundle, self.holder_id, self.holder_generation, self.kind, plain(self.expires_at))
        return digest(encode(self.id, *fields))[:16]


class Grant(MacedModel):
    """One version of one part's key, kept under one envelope."""

    envelope = models.ForeignKey(Envelope, models.PROTECT, related_name="grants")
    lock = models.ForeignKey(Lock, models.PROTECT, related_name="grants")
    lock_version = models.PositiveIntegerField()
    lock_generation = models.PositiveIntegerField()
    sealed = models.BinaryField()


class Letterbox(MacedModel):
    """A public key anyone here may seal to; its private half lies under a lock (or, for a person, is the person's)."""

    owner = models.CharField(max_length=22, unique=True)
    lock = models.CharField(max_length=22)
    lock_version = models.PositiveIntegerField(default=1)
    public_key = models.BinaryField(max_length=1300)
    public_key_device = models.BinaryField(max_length=40)
    sealed_private = models.BinaryField()
    sealed_private_device = models.BinaryField()


class Letter(MacedModel):
    """One item in a letterbox, written without reading; the MAC binds who dropped it, where, and its bytes.

    ties: to what it names in its content alone (ties.py).
    """

    later = {"ties": b""}

    letterbox = models.ForeignKey(Letterbox, models.PROTECT, related_name="letters")
    author = models.CharField(max_length=22, default="")
    kind = models.CharField(max_length=30)
    about = models.CharField(max_length=22, db_index=True)
    blob = models.BinaryField()
    dropped_at = models.DateTimeField()
    ties = models.BinaryField(max_length=320, default=b"")


class Extract(SealedRow):
    """A sealed copy of named lines for somebody outside, under its own lock with an expiry."""

    bundle = models.CharField(max_length=22, unique=True)


class RecoveryShare(MacedModel):
    """The recovery key, sealed for a first trustee around a second: neither opens it alone, nor in the wrong order.

    first_key: a digest of the public key that the first trustee had then.
    """

    later = {"first_key": ""}

    recovery = models.CharField(max_length=22)
    generation = models.PositiveIntegerField()
    first = models.CharField(max_length=22)
    second = models.CharField(max_length=22)
    blob = models.BinaryField()
    first_key = models.CharField(max_length=64, default="")


class RecoveryRequest(MacedModel):
    """A request that named locks be given to somebody again; `parts` lists `bundle/part` separated by spaces.

    trustees: the three over whom the key is split anew, where that is what is asked; the receiver is the new one.
    """

    later = {"trustees": ""}

    recovery = models.CharField(max_length=22)
    asked_by = models.CharField(max_length=22)
    receiver = models.CharField(max_length=22)
    parts = models.TextField()
    asked_at = models.DateTimeField()
    first = models.CharField(max_length=22, default="")
    released_at = models.DateTimeField(null=True)
    released = models.BinaryField(null=True)
    second = models.CharField(max_length=22, default="")
    finished_at = models.DateTimeField(null=True)
    trustees = models.CharField(max_length=80, default="")


class SessionKey(MacedModel):
    """A signed-in browser: the private key sealed under cookie and epoch secret; gone after idling, the row stays."""

    swept = False

    person = models.ForeignKey(Principal, models.CASCADE)
    person_generation = models.PositiveIntegerField()
    lookup = models.CharField(max_length=64, unique=True)
    epoch = models.CharField(max_length=20)
    blob = models.BinaryField(null=True)
    place = models.CharField(max_length=20, default="")
    proved_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=22, default="")
    device_blob = models.BinaryField(null=True)
    device_tries = models.PositiveSmallIntegerField(default=0)
    seen_at = models.DateTimeField()
    ends_at = models.DateTimeField()


class OutboxRow(MacedModel):
    """A mail waiting to be sent, sealed under the server key file; removed when it has gone."""

    sealed = models.BinaryField()
    posted_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)


class IdempotencyKey(models.Model):
    """A write that was done: token = HMAC(principal, lock, the client's key); `outcome` is the id that was made."""

    token = models.CharField(primary_key=True, max_length=64)
    outcome = models.CharField(max_length=22)
    made_at = models.DateTimeField()


class Throttle(models.Model):
    """How often something was tried in a window; the key is an HMAC, never an address."""

    token = models.CharField(primary_key=True, max_length=64)
    opened_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)


class FactsOffice(MacedModel):
    """Which office facts are given to: one row, with a fixed id.

    told: the revision its memory of answers had last, so that an older one put back, or none, is seen.
    """

    principal = models.ForeignKey(Principal, models.PROTECT, related_name="+")
    told = models.PositiveIntegerField(default=0)

    later = {"told": 0}


class FactKey(MacedModel):
    """The key of one act's facts, given to the office and to nobody else; gone once its facts are folded."""

    holder = models.ForeignKey(Principal, models.PROTECT, related_name="+")
    holder_generation = models.PositiveIntegerField()
    wrapped = models.BinaryField()


class OwnFactKey(MacedModel):
    """The key of the facts that rows of one colleague carry, given to the office once; its id says nothing of whom."""

    holder = models.ForeignKey(Principal, models.PROTECT, related_name="+")
    holder_generation = models.PositiveIntegerField()
    wrapped = models.BinaryField()


class Fact(MacedModel):
    """One sealed fact that was not folded yet; its id is HMAC(key of its subject, event)."""

    key = models.ForeignKey(FactKey, models.PROTECT, related_name="facts")
    blob = models.BinaryField()


class FactPack(SealedRow):
    """All folded facts: `columns` to count in, `names` to replace by; and `told`, what was answered to everybody.

    Sealed under the office's own key.
    """

    name = models.CharField(max_length=10, unique=True)


class JournalEntry(models.Model):
    """One line of the journal. `text` is canonical JSON; the leaf commits to salt and text."""

    boot = models.CharField(max_length=12)
    counter = models.PositiveIntegerField()
    text = models.BinaryField(null=True)
    salt = models.BinaryField(max_length=16, null=True)
    commitment = models.BinaryField(max_length=32)
    mac = models.BinaryField(max_length=33)
    index = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["boot", "counter"], name="one_entry_per_count")]
        indexes = [models.Index(fields=["id"], name="unsealed_entries", condition=models.Q(index__isnull=True))]


class JournalHead(models.Model):
    """The frontier of the journal's Merkle tree: one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    frontier = models.BinaryField()
