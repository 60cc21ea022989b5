"""Pictures: what matters is in them, and what changed is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from walkthrough import pictures
from walkthrough.failure import Unmet
from walkthrough.pictures import CHANGED, Box, Camera, changed, compare, frame, small

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SIZE = (400, 200)


class Window:
    """A browser's page, as far as a frame asks for it."""

    viewport_size = {"width": 1000, "height": 1200}  # noqa: RUF012


def screen(*texts: tuple[int, int, str]) -> Image.Image:
    """A screen that shows some texts."""
    image = Image.new("RGB", SIZE, "white")
    for x, y, text in texts:
        ImageDraw.Draw(image).text((x, y), text, fill="black")
    return image


def framed(*boxes: Box) -> tuple[float, ...]:
    """Left, top, width and height of the frame around some boxes."""
    page: Page = Window()  # type: ignore[assignment]
    found = frame(list(boxes), page)
    return found["x"], found["y"], found["width"], found["height"]


def test_same_screen_has_not_changed() -> None:
    assert changed(small(screen((10, 10, "Create parameter"))), small(screen((10, 10, "Create parameter")))) == 0


def test_another_label_is_a_change() -> None:
    assert changed(screen((10, 10, "Create parameter")), screen((10, 10, "Create a parameter"))) > CHANGED


def test_faint_difference_of_colour_is_no_change() -> None:
    assert changed(Image.new("RGB", SIZE, "#ffffff"), Image.new("RGB", SIZE, "#fafafa")) == 0


def test_another_size_is_a_change_of_everything() -> None:
    assert changed(screen(), screen().resize((400, 201))) == 1


def test_changed_picture_is_shown_beside_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "ROOT", tmp_path)
    monkeypatch.setattr(pictures, "RETAKEN", tmp_path / "retaken")
    kept = tmp_path / "put-email.png"
    small(screen((10, 10, "Create parameter"))).save(kept)

    with pytest.raises(Unmet) as failure:
        compare(kept, small(screen((10, 10, "Delete parameter"))))

    assert failure.value.expected == "the screen of put-email.png"
    assert "see retaken/put-email.png.html, and run make pictures if it is right" in failure.value.came
    for name in ("old-put-email.png", "new-put-email.png", "difference-put-email.png", "put-email.png.html"):
        assert (tmp_path / "retaken" / name).is_file()


def test_picture_that_was_never_taken_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "ROOT", tmp_path)

    with pytest.raises(Unmet, match=r"the picture put-email\.png"):
        compare(tmp_path / "put-email.png", small(screen()))


def test_each_language_has_its_picture() -> None:
    assert Camera("zh_CN", False, "Chromium 1").path("put-email").name == "put-email.png"
    assert Camera("en", False, "Chromium 1").path("put-email").name == "put-email.en.png"


def test_frame_holds_all_marked_controls_whole() -> None:
    left, top, width, height = framed((300, 400, 200, 30), (320, 900, 100, 40))

    assert left < 300 - 5
    assert top < 400 - 14
    assert left + width > 500 + 14
    assert top + height > 940 + 5


def test_frame_ends_where_the_screen_does() -> None:
    left, top, width, height = framed((0, 0, 1000, 30), (0, 1180, 1000, 20))

    assert (left, top, width, height) == (0, 0, 1000, 1200)


def test_frame_at_the_edge_moves_away_from_it() -> None:
    left, _, width, _ = framed((940, 500, 40, 20))

    assert (left + width, width) == (1000, 860)


def test_frame_of_a_small_control_shows_what_is_around_it() -> None:
    *_, width, height = framed((500, 500, 20, 20))

    assert width >= 860
    assert height >= 300


def test_other_tools_are_told_and_nothing_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "pictures.lock"
    lock.write_text("Chromium 1\n", "utf-8")
    monkeypatch.setattr(pictures, "TOOLS", lock)
    monkeypatch.delenv("CI", raising=False)

    assert Camera("en", False, "Chromium 1").remark == ""
    assert "kept are those of Chromium 1, here is Chromium 2" in Camera("en", False, "Chromium 2").remark

    monkeypatch.setenv("CI", "true")
    assert Camera("en", False, "Chromium 2").remark == ""
