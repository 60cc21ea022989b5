"""Pictures of screens: marked, cropped to what matters, small, and held against those of yesterday."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from walkthrough.failure import Unmet
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

IMAGES = ROOT / "docs" / "_static" / "images"
TOOLS = Path(__file__).parent / "pictures.lock"
RETAKEN = ROOT / "build" / "pictures"
COLOURS = 128
CHANGED = 0.001
"""The part of a picture's pixels that may differ before it shows another screen."""
NOTICEABLE = 24
"""How far a colour, of 255, must be off for a reader to see it."""
MARGIN = 36
SMALLEST = (860, 300)
"""CSS pixels: a picture of less would show a control without its surroundings."""

Box = tuple[float, float, float, float]

SCRIPTS = Path(__file__).parent / "browser_js"
STEADY = (SCRIPTS / "steady.js").read_text("utf-8")
MARK = (SCRIPTS / "mark.js").read_text("utf-8")
DIALOG = (SCRIPTS / "dialog.js").read_text("utf-8")
RESTORE = (SCRIPTS / "restore.js").read_text("utf-8")


@dataclass(frozen=True)
class Camera:
    """Takes pictures in one language, and keeps them or holds them against those that are kept.

    :ivar keep: whether a new picture replaces the old one
    :ivar tools: the browser and the fonts, which decide about each pixel
    """

    language: str
    keep: bool
    tools: str

    @property
    def remark(self) -> str:
        """Why pictures are not compared, or "": other tools draw other pixels. Under CI they are all the same."""
        kept_by = TOOLS.read_text("utf-8").strip() if TOOLS.is_file() else "nobody"
        if self.keep or kept_by == self.tools or os.environ.get("CI") == "true":
            return ""
        return f"pictures were taken and not compared: kept are those of {kept_by}, here is {self.tools}"

    def path(self, name: str) -> Path:
        """Where the picture of that name is kept: ``NAME.png``, or ``NAME.en.png`` for the English page."""
        return IMAGES / (f"{name}.png" if self.language == "zh_CN" else f"{name}.{self.language}.png")

    def take(self, page: Page, name: str, marks: list[tuple[int, Box]]) -> None:
        """Take a picture.

        :param marks: the number and the box, in CSS pixels, of each control to mark
        :raises Unmet: when it shows another screen than the picture that is kept
        """
        page.mouse.move(0, 0)
        page.evaluate(STEADY)
        page.evaluate(MARK, [[number, *box] for number, box in marks])
        around = [box for _, box in marks] + dialogs(page)
        shot = page.screenshot(clip=frame(around, page), animations="disabled", caret="hide")
        page.evaluate(RESTORE)
        taken = small(Image.open(io.BytesIO(shot)))
        path = self.path(name)
        if self.keep:
            taken.save(path, optimize=True)
            TOOLS.write_text(f"{self.tools}\n", "utf-8")
        elif not self.remark:
            compare(path, taken)


def dialogs(page: Page) -> list[Box]:
    """The box of an open dialog, which is shown whole; the veil over the rest of the screen is none of it."""
    found = page.get_by_role("dialog").locator("visible=true")
    return [(x, y, w, h) for x, y, w, h in (dialog.evaluate(DIALOG) for dialog in found.all())]


def frame(boxes: list[Box], page: Page) -> FloatRect:
    """What matters of a screen: all boxes, and around them at least as much as a reader needs to find the place."""
    size = page.viewport_size
    assert size is not None
    left, width = _span([(x, x + w) for x, _, w, _ in boxes], SMALLEST[0], size["width"])
    top, height = _span([(y, y + h) for _, y, _, h in boxes], SMALLEST[1], size["height"])
    return {"x": left, "y": top, "width": width, "height": height}


def _span(parts: list[tuple[float, float]], smallest: float, end: float) -> tuple[float, float]:
    """Start and length that hold some parts and a margin, are not too short, and stay between 0 and ``end``."""
    start = min((a for a, _ in parts), default=0) - MARGIN
    stop = max((b for _, b in parts), default=end) + MARGIN
    missing = max(0, smallest - (stop - start))
    start, stop = start - missing / 2, stop + missing / 2
    start -= max(0, stop - end)
    start = start if start > MARGIN else 0  # an edge so near is better shown than cut
    return start, min(end, max(stop, start + smallest)) - start


def small(shot: Image.Image) -> Image.Image:
    """The same picture with few colours: a third of the bytes, and no reader sees it."""
    return shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def compare(path: Path, taken: Image.Image) -> None:
    """Hold a picture against the one that is kept.

    :raises Unmet: when there is none, or when it shows another screen; both and their difference are put side by side
    """
    name = path.relative_to(ROOT)
    if not path.is_file():
        raise Unmet(f"the picture {name}", "there is none; run: make pictures")
    kept = Image.open(path)
    part = changed(kept, taken)
    if part > CHANGED:
        report = side_by_side(path.name, kept, taken)
        raise Unmet(
            f"the screen of {name}", f"{part:.1%} of it changed; see {report}, and run make pictures if it is right"
        )


def changed(kept: Image.Image, taken: Image.Image) -> float:
    """The part of the pixels that a reader would see differ; all of them where the size does."""
    if kept.size != taken.size:
        return 1.0
    difference = ImageChops.difference(kept.convert("RGB"), taken.convert("RGB")).convert("L")
    histogram = difference.histogram()
    return sum(histogram[NOTICEABLE:]) / (kept.width * kept.height)


def side_by_side(name: str, kept: Image.Image, taken: Image.Image) -> Path:
    """Put the old picture, the new one and their difference into one page for whoever must judge."""
    RETAKEN.mkdir(parents=True, exist_ok=True)
    files = {"old": kept.convert("RGB"), "new": taken.convert("RGB")}
    if kept.size == taken.size:
        files["difference"] = ImageChops.difference(files["old"], files["new"])
    figures = []
    for what, image in files.items():
        image.save(RETAKEN / f"{what}-{name}")
        figures.append(
            f'<figure><img src="{what}-{name}" style="max-width:100%"><figcaption>{what}</figcaption></figure>'
        )
    page = RETAKEN / f"{name}.html"
    page.write_text(f"<!doctype html><title>{name}</title>{''.join(figures)}", "utf-8")
    return page.relative_to(ROOT)
