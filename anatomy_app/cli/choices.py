"""Words that are one of several: read, or refused with what is near."""

from collections.abc import Callable, Sequence

from anatomy_app.cli.stops import WrongWords


def unknown(what: str, word: str, known: Sequence[str], otherwise: str) -> str:
    """A sentence: what there is not, and what is near or what to do."""
    import difflib  # only here: most words are right

    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"no {what} {word!r}; " + (f"did you mean {near[0]}?" if near else otherwise)


def one_of(what: str, known: Sequence[str]) -> Callable[[str], str]:
    """A reader of one of several words."""

    def read(word: str) -> str:
        if word not in known:
            raise WrongWords(unknown(what, word, known, f"it is one of {', '.join(known)}"))
        return word

    return read
