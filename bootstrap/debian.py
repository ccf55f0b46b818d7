"""Debian packages for the tests only: browser, PostgreSQL, mail server, office. The product itself needs none."""

import os
import shutil
import subprocess

from bootstrap.console import Missing, step

PATIENCE = ["-o", "DPkg::Lock::Timeout=600", "-o", "APT::Get::Assume-Yes=true"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SYSTEM_PATHS = "/usr/sbin:/usr/local/sbin"


def install_with_apt(*packages: str) -> None:
    """Install when we may: as root, or through sudo that asks nothing.

    Raises: Missing, with the sentence why not.
    """
    package = " and ".join(packages)
    sudo = [] if os.getuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") is None or (sudo and shutil.which("sudo") is None):
        raise Missing(f"{package} is missing and cannot be installed from here (no apt-get, or not root).")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"installing {package} with apt"):
        for command in (["update", "-qq"], ["install", "-qq", "--no-install-recommends", *packages]):
            done = subprocess.run(
                [*sudo, "apt-get", *PATIENCE, *command], env=environ, capture_output=True, check=False
            )
            if done.returncode and command[0] == "install":
                raise Missing(f"apt-get could not install {package}.")


def find_browser() -> str | None:
    """The browser for the stories, installed when absent; None when there is none to be had."""
    for attempt in ("as it is", "after apt"):
        for name in BROWSERS:
            if found := shutil.which(name):
                return found
        if attempt == "as it is":
            install_with_apt("chromium")
    return None


def find_mailbox_server() -> str | None:
    """Dovecot, for the tests of the team mailbox, installed when absent; None when there is none to be had."""
    for attempt in ("as it is", "after apt"):
        if found := shutil.which("dovecot") or shutil.which("dovecot", path=SYSTEM_PATHS):
            return found
        if attempt == "as it is":
            install_with_apt("dovecot-imapd")
    return None


def find_office() -> str | None:
    """LibreOffice, to open what is exported, installed when absent; None when there is none to be had."""
    for attempt in ("as it is", "after apt"):
        if found := shutil.which("soffice"):
            return found
        if attempt == "as it is":
            install_with_apt("libreoffice-writer-nogui", "libreoffice-calc-nogui")
    return None
