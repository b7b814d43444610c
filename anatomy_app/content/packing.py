"""Records as plain lists for JSON and back, by the types of their fields; needs no library."""

import dataclasses
import types
import typing
import zlib
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

_T = TypeVar("_T")

Unpack = Callable[[object], object]


def pack(value: object) -> object:
    """A record as the list of its field values, without defaults at its end; nested likewise."""
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        values = [getattr(value, field.name) for field in fields]
        while values and values[-1] == _default(fields[len(values) - 1]):
            values.pop()
        return [pack(each) for each in values]
    if isinstance(value, tuple):
        return [pack(each) for each in value]
    if isinstance(value, dict):
        return {key: pack(each) for key, each in value.items()}
    return value


def unpack(cls: type[_T], packed: object) -> _T:
    """The record of a packed list; an exception of any kind if the list is not one of ours."""
    record = _unpacker(cls)(packed)
    assert isinstance(record, cls)
    return record


def shape(classes: Iterable[type[object]]) -> int:
    """A checksum of the names and types of all fields: lists of another shape cannot be read."""
    return zlib.crc32(
        ";".join(
            f"{cls.__name__}:" + ",".join(f"{field.name}={field.type}" for field in _fields(cls))
            for cls in classes
        ).encode()
    )


def _fields(cls: type[object]) -> tuple["dataclasses.Field[object]", ...]:
    assert dataclasses.is_dataclass(cls)
    return dataclasses.fields(cls)


def _default(field: "dataclasses.Field[object]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


_made: dict[object, Unpack] = {}


def _unpacker(type_: object) -> Unpack:
    if type_ not in _made:
        _made[type_] = _make(type_)
    return _made[type_]


def _make(type_: object) -> Unpack:
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return _of_record(type_)
    origin, args = typing.get_origin(type_), typing.get_args(type_)
    if origin is tuple:
        return _of_tuple(_unpacker(args[0]) if args[1:] == (...,) else _as_it_is)
    if origin is dict:
        return _of_dict(_unpacker(args[1]))
    if isinstance(type_, types.UnionType):
        return _optional(_unpacker(next(arg for arg in args if arg is not types.NoneType)))
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _of_words(type_)
    return _as_it_is


def _as_it_is(value: object) -> object:
    return value


def _of_record(cls: type[object]) -> Unpack:
    """Only the fields whose values JSON does not keep as they are take a step of their own."""
    steps = [
        (place, step)
        for place, field in enumerate(_fields(cls))
        if (step := _unpacker(field.type)) is not _as_it_is
    ]

    def unpack_record(packed: object) -> object:
        assert isinstance(packed, list)
        given = len(packed)
        for place, step in steps:
            if place < given:
                packed[place] = step(packed[place])
        return cls(*packed)

    return unpack_record


def _of_tuple(step: Unpack) -> Unpack:
    if step is _as_it_is:
        return lambda packed: tuple(packed) if isinstance(packed, list) else _refuse(packed)

    def unpack_tuple(packed: object) -> object:
        assert isinstance(packed, list)
        return tuple([step(each) for each in packed])

    return unpack_tuple


def _of_dict(step: Unpack) -> Unpack:
    def unpack_dict(packed: object) -> object:
        assert isinstance(packed, dict)
        return {key: step(each) for key, each in packed.items()}

    return unpack_dict


def _optional(step: Unpack) -> Unpack:
    return lambda packed: None if packed is None else step(packed)


def _of_words(kind: type[StrEnum]) -> Unpack:
    words: dict[object, StrEnum] = {str(each): each for each in kind}
    return words.__getitem__


def _refuse(packed: object) -> object:
    raise TypeError(f"a list was expected, not {type(packed).__name__}")
