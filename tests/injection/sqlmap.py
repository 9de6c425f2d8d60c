"""sqlmap, a foreign attacker: a process of its own, in an environment of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

SQLMAP: Final = Path(__file__).parents[2] / ".venv-attacks" / "bin" / "sqlmap"
WITHIN: Final = 240
"""Seconds for one attack."""


def look(url: str, token: str, method: str, body: str | None, out: Path) -> str:
    """Let it look for an injection in every parameter, and every field of the body; its output."""
    headers = [f"Authorization: Bearer {token}", 'If-Match: "0"']
    given = ["--data", body] if body is not None else []
    if body is not None:
        headers.append("Content-Type: application/json")
    return _run(
        *("--url", url, "--method", method, "--headers", "\n".join(headers), *given),
        *("--level", "1", "--technique", "BEUT"),
        out=out,
    )


def attack(url: str, token: str, method: str, out: Path, *wanted: str) -> str:
    """Let it look for an injection in the parameter ``q``, and fetch the wanted rows through it.

    Returns its output and its files. It acts by the token, without questions.
    """
    said = _run(
        *("--url", url, "-p", "q", "--method", method),
        *("--headers", f"Authorization: Bearer {token}"),
        *("--level", "2", "--risk", "2", *wanted),
        out=out,
    )
    files = "\n".join(
        path.read_text(errors="replace")
        for path in sorted(out.rglob("*"))
        if path.suffix in (".csv", ".txt") or path.name == "log"
    )
    return f"{said}\n{files}"


def _run(*options: str, out: Path) -> str:
    done = subprocess.run(
        [
            *(str(SQLMAP), "--batch", "--flush-session", "--disable-coloring", "--fresh-queries"),
            *("--dbms", "PostgreSQL", "--time-sec", "1", "--output-dir", str(out), *options),
        ],
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
        cwd=out,
        env={"HOME": str(out), "PATH": "/usr/bin:/bin"},
    )
    return f"{done.stdout}\n{done.stderr}"
