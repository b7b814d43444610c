"""SVG as a list of elements with their lines, read so that a hostile file cannot do harm.

Document types and entities end the reading; scripts, style sheets, clones, pictures and
references out of the file are problems; sizes, counts and depths are limited.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
FORBIDDEN = frozenset({"script", "style", "use", "image", "foreignObject", "a", "animate", "set"})
READ = frozenset({"svg", "g", "path"})
SKIPPED = frozenset({"title", "desc", "metadata", "defs"})
CUTTING = frozenset({"clip-path", "mask", "filter"})
CUTTING_STYLE = re.compile(r"\b(clip-path|mask|filter)\s*:\s*url", re.IGNORECASE)
OUTSIDE = re.compile(r"""url\(\s*['"]?\s*(?!#)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a drawing may have: bytes of the file, elements, nested elements."""

    size: int = 2_000_000
    elements: int = 5_000
    depth: int = 32


@dataclass(frozen=True, slots=True)
class Element:
    """A `svg`, `g` or `path` with its own attributes (foreign namespaces left out).

    `transform` joins the transforms of its groups, outermost first; `list_name` is the
    `data-list` of the nearest group that has one.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    transform: str = ""
    list_name: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong at a line, and what to do."""

    line: int
    what: str
    remedy: str


class Refused(Exception):  # noqa: N818  # not an error of ours: a verdict on the file
    """The file is not read further."""


@dataclass(slots=True)
class Reading:
    """The elements found so far, what was wrong, and the open groups."""

    limits: Limits
    elements: list[Element] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)
    depth: int = 0
    skipping: int = 0
    count: int = 0

    def add(self, line: int, what: str, remedy: str) -> None:
        self.mistakes.append(Mistake(line, what, remedy))


def read_elements(data: bytes, limits: Limits) -> tuple[list[Element], list[Mistake]]:
    """The drawing elements of the file in document order, and every mistake found on the way."""
    reading = Reading(limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def refuse(*_: object) -> None:
        line = parser.CurrentLineNumber
        reading.add(line, "has a document type or entities", "delete the <!DOCTYPE ...> lines")
        raise Refused

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(
        reading, name, attributes, parser.CurrentLineNumber
    )
    parser.EndElementHandler = lambda _: end(reading)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = f"is not well-formed XML ({expat.ErrorString(error.code)})"
        reading.add(error.lineno, what, "save it again from the drawing program")
    except Refused:
        pass
    return reading.elements, reading.mistakes


def start(reading: Reading, name: str, attributes: dict[str, str], line: int) -> None:
    """Take in an opening tag."""
    reading.depth += 1
    reading.count += 1
    check_limits(reading, line)
    namespace, _, tag = name.rpartition(" ")
    if reading.skipping or (namespace and namespace != SVG):
        reading.skipping += 1
        return
    if tag in SKIPPED:
        reading.skipping = 1
        return
    check_attributes(reading, tag, attributes, line)
    if tag not in READ or (tag == "svg" and reading.open):
        refuse_tag(reading, tag, line)
        reading.skipping = 1
        return
    keep(reading, tag, attributes, line)


def end(reading: Reading) -> None:
    """Take in a closing tag."""
    reading.depth -= 1
    if reading.skipping:
        reading.skipping -= 1
    else:
        reading.open.pop()


def check_limits(reading: Reading, line: int) -> None:
    """Stop reading a file that is too big or too deep to be a drawing."""
    limits = reading.limits
    if reading.count > limits.elements:
        what = f"has more than {limits.elements} elements"
        reading.add(line, what, "join paths that belong together")
        raise Refused
    if reading.depth > limits.depth:
        reading.add(line, f"is nested deeper than {limits.depth} levels", "ungroup")
        raise Refused


def refuse_tag(reading: Reading, tag: str, line: int) -> None:
    """Say why an element cannot be part of a drawing."""
    if tag in FORBIDDEN:
        reading.add(line, f"<{tag}> is not allowed in a drawing", "delete it, or unlink clones")
    else:
        remedy = "turn it into a path (Path > Object to Path) or delete it"
        reading.add(line, f"<{tag}> is not a path", remedy)


def check_attributes(reading: Reading, tag: str, attributes: dict[str, str], line: int) -> None:
    """Find references out of the file and scripts in attributes."""
    for key, value in attributes.items():
        name = key.rpartition(" ")[2]
        if name.startswith("on") and " " not in key:
            reading.add(line, f"{name} on <{tag}> is a script", "delete the attribute")
        elif (name == "href" and not value.startswith("#")) or OUTSIDE.search(value):
            reading.add(line, f"{name} on <{tag}> refers outside the file", "delete the reference")
        elif name in CUTTING or CUTTING_STYLE.search(value):
            remedy = "release it and cut the path itself"
            reading.add(line, f"<{tag}> has a clip, mask or filter", remedy)


def keep(reading: Reading, tag: str, attributes: dict[str, str], line: int) -> None:
    """Remember an element and what it inherits from its groups."""
    own = {key: value for key, value in attributes.items() if " " not in key}
    parent = reading.open[-1] if reading.open else None
    transform = " ".join(filter(None, (parent.transform if parent else "", own.get("transform"))))
    list_name = own.get("data-list", parent.list_name if parent else "")
    element = Element(tag, own, line, transform, list_name)
    reading.open.append(element)
    reading.elements.append(element)
