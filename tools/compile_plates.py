"""Compile the drawings: `python tools/compile_plates.py [SVG_FOLDER [OUT_FOLDER]]`.

Run it after a change to assets/svg; a test fails while the compiled files are out of date.
"""

import sys
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "assets"


def main(arguments: list[str]) -> int:
    sys.path.insert(0, str(ASSETS.parent))  # the package of this checkout, installed or not
    from anatomy_app.content.plate_file import PlateError
    from anatomy_app.content.plates import compile_plates

    svg_folder = Path(arguments[0]) if arguments else ASSETS / "svg"
    out_folder = Path(arguments[1]) if len(arguments) > 1 else ASSETS / "plates"
    try:
        done = compile_plates(svg_folder, out_folder)
    except PlateError as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in out_folder.iterdir())
    print(f"{len(done)} plates, {size / 1e6:.2f} MB in {out_folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
