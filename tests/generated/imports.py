"""docs/reference/imports.md: a picture of the folders, storey by storey, and of their imports."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import grimp

PACKAGE: Final = "sealedbid"
HEADER: Final = """\
<!-- GENERATED from the imports of src/sealedbid by `make schema`. -->

# Folders and their imports

An arrow points to the folder that is imported. A folder that is also reached through another one
has no arrow of its own. import-linter holds the storeys (`make borders`): no import goes up, and
none goes sideways inside a storey. A dotted arrow is a command that starts another delivery; the
contract names the module.

"""


def imports(pyproject: Path) -> str:
    """The page. Raises KeyError for a folder that stands in no storey."""
    contract = _contract(pyproject)
    storeys = _storeys(contract)
    heights = {folder: height for height, storey in enumerate(storeys) for folder in storey}
    edges, starts = _edges(), _starts(contract)
    for folder, other in starts:
        edges[folder].discard(other)
    lines = ["```mermaid", "flowchart TD"]
    for height, storey in enumerate(storeys):
        there = [folder for folder in storey if folder in edges]
        lines += [f'    subgraph s{height}[" "]', f"        {' ~~~ '.join(there)}", "    end"]
    for folder in sorted(edges, key=lambda each: (heights[each], each)):
        lines += [f"    {folder} --> {other}" for other in sorted(_direct(folder, edges))]
    lines += [f"    {folder} -.-> {other}" for folder, other in starts]
    return HEADER + "\n".join([*lines, "```"]) + "\n"


def _contract(pyproject: Path) -> dict[str, list[str]]:
    """The first contract of import-linter."""
    tool = tomllib.loads(pyproject.read_text(encoding="utf-8"))["tool"]
    first: dict[str, list[str]] = tool["importlinter"]["contracts"][0]
    return first


def _storeys(contract: Mapping[str, list[str]]) -> list[list[str]]:
    """The layers of the contract, from the top down."""
    return [
        [name.strip().removeprefix(f"{PACKAGE}.") for name in layer.split("|")]
        for layer in contract["layers"]
    ]


def _starts(contract: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """The folders between which the contract lets single modules import."""
    ends = (line.split(" -> ") for line in contract["ignore_imports"])
    return sorted({(one.split(".")[1], other.split(".")[1]) for one, other in ends})


def _edges() -> dict[str, set[str]]:
    """By folder, the folders that its modules import."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    folders = {child for child in graph.find_children(PACKAGE) if graph.find_children(child)}
    edges: dict[str, set[str]] = {folder.rpartition(".")[2]: set() for folder in folders}
    for folder in folders:
        for other in folders - {folder}:
            if graph.direct_import_exists(importer=folder, imported=other, as_packages=True):
                edges[folder.rpartition(".")[2]].add(other.rpartition(".")[2])
    return edges


def _direct(folder: str, edges: Mapping[str, set[str]]) -> set[str]:
    """The folders that it imports, without those that another of them reaches."""
    return {
        other
        for other in edges[folder]
        if not any(other in _reached(via, edges) for via in edges[folder] - {other})
    }


def _reached(folder: str, edges: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    wanted = [folder]
    while wanted:
        for other in edges[wanted.pop()] - found:
            found.add(other)
            wanted.append(other)
    return found
