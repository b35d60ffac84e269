"""Installs Headway from the folder this file stands in: no network, no administrator, no compiler.

    python install.py              into the folder `headway-here` beside this file
    python install.py PLACE        into another folder

Works the same on Linux, macOS and Windows, with Python 3.11 or later. Uses the standard library
and the pip that lies among the wheels. Installing again replaces what was installed before.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS = HERE / "wheels"
SUMS = HERE / "SHA256SUMS"
LEAST = (3, 11)


def refuse(sentence: str) -> None:
    """End with one sentence and exit code 2."""
    sys.exit(f"install.py: {sentence}")


def check_folder() -> None:
    """Every file the list of sums names is there and unchanged."""
    if sys.version_info < LEAST:
        refuse(f"this is Python {sys.version.split()[0]}; Headway needs 3.11 or later")
    if not SUMS.is_file():
        refuse("SHA256SUMS is missing; copy the whole folder again")
    for line in SUMS.read_text(encoding="utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        path = HERE / name
        if not path.is_file():
            refuse(f"{name} is missing; copy the whole folder again")
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            refuse(f"{name} is damaged; copy the whole folder again")


def python_in(place: Path) -> Path:
    """The Python of the environment in a place."""
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: object) -> bool:
    """Run a command without any network settings of pip; whether it went well."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    environment = {**kept, "PIP_CONFIG_FILE": os.devnull, "PYTHONNOUSERSITE": "1"}
    return subprocess.run([str(part) for part in command], env=environment).returncode == 0


def install(place: Path) -> None:
    """An environment of its own in `place`, with Headway in it."""
    pips = sorted(WHEELS.glob("pip-*.whl"))
    if not pips:
        refuse("there is no pip among the wheels; copy the whole folder again")
    if not run(sys.executable, "-m", "venv", "--without-pip", "--clear", place):
        refuse(f"{place} cannot be made; give another place: python install.py PLACE")
    pip = (python_in(place), f"{pips[-1]}/pip", "install", "--quiet", "--disable-pip-version-check")
    if not run(*pip, "--no-index", "--find-links", WHEELS, "headway"):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        refuse(
            f"the wheels do not fit Python {version} on {sys.platform};"
            " READ-ME.txt says which they fit"
        )


def main() -> None:
    """Check, install, try, and say how to begin."""
    place = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "headway-here").resolve()
    print("Checking the folder ...", flush=True)
    check_folder()
    print(f"Installing into {place} ...", flush=True)
    install(place)
    command = python_in(place).with_name("headway.exe" if os.name == "nt" else "headway")
    if not run(command, "--version"):
        refuse("Headway was installed and does not start; please report the lines above")
    print(f"Done. Begin with:\n\n    {command} demo example.headway --serve\n")
    print("and read guide/first-hour.html in this folder for your own files.")


if __name__ == "__main__":
    main()
