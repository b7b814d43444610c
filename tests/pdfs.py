"""Reads the text of PDF files as a viewer would find it."""

import re
import zlib


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page, line by line: glyph numbers, read by the map of their font."""
    objects = dict(re.findall(rb"(?s)\n(\d+) 0 obj\s*(.*?)endobj", data))
    fonts = {
        name: _letters(objects, objects[number])
        for each in objects.values()
        if b"/Font" in each
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", each)
    }
    kinds = re.findall(rb"(?s)/Type /Page\b.*?/Contents (\d+) 0 R", data)
    return [_text(_stream(objects[number]), fonts) for number in kinds]


def flat(text: str) -> str:
    """A text on one line, so that line breaks hide nothing."""
    return " ".join(text.split())


def _stream(body: bytes) -> bytes:
    match = re.search(rb"(?s)stream\r?\n(.*?)\r?\nendstream", body)
    raw = match[1] if match else b""
    return zlib.decompress(raw) if b"FlateDecode" in body else raw


def _letters(objects: dict[bytes, bytes], font: bytes) -> dict[int, str]:
    match = re.search(rb"/ToUnicode (\d+) 0 R", font)
    if match is None:
        return {}
    found: dict[int, str] = {}
    for start, listed in re.findall(rb"<(\w+)> <\w+> \[([^\]]*)\]", _stream(objects[match[1]])):
        for place, code in enumerate(re.findall(rb"<(\w+)>", listed)):
            found[int(start, 16) + place] = bytes.fromhex(code.decode()).decode("utf-16-be")
    return found


def _text(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    letters: dict[int, str] = {}
    found = []
    for name, glyph, end in re.findall(rb"/(F\d+) \S+ Tf|<(\w{4})> Tj|(ET)", content):
        if name:
            letters = fonts[name]
        elif glyph:
            found.append(letters[int(glyph, 16)])
        elif end:
            found.append("\n")
    return "".join(found)
