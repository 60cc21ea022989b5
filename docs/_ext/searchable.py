"""Chinese that a search of the PDF finds.

A font draws 用 and the radical ⽤ with one shape. Of the characters of a shape Chromium tells the PDF the first, which
is the radical; so who searches for 使用 finds nothing, and who copies it gets what only looks like it. Here each
radical becomes the character of the guide that has its shape, which the browser that printed it can see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

RADICAL = re.compile("[\u2e80-\u2fdf]")
MAPPED = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
ALL_MAPS = re.compile(rb"\d+ beginbf.*endbf(?:char|range)", re.DOTALL)
AT_ONCE = 100
"""How many characters one block of a PDF's map may have."""
# Draws every Chinese character of the page, and the radicals; answers which character each radical looks like.
LOOKS_LIKE = r"""radicals => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 });
  document.body.append(canvas);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.font = `36px ${getComputedStyle(document.body).fontFamily}`;
  const shape = character => {
    pen.clearRect(0, 0, 48, 48);
    pen.fillText(character, 4, 38);
    return pen.getImageData(0, 0, 48, 48).data.join();
  };
  const written = new Set(document.body.textContent.match(/[\u3400-\u9fff]/g));
  const characters = new Map(Array.from(written, character => [shape(character), character]));
  canvas.remove();
  return Object.fromEntries(radicals.map(radical => [radical, characters.get(shape(radical))]));
}"""


class Characters:
    """What a page says, by what it looks like."""

    def __init__(self, page: Page) -> None:
        radicals = [chr(code) for code in range(0x2E80, 0x2FE0)]
        seen: dict[str, Any] = page.evaluate(LOOKS_LIKE, radicals)
        self.of_radical = {ord(radical): character for radical, character in seen.items() if character}

    def written(self, text: str) -> str:
        """A text with its radicals as the characters that the page wrote."""
        return text.translate(self.of_radical)


def mend(book: pikepdf.Pdf, characters: Characters) -> None:
    """Give every font of a PDF a map to the characters that were written."""
    for font in book.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
            old = font.ToUnicode.read_bytes()
            texts = {code: characters.written(text) for code, text in read(old)}
            if texts != dict(read(old)):
                start, _, rest = ALL_MAPS.sub(b"\0", old).partition(b"\0")
                font.ToUnicode.write(start + write(texts) + rest)


def read(table: bytes) -> Iterator[tuple[str, str]]:
    """What a map says: codes of a font as they are written in it, and their texts."""
    for kind, block in MAPPED.findall(table):
        numbers = re.findall(r"<([0-9A-Fa-f]+)>", block.decode())
        if kind == b"char":
            for code, text in zip(numbers[::2], numbers[1::2], strict=True):
                yield code, bytes.fromhex(text).decode("utf-16-be")
        else:
            for first, last, text in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
                for step in range(int(last, 16) - int(first, 16) + 1):
                    start = bytes.fromhex(text).decode("utf-16-be")
                    yield f"{int(first, 16) + step:0{len(first)}X}", start[:-1] + chr(ord(start[-1]) + step)


def write(texts: dict[str, str]) -> bytes:
    """The blocks of a map, one line a code."""
    lines = [f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in texts.items()]
    blocks = [lines[start : start + AT_ONCE] for start in range(0, len(lines), AT_ONCE)]
    return "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks).encode()
