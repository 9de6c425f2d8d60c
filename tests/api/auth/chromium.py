"""Chromium with a virtual authenticator, by the DevTools protocol on pipes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any, Final

PROGRAM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS: Final = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-extensions"),
    *("--disable-component-update", "--disable-sync", "--remote-debugging-pipe"),
)


class PageError(Exception):
    """The browser refused a command, or a script of the page threw."""


@dataclass(slots=True)
class Tab:
    """A page; commands are sent one after the other."""

    sending: IO[bytes]
    receiving: IO[bytes]
    session: str = ""
    number: int = 0

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command. Raises PageError."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.sending.write(json.dumps(message).encode() + b"\0")
        self.sending.flush()
        while (answer := self._next()).get("id") != self.number:
            pass
        if "error" in answer:
            raise PageError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def run(self, script: str) -> Any:
        """The value of a script, which may await, as if the person had clicked."""
        answer = self.send(
            "Runtime.evaluate",
            expression=f"(async () => {{ {script} }})()",
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in answer:
            raise PageError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def _next(self) -> dict[str, Any]:
        found = bytearray()
        while (sign := self.receiving.read(1)) != b"\0":
            if not sign:
                raise PageError("the browser has ended")
            found += sign
        message: dict[str, Any] = json.loads(found)
        return message


@contextmanager
def browser(*flags: str) -> Iterator[Tab]:
    """A browser with an empty profile and one page, until the block ends."""
    assert PROGRAM is not None
    its_in, sending = os.pipe()
    receiving, its_out = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # the protocol is on the descriptors 3 and 4, which the shell puts there
        command = f'exec "$@" 3<&{its_in} 4>&{its_out}'
        process = subprocess.Popen(
            ["bash", "-c", command, "_", PROGRAM, *_FLAGS, f"--user-data-dir={profile}", *flags],
            pass_fds=(its_in, its_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(its_in)
        os.close(its_out)
        try:
            with os.fdopen(sending, "wb") as to, os.fdopen(receiving, "rb") as back:
                tab = Tab(to, back)
                target = tab.send("Target.createTarget", url="about:blank")["targetId"]
                attached = tab.send("Target.attachToTarget", targetId=target, flatten=True)
                tab.session = attached["sessionId"]
                yield tab
        finally:
            process.terminate()
            process.wait(30)


def add_authenticator(tab: Tab) -> str:
    """A device inside the browser that keeps passkeys and says who its person is."""
    tab.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = tab.send("WebAuthn.addVirtualAuthenticator", options=options)
    return str(made["authenticatorId"])
