"""The addresses that readers may have kept: pages, sections, steps, downloads. ``make addresses`` adds the new ones."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "docs" / "addresses.txt"
HEAD = """\
# Every address of the guide, in both languages. `make addresses` adds new ones; nobody takes one out: what is no longer
# there gets a line in redirects.txt.
# 指南的全部地址。make addresses 会加入新的；旧的不要删除，请在 redirects.txt 中写明新地址。
"""
ANCHOR = re.compile(r'<(?:section|span) id="([a-z][a-z0-9-]*)">|\bid="(step-[a-z0-9-]+)"')
DOWNLOADS = ("*.zip", "*.yaml", "scripts/*")
# Not for keeping: the page of what is not there.
PASSING = frozenset({"404.html"})


def anchors(page: str) -> list[str]:
    """Sections and steps of a page, as it was built."""
    start = page.find("<article")
    return sorted({one or other for one, other in ANCHOR.findall(page, max(start, 0))})


def addresses(folder: Path) -> list[str]:
    """All addresses under the folder of one language."""
    found = []
    for page in sorted(folder.glob("*.html")):
        text = page.read_text("utf-8")
        if page.name not in PASSING and "location.replace(({" not in text:  # a page that leads on is no address to keep
            found += [page.name, *(f"{page.name}#{anchor}" for anchor in anchors(text))]
    return found + sorted(path.relative_to(folder).as_posix() for pattern in DOWNLOADS for path in folder.glob(pattern))


def kept() -> list[str]:
    """The stored list."""
    return [line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def main(folder: Path) -> None:
    """Add to the stored list what is new."""
    known = kept() if LIST.is_file() else []
    new = [address for address in addresses(folder) if address not in known]
    LIST.write_text(HEAD + "".join(f"{address}\n" for address in sorted({*known, *new})), "utf-8")
    print(f"docs/addresses.txt: {len(new)} new, {len(known) + len(new)} in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
