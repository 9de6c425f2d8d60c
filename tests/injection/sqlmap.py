"""sqlmap, a foreign attacker: a process of its own, in an environment of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

SQLMAP: Final = Path(__file__).parents[2] / ".venv-attacks" / "bin" / "sqlmap"
WITHIN: Final = 240
"""Seconds for one attack."""


def attack(url: str, out: Path, *wanted: str) -> str:
    """Let it look for an injection in the parameter ``q``, and fetch the wanted rows through it.

    Returns its output and its files. It acts as a member of ``a``, without questions.
    """
    done = subprocess.run(
        [
            *(str(SQLMAP), "--batch", "--flush-session", "--disable-coloring", "--fresh-queries"),
            *("--url", url, "-p", "q", "--headers", "Who: a", "--dbms", "PostgreSQL"),
            *("--level", "2", "--risk", "2", "--time-sec", "1", "--output-dir", str(out)),
            *wanted,
        ],
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
        cwd=out,
        env={"HOME": str(out), "PATH": "/usr/bin:/bin"},
    )
    files = "\n".join(
        path.read_text(errors="replace")
        for path in sorted(out.rglob("*"))
        if path.suffix in (".csv", ".txt") or path.name == "log"
    )
    return f"{done.stdout}\n{done.stderr}\n{files}"
