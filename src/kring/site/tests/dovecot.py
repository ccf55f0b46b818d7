"""A real IMAP server on this machine for the length of a test: Dovecot, with certificates of its own.

Found where `./kring test` told (KRING_DOVECOT) or on the path; without it such tests are skipped with one sentence. It
runs as root or as anybody, keeps everything in one folder, and ends when the process that started it ends.
"""

import base64
import ctypes
import hashlib
import hmac
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imap_tools import MailBoxUnencrypted

PROGRAM = (
    os.environ.get("KRING_DOVECOT") or shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/bin")
)
WHY_NOT = "no Dovecot on this machine (on Debian: apt-get install dovecot-imapd)"
USER, PASSWORD = "team@stad.example", "geheim-wachtwoord"
_TOKEN_KEY = b"a key for the tokens of one test"
_PARENT_DEATH = 1


@dataclass(frozen=True, slots=True)
class House:
    """A running server: its ports, and the folder with `ca.pem`, `log` and the mail itself."""

    folder: Path
    plain_port: int
    tls_port: int

    def address(self, options: str = "", *, password: str = PASSWORD, host: str = "127.0.0.1") -> str:
        """Its address for KRING_IMAP, over TLS with the right authority."""
        user, secret = USER.replace("@", "%40"), f":{password}" if password else ""
        ca = "" if "ca=" in options else f"&ca={self.folder / 'ca.pem'}"
        return f"imap://{user}{secret}@{host}:{self.tls_port}?tls=implicit{ca}&{options}".rstrip("&")

    @contextmanager
    def line(self, folder: str = "INBOX") -> Iterator[MailBoxUnencrypted]:
        """A connection of the test itself."""
        with MailBoxUnencrypted("127.0.0.1", self.plain_port) as line:
            yield line.login(USER, PASSWORD, initial_folder=folder)

    def put(self, *messages: bytes) -> None:
        """Deliver messages."""
        with self.line() as line:
            for raw in messages:
                line.append(raw, "INBOX")

    def count(self, folder: str = "INBOX") -> int:
        """How many messages lie in a folder; 0 when there is no such folder."""
        with self.line() as line:
            return int(line.folder.status(folder)["MESSAGES"]) if line.folder.exists(folder) else 0

    def break_lines(self) -> None:
        """Cut every connection that is open now, as a network does: without a word."""
        for pid in _children_called(self.folder, "imap"):
            os.kill(pid, signal.SIGKILL)

    def token(self, user: str = USER, *, lives_seconds: int = 3600) -> str:
        """An access token as a provider gives out."""
        said = {"sub": user, "exp": int(time.time()) + lives_seconds, "iat": int(time.time()) - 5}
        signed = ".".join(_base64(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, said))
        return f"{signed}.{_base64(hmac.digest(_TOKEN_KEY, signed.encode(), hashlib.sha256))}"


@contextmanager
def dovecot(folder: Path) -> Iterator[House]:
    """A server with one empty mailbox. `folder`: empty, with a short path (it holds sockets)."""
    assert PROGRAM
    house = House(folder, _free_port(), _free_port())
    _make_certificates(folder)
    account = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    for name in ("mail", "keys/default/HS256"):
        (folder / name).mkdir(parents=True)
    (folder / "keys/default/HS256/default").write_text(base64.b64encode(_TOKEN_KEY).decode())
    (folder / "oauth2.conf").write_text(_OAUTH2.format(folder=folder))
    (folder / "dovecot.conf").write_text(
        _CONFIGURATION.format(
            folder=folder,
            plain=house.plain_port,
            tls=house.tls_port,
            password=PASSWORD,
            uid=account.pw_uid,
            gid=account.pw_gid,
            internal="dovecot" if os.getuid() == 0 else account.pw_name,
            login="dovenull" if os.getuid() == 0 else account.pw_name,
            chroot="" if os.getuid() == 0 else "chroot =",
        )
    )
    os.chown(folder / "mail", account.pw_uid, account.pw_gid)
    folder.chmod(0o755)
    server = subprocess.Popen(
        [PROGRAM, "-F", "-c", str(folder / "dovecot.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_end_with_parent,  # noqa: PLW1509  started before any thread
    )
    try:
        _wait_for(server, house)
        yield house
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def _wait_for(server: "subprocess.Popen[bytes]", house: House) -> None:
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", house.tls_port), timeout=1):
                return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError(f"Dovecot did not start: {(house.folder / 'log').read_text()[-400:]}")


def _make_certificates(folder: Path) -> None:
    """An authority and a certificate for 127.0.0.1 that it signed; not for "localhost"."""
    run = ["openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    authority = ["-x509", "-subj", "/CN=An authority of one test", "-keyout", "ca.key", "-out", "ca.pem"]
    authority += ["-addext", "keyUsage=critical,keyCertSign"]
    own = ["-x509", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "own.key"]
    own += ["-addext", "basicConstraints=critical,CA:FALSE", "-CA", "ca.pem", "-CAkey", "ca.key", "-out", "own.pem"]
    for options in (authority, own):
        subprocess.run([*run, *options], cwd=folder, check=True, capture_output=True)


def _children_called(folder: Path, name: str) -> list[int]:
    """Processes of this very server that serve somebody who signed in."""
    mark = f"dovecot/{name}"
    master = int((folder / "run" / "master.pid").read_text())
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_text().split("\0")
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if words[0] == mark and parent == master:
            found.append(int(process.name))
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGTERM)


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


_OAUTH2 = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={folder}/keys/
username_attribute = sub
"""
_CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
listen = 127.0.0.1
protocols = imap
default_internal_user = {internal}
default_internal_group = {internal}
default_login_user = {login}
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
mail_uid = {uid}
mail_gid = {gid}
mail_max_userip_connections = 50
disable_plaintext_auth = no
auth_mechanisms = plain xoauth2
ssl = yes
ssl_cert = <{folder}/own.pem
ssl_key = <{folder}/own.key
mailbox_list_index = no
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service imap-login {{
  {chroot}
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  {chroot}
}}
service stats {{
  {chroot}
}}
"""
