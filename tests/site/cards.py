"""The pictures in the previews of links, one a page and language: ``make cards`` takes them from the built site.

A browser draws them, because only a browser sets Chinese well. Each keeps, as a text of its PNG, what it says; so a
test knows, without drawing, which one is out of date.
"""

from __future__ import annotations

import io
import re
import sys
from html import unescape
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngImageFile, PngInfo

from tests.site.hosting import reading

ROOT = Path(__file__).parents[2]
CARDS = ROOT / "docs" / "cards"
DRAWING = Path(__file__).parent / "cards.html"
FOLDERS = {"zh_CN": "", "en": "en"}
TAGS = {"zh_CN": "zh-CN", "en": "en"}
SAID = "Says"
WAYS = {"zh_CN": "控制台 · AWS CLI · Python", "en": "Console · AWS CLI · Python"}
PLACE = {"zh_CN": "中国（宁夏）区域", "en": "China (Ningxia) Region"}
OPEN_GRAPH = re.compile(r'<meta property="og:(\w+)" content="([^"]*)">')


def texts(page: Path, language: str) -> dict[str, str]:
    """What the card of a page says, by the places of the drawing; nothing for a page without a preview."""
    found = {name: unescape(value) for name, value in OPEN_GRAPH.findall(page.read_text("utf-8"))}
    if not found:
        return {}
    guide = found["site_name"] if found["title"] != found["site_name"] else {"zh_CN": "指南", "en": "A guide"}[language]
    said = {"guide": guide, "title": found["title"], "description": found["description"]}
    return said | {"ways": WAYS[language], "place": PLACE[language]}


def name(page: Path, language: str) -> str:
    """The file of a card; the build looks for it by the same name."""
    return f"{page.stem}.png" if language == "zh_CN" else f"{page.stem}.{language}.png"


def wanted(folder: Path) -> dict[str, tuple[str, dict[str, str]]]:
    """Language and texts of each card that the site in ``folder`` needs, by file name."""
    found = {}
    for language, sub in FOLDERS.items():
        for page in sorted((folder / sub).glob("*.html")):
            if said := texts(page, language):
                found[name(page, language)] = (language, said)
    return found


def says(said: dict[str, str]) -> str:
    """The texts of a card, and what it is drawn from, as one text."""
    return "\n".join([*said.values(), DRAWING.read_text("utf-8")])


def kept(path: Path) -> str:
    """What a kept card says."""
    with Image.open(path) as picture:
        assert isinstance(picture, PngImageFile)
        return str(picture.text.get(SAID, ""))


def main(folder: Path) -> None:
    """Draw the cards that are missing or out of date, and remove those of pages that are gone."""
    CARDS.mkdir(exist_ok=True)
    cards = wanted(folder)
    stale = [
        file for file, (_, said) in cards.items() if not (CARDS / file).is_file() or kept(CARDS / file) != says(said)
    ]
    for path in CARDS.glob("*.png"):
        if path.name not in cards:
            path.unlink()
    with reading() as page:
        page.set_viewport_size({"width": 1200, "height": 630})
        for file in stale:
            language, said = cards[file]
            page.goto(DRAWING.as_uri())
            page.evaluate(
                "([tag, said]) => { document.documentElement.lang = tag;"
                " for (const [id, text] of Object.entries(said)) document.getElementById(id).textContent = text; }",
                [TAGS[language], said],
            )
            note = PngInfo()
            note.add_itxt(SAID, says(said))
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(64, dither=Image.Dither.NONE).save(CARDS / file, optimize=True, pnginfo=note)
            print(f"docs/cards/{file}")
    print(f"{len(stale)} of {len(cards)} cards drawn")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
