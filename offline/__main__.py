"""`python -m offline FOLDER`: the offline folder for this machine, or for others."""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ("first-hour", "workbook", "minutes", "readers", "assessment", "bundle")
PRACTICE = ROOT / "headway" / "examples" / "minutes"
PLATFORMS: dict[str, tuple[str, ...]] = {
    "linux": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "macos": ("macosx_12_0_arm64", "macosx_11_0_arm64"),
    "macos-intel": ("macosx_12_0_x86_64", "macosx_11_0_x86_64", "macosx_10_13_x86_64"),
    "windows": ("win_amd64",),
}
"""Names of platforms and the tags of wheels they take, newest first."""


def requirements() -> list[str]:
    """What pyproject.toml says Headway needs at run time."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        needed: list[str] = tomllib.load(file)["project"]["dependencies"]
    return [re.sub(r"\s", "", one) for one in needed]


def pip(*arguments: str) -> None:
    """Run pip; end with its exit code when it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    outcome = subprocess.run(command, check=False)
    if outcome.returncode:
        sys.exit(f"offline: pip {arguments[0]} failed; its lines above say why")


def fetch(wheels: Path, platform: str, python: str) -> None:
    """The wheels of all requirements for one platform and one version of Python."""
    shutil.rmtree(ROOT / "build", ignore_errors=True)  # what an earlier build left would go in too
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    where = ["--quiet", "--dest", str(wheels), "--only-binary=:all:"]
    if platform != "here":
        where += ["--implementation", "cp", "--python-version", python]
        where += [word for tag in PLATFORMS[platform] for word in ("--platform", tag)]
    pip("download", *where, "pip", *requirements())


def write_pages(folder: Path, fits: list[str]) -> None:
    """The installer, the guide, the practice minutes, and what the wheels fit."""
    shutil.copy(ROOT / "offline" / "install.py", folder / "install.py")
    for name in ("LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, folder / name)
    text = (ROOT / "offline" / "READ-ME.txt").read_text(encoding="utf-8")
    (folder / "READ-ME.txt").write_text(text.replace("{fits}", "\n".join(fits)), encoding="utf-8")
    write_guide(folder / "guide")
    shutil.copytree(PRACTICE, folder / "practice")


def write_guide(folder: Path) -> None:
    """The pages of docs/ that a desk needs, as HTML that leads from one to the other."""
    head = (ROOT / "offline" / "page-head.html").read_text(encoding="utf-8")
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    folder.mkdir()
    for name in GUIDE:
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        text = re.sub(rf"\]\(({'|'.join(GUIDE)})\.md", r"](\1.html", text)
        page = f"{head}{markdown.render(text)}</main>\n"
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


def write_sums(folder: Path) -> None:
    """The SHA-256 of every file, for the installer to check."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in files
    ]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Make the folder; it must not be there yet."""
    parser = argparse.ArgumentParser(prog="python -m offline", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--for", dest="platforms", nargs="+", default=["here"],
                        choices=["here", *PLATFORMS], help="default: this machine")  # fmt: skip
    parser.add_argument("--python", nargs="+", default=["3.11", "3.12", "3.13"])
    asked = parser.parse_args()
    if asked.folder.exists():
        sys.exit(f"offline: {asked.folder} is there already; name a new folder")
    wheels = asked.folder / "wheels"
    wheels.mkdir(parents=True)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    fits = []
    for platform in asked.platforms:
        for python in [here] if platform == "here" else asked.python:
            fits.append(f"- {sys.platform if platform == 'here' else platform}, Python {python}")
            print(f"wheels: {fits[-1][2:]}", flush=True)
            fetch(wheels, platform, python)
    write_pages(asked.folder, fits)
    write_sums(asked.folder)
    size = sum(path.stat().st_size for path in asked.folder.rglob("*") if path.is_file())
    print(f"{asked.folder}: {len(list(wheels.iterdir()))} wheels, {size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
