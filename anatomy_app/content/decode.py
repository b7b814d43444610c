"""Raw TOML tables become records: `msgspec` converts, and every mistake of a table is told.

One quick conversion of the whole record is tried first. Only if it fails is the table walked
field by field, so that all its mistakes are found, each with its path.
"""

import dataclasses
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeVar

import msgspec

from anatomy_app.content.problems import guess, quoted
from anatomy_app.content.toml_lines import Path

_T = TypeVar("_T")

_MOST = 100  # slips of one table; a hostile file may hold many more

_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "nothing",
    "datetime": "a date and time",
    "date": "a date",
    "time": "a time",
}
_EXPECTED = re.compile(r"Expected `([^`]+)`(?: of length (\d+))?, got `?([^`]+?)`?(?: - at.*)?$")
_AT = re.compile(r" - at `\$([^`]*)`$")
_PLACE = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake inside one table: `path` leads to it from the table."""

    path: Path
    what: str
    remedy: str


def decode(cls: type[_T], raw: object) -> tuple[_T | None, tuple[Slip, ...]]:
    """The record of a raw table, or None; and all mistakes found in the table.

    A record with unknown keys is still returned, so that references to it stay known.
    """
    unknown = tuple(islice(_unknown_keys(cls, raw, ()), _MOST))
    try:
        return msgspec.convert(raw, cls), unknown
    except msgspec.ValidationError:
        return None, unknown + tuple(islice(_slips(cls, raw, ()), _MOST))


def _unknown_keys(type_: object, raw: object, path: Path) -> Iterator[Slip]:
    """Keys that no field takes, at any depth: `msgspec` would pass them over in silence."""
    for inner, value, place in _inside(type_, raw, path):
        yield from _unknown_keys(inner, value, place)
    if isinstance(type_, type) and dataclasses.is_dataclass(type_) and isinstance(raw, dict):
        fields = [field.name for field in dataclasses.fields(type_)]
        for key in raw:
            if key not in fields:
                remedy = guess(key, fields, f"its keys are {', '.join(fields)}")
                yield Slip((*path, key), f"unknown key {quoted(key)}", remedy)


def _slips(type_: object, raw: object, path: Path) -> Iterator[Slip]:
    """Every value of the wrong type and every missing key, at any depth."""
    inner = list(_inside(type_, raw, path))
    if isinstance(type_, type) and dataclasses.is_dataclass(type_) and isinstance(raw, dict):
        for field in dataclasses.fields(type_):
            if field.name not in raw and not _has_default(field):
                remedy = f"add {field.name} = ..., it takes {_expected(field.type)}"
                yield Slip(path, f"{field.name} is missing", remedy)
    elif not inner:
        yield from _leaf(type_, raw, path)
    for each, value, place in inner:
        yield from _slips(each, value, place)


def _leaf(type_: object, raw: object, path: Path) -> Iterator[Slip]:
    try:
        msgspec.convert(raw, type_)
    except msgspec.ValidationError as error:
        message = str(error)
        at = _AT.search(message)
        place = tuple(int(index) for index in _PLACE.findall(at[1])) if at else ()
        yield Slip((*path, *place), *_plain(type_, raw, message, _dotted(path)))


def _dotted(path: Path) -> str:
    """The name of a field; which item of its list is meant, the line tells."""
    path = path[:-1] if isinstance(path[-1], int) else path
    return ".".join(str(part)[:40] for part in path)


def _inside(type_: object, raw: object, path: Path) -> Iterator[tuple[object, object, Path]]:
    """(type, value, path) of the parts of a value that are looked into one by one."""
    if isinstance(raw, dict) and isinstance(type_, type) and dataclasses.is_dataclass(type_):
        for field in dataclasses.fields(type_):
            if field.name in raw:
                yield field.type, raw[field.name], (*path, field.name)
    elif isinstance(raw, dict) and typing.get_origin(type_) is dict:
        inner = typing.get_args(type_)[1]
        yield from ((inner, value, (*path, key)) for key, value in raw.items())
    elif isinstance(raw, list) and (each := _kind_of_list(type_)):
        yield from ((each, value, (*path, index)) for index, value in enumerate(raw))


def _kind_of_list(type_: object) -> object | None:
    """What a list of records or of fixed words holds; None for any other type."""
    args = typing.get_args(type_) if typing.get_origin(type_) is tuple else ()
    if args[1:] != (...,):
        return None
    return args[0] if dataclasses.is_dataclass(args[0]) or _choices(args[0]) else None


def _has_default(field: "dataclasses.Field[object]") -> bool:
    return (
        field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    )


def _plain(type_: object, raw: object, message: str, name: str) -> tuple[str, str]:
    """What is wrong and what to do, in plain words, of a message of `msgspec`."""
    choices = _choices(type_)
    if choices:
        listed = ", ".join(choices)
        word = raw if isinstance(raw, str) else repr(raw)
        return f"{name} cannot be {quoted(word)}", guess(word, choices, f"it is one of {listed}")
    if match := _EXPECTED.match(message):
        wanted, length, got = match.groups()
        if length:
            return f"{name} has {got} values", f"write {length} values"
        return f"{name} holds {_word(got)}", f"write {_word(wanted)}"
    return f"{name}: {_AT.sub('', message)}", f"write {_expected(type_)}"


def _word(names: str) -> str:
    """`int | null` in plain words; what may be left out counts as what it is otherwise."""
    parts = [part for part in names.split(" | ") if part != "null"] or ["null"]
    return " or ".join(_WORDS.get(part, part) for part in parts)


def _choices(type_: object) -> tuple[str, ...]:
    """The words an enumeration (or an optional one) takes; empty for any other type."""
    kinds = typing.get_args(type_) if isinstance(type_, types.UnionType) else (type_,)
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return tuple(str(word) for word in kind)
    return ()


def _expected(type_: object) -> str:
    """What a field wants, in plain words."""
    if choices := _choices(type_):
        return f"one of {', '.join(choices)}"
    if typing.get_origin(type_) is tuple:
        return "a list"
    return _WORDS.get(getattr(type_, "__name__", ""), "a table")
