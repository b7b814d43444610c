"""A dosage text as numbers, as far as it holds any."""

import re
from dataclasses import dataclass
from functools import lru_cache

Range = tuple[int, int]

_N = r"(\d+)(?:(?:-| to )(\d+))?"
_COUNTED = r"reps?|repetitions|contacts|jumps|steps|lifts|swings|squeezes|presses|breaths"
_UNIT = rf"(seconds|s|metres|m|minutes?|min|{_COUNTED})?"
_TIMES = re.compile(
    rf"{_N}\s*(?:sets?|holds?|rounds?)?\s*x\s*{_N}\s*(?:slow )?{_UNIT}\b(?:\s*each)?"
    rf"(?:\s*x\s*{_N}\s*s\b)?"
)
_REPEATS = re.compile(rf"{_N} repeats\b.*?x\s*{_N}\s*(s|m|minutes?)\b")
_SETS_OF_HOLDS = re.compile(rf"{_N} sets? of {_N} x {_N} s\b")
_SETS_FALLING = re.compile(rf"{_N} sets? of (\d+), (\d+) and (\d+) reps")
_SETS_OF = re.compile(rf"{_N} sets? of {_N}\b")
_MAXIMUM = re.compile(rf"{_N} sets? at the (\d+)-repetition maximum")
_REPS_OF = re.compile(rf"{_N} (?:{_COUNTED}) x {_N} s\b")
_ONE_AND_ONE = re.compile(rf"{_N} minutes?\b[^,]*, then {_N} minutes?\b")
_TIMES_A_WEEK = re.compile(rf"\d+ times {_N} (minutes?) a week")
_ONLY = re.compile(rf"{_N} (?:slow )?(seconds|s|metres|m|minutes?|{_COUNTED})\b(?! a week)")
_ONLY_SETS = re.compile(rf"{_N} sets?\b")
_DAYS = re.compile(
    rf"(more than )?{_N}( or more)? (?:days?|runs?|sessions?|times)(?: \d+ minutes?)?"
    r" (?:a|per) week"
)
_TEMPO = re.compile(r"(\d+) s (?:up|hold|down)\b")
_EACH = re.compile(r"\beach (?:side|leg|way|foot|arm)\b|\bper (?:side|leg|foot)\b")
EVERY_DAY = 7


@dataclass(frozen=True, slots=True)
class Dose:
    """A dosage: least and most of each; None is not stated.

    `seconds` is the length of a hold or of a timed set; with `reps` too, each repetition is held
    that long. `metres` is the length of a set that is a distance. `days` per week, `tempo` the
    seconds of one repetition. `known` is False if the text could not be read: then show the text.
    """

    known: bool
    sets: Range = (1, 1)
    reps: Range | None = None
    seconds: Range | None = None
    metres: Range | None = None
    days: Range | None = None
    tempo: int | None = None
    each_side: bool = False
    heavy: bool = False
    contacts: bool = False


@lru_cache(maxsize=512)
def read_dose(text: str) -> Dose:
    """The first dose of a text; a later phase or a dose in brackets is another one."""
    plain = re.sub(r"\(.*?\)", "", text.lower().replace("–", "-").replace("×", "x"))
    first = plain.partition(", or ")[0]
    found = _amount(first)
    return Dose(
        known=found is not None,
        days=_days(plain),
        tempo=sum(map(int, _TEMPO.findall(plain))) or None,
        each_side=bool(_EACH.search(first)),
        heavy="heavy load" in first,
        contacts=bool(re.search(r"\b(contacts|jumps)\b", first)),
        **(found or {}),
    )


def _amount(text: str) -> dict[str, Range] | None:
    """Sets with reps, seconds or metres of the first form that fits."""
    for pattern, read in _FORMS:
        if match := pattern.search(text):
            return read(match)
    return None


def _range(low: str, high: str | None) -> Range:
    return int(low), int(high or low)


def _measured(value: Range, unit: str | None) -> dict[str, Range]:
    """An amount by its unit; a bare number counts repetitions."""
    match (unit or "reps")[0]:
        case "s" if unit in ("s", "seconds"):
            return {"seconds": value}
        case "m" if unit in ("m", "metres"):
            return {"metres": value}
        case "m":
            return {"seconds": (value[0] * 60, value[1] * 60)}
        case _:
            return {"reps": value}


def _times(match: re.Match[str]) -> dict[str, Range]:
    low, high, reps, most, unit, hold, longest = match.groups()
    found = {"sets": _range(low, high), **_measured(_range(reps, most), unit)}
    return {**found, "seconds": _range(hold, longest)} if hold else found


def _pair(match: re.Match[str]) -> dict[str, Range]:
    low, high, value, most, unit = match.groups()
    return {"sets": _range(low, high), **_measured(_range(value, most), unit or "reps")}


def _held(match: re.Match[str]) -> dict[str, Range]:
    low, high, reps, most, hold, longest = match.groups()
    return {
        "sets": _range(low, high),
        "reps": _range(reps, most),
        "seconds": _range(hold, longest),
    }


def _falling(match: re.Match[str]) -> dict[str, Range]:
    low, high, *reps = match.groups()
    return {"sets": _range(low, high), "reps": (min(map(int, reps)), max(map(int, reps)))}


def _maximum(match: re.Match[str]) -> dict[str, Range]:
    low, high, reps = match.groups()
    return {"sets": _range(low, high), "reps": _range(reps, None)}


def _reps_held(match: re.Match[str]) -> dict[str, Range]:
    low, high, hold, longest = match.groups()
    return {"reps": _range(low, high), "seconds": _range(hold, longest)}


def _summed(match: re.Match[str]) -> dict[str, Range]:
    first, second = _range(*match.groups()[:2]), _range(*match.groups()[2:])
    return {"seconds": ((first[0] + second[0]) * 60, (first[1] + second[1]) * 60)}


def _only(match: re.Match[str]) -> dict[str, Range]:
    low, high, unit = match.groups()
    return _measured(_range(low, high), unit)


def _only_sets(match: re.Match[str]) -> dict[str, Range]:
    return {"sets": _range(*match.groups())}


def _sets_of(match: re.Match[str]) -> dict[str, Range]:
    low, high, value, most = match.groups()
    return {"sets": _range(low, high), "reps": _range(value, most)}


_FORMS = (
    (_REPEATS, _pair),
    (_SETS_OF_HOLDS, _held),
    (_SETS_FALLING, _falling),
    (_TIMES, _times),
    (_REPS_OF, _reps_held),
    (_MAXIMUM, _maximum),
    (_SETS_OF, _sets_of),
    (_ONE_AND_ONE, _summed),
    (_TIMES_A_WEEK, _only),
    (_ONLY, _only),
    (_ONLY_SETS, _only_sets),
)


def _days(text: str) -> Range | None:
    """Days per week, as far as the text says."""
    if re.search(r"\bdaily\b|\bas often as you like\b", text):
        return EVERY_DAY, EVERY_DAY
    if match := _DAYS.search(text):
        low, high = _range(match[2], match[3])
        return low, EVERY_DAY if match[1] or match[4] else high
    if re.search(r"\bevery (?:run )?day\b|\b(?:times|once|twice) a day\b", text):
        return EVERY_DAY, EVERY_DAY
    if "every 2nd day" in text:
        return 3, 3
    return {"once a week": (1, 1), "twice a week": (2, 2)}.get(_often(text))


def _often(text: str) -> str:
    match = re.search(r"(?:once|twice) a week", text)
    return match[0] if match else ""
