"""Ten times the content: every record but stages and shelves ten times, under new ids.

The copies refer to each other as the originals do, and share the originals' drawings and curves.
They use the same words, which is the hardest case for the search: each query finds ten times as
much.
"""

import json
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

from anatomy_app.content.compiled import NAME, compile_content
from anatomy_app.content.rows import files_of

TIMES = 10
KINDS = {
    "structure": "muscle",
    "exercise": "exercise",
    "injury": "injury",
    "context": "context",
    "question": "faq",
    "source": "source",
    "quiz": "",
    "lay_term": "",
}
# Fields with words that may look like an id but are none of a copied record.
KEPT = {
    "curves", "drawn", "kind", "region", "shelf", "stages", "main_stages", "names", "synonyms",
    "target_kind", "direction", "needs",
}  # fmt: skip

Record = dict[str, object]


def make_tenfold(root: Path, target: Path) -> Path:
    """Copy a folder with `data` and `assets`, with ten times the content; returns the target."""
    shutil.copytree(root / "assets", target / "assets")
    shutil.copytree(root / "data", target / "data")
    files = {path: tomllib.loads(path.read_text("utf-8")) for path in tables(target / "data")}
    ids = {id_ for tables_ in files.values() for id_ in known(tables_)}
    for path, tables_ in files.items():
        path.write_text("\n".join(lines(tables_, ids)), "utf-8")
    compile_content(target / "data", target / "data" / NAME)
    return target


def tables(data: Path) -> Iterator[Path]:
    """The content files; the proportions of the body are no records."""
    yield from sorted(files_of(data))


def known(tables_: dict[str, list[Record]]) -> Iterator[str]:
    """How the records of a file are referred to."""
    for header, records in tables_.items():
        if kind := KINDS.get(header):
            for record in records:
                yield str(record["id"])
                yield f"{kind}:{record['id']}"


def lines(tables_: dict[str, list[Record]], ids: set[str]) -> Iterator[str]:
    """A file with its records and their copies."""
    for header, records in tables_.items():
        for number in range(TIMES if header in KINDS else 1):
            for record in records:
                yield f"[[{header}]]"
                copied = renamed(record, ids, f"_x{number}") if number else record
                own = "term" if header == "lay_term" else "id"
                if number and isinstance(copied, dict):
                    copied[own] = f"{record[own]}_x{number}"
                yield from (f"{key} = {toml(value)}" for key, value in dict_of(copied).items())


def renamed(value: object, ids: set[str], ending: str) -> object:
    """A copy whose references name the copies of what the original names."""
    if isinstance(value, str):
        return value + ending if value in ids else value
    if isinstance(value, list):
        return [renamed(each, ids, ending) for each in value]
    if isinstance(value, dict):
        return {
            key: each if key in KEPT else renamed(each, ids, ending) for key, each in value.items()
        }
    return value


def dict_of(value: object) -> Record:
    """A record, for the type checker."""
    assert isinstance(value, dict)
    return value


def toml(value: object) -> str:
    """A value as TOML in one line."""
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, list):
        return f"[{', '.join(toml(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)
