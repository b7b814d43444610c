"""What goes out: one JSON document or text on standard output, and files that are whole or not."""

import errno
import os
import sys
from pathlib import Path

from anatomy_app.cli.stops import WrongPlace


def put_json(document: object) -> None:
    """Print one JSON document in UTF-8, whatever the terminal speaks."""
    import json  # here, because help and version need none

    _reconfigure(encoding="utf-8")
    put(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def put_text(text: str) -> None:
    """Print text for a reader; letters that the terminal lacks become question marks."""
    _reconfigure(encoding=None)
    put(text)


def put(text: str) -> None:
    """Write a line to standard output. Nobody reading further is no fault; a full disk is."""
    if sys.stdout is None:
        raise WrongPlace("standard output is closed; open it or redirect it to a file")
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        raise WrongPlace(f"standard output cannot be written ({error.strerror})") from error


def tell(sentence: str) -> None:
    """Write a sentence to standard error, if there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"anatomy-app: {sentence}\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody can be told that nobody can be told


def _reconfigure(*, encoding: str | None) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a test's or an embedder's stream may be of another kind
        reconfigure(encoding=encoding, errors="replace")


def _silence() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's own flush is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)


def check_writable(path: Path) -> None:
    """A WrongPlace with a sentence if a file could not be written there."""
    folder = path.parent
    if path.is_dir():
        raise WrongPlace(f"{path} is a folder; name a file in it")
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise WrongPlace(f"the folder {folder} {what}; make it or name another")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongPlace(f"the folder {folder} is not writable; name another")
    if path.exists() and not os.access(path, os.W_OK):
        raise WrongPlace(f"{path} is not writable; name another file")


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes there, replacing a file that is there, whole or not at all."""
    check_writable(path)
    target = path.resolve()  # a link stays a link
    part = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        try:
            part.write_bytes(data)
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "the disk is full" if full else error.strerror
        raise WrongPlace(f"{path} cannot be written ({why}); name another file") from error
