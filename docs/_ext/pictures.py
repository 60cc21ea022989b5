"""Pictures whose size is known before they come, which come when they are looked at, and which open large.

The walk takes pictures at twice the size at which they are shown, so they are sharp on every screen.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.images import get_image_size
from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LARGER = {"zh_CN": "放大图片：", "en": "Enlarge the picture: "}
VIEW_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def size(path: Path) -> tuple[int, int]:
    """Width and height in pixels of CSS.

    :raises ExtensionError: when the file does not tell
    """
    if path.suffix == ".svg":
        found = VIEW_BOX.search(path.read_text("utf-8"))
        width, height = map(int, found.groups()) if found else (0, 0)
    else:
        width, height = (side // 2 for side in get_image_size(path) or (0, 0))
    if width <= 0 or height <= 0:
        raise ExtensionError(
            f'{path} does not tell its size. An SVG needs viewBox="0 0 WIDTH HEIGHT"; take a PNG again.'
        )
    return width, height


def visit_image(translator: HTML5Translator, node: nodes.image) -> None:
    """A link to the picture around the picture, so that it can be enlarged without JavaScript too."""
    if translator.builder.name == "html" and "://" not in node["uri"]:
        width, height = size(Path(translator.builder.srcdir) / node["uri"])
        node["width"], node["height"] = str(width), str(height)
        if next(iter(translator.document.findall(nodes.image))) is not node:
            node["loading"] = "lazy"
        file = f"{translator.builder.imgpath}/{translator.builder.images[node['uri']]}"
        said = LARGER[translator.config.language] + node.get("alt", "")
        translator.body.append(f'<a class="enlarge" href="{escape(file)}" aria-label="{escape(said)}">')
    HTML5Translator.visit_image(translator, node)


def depart_image(translator: HTML5Translator, node: nodes.image) -> None:
    """Close the link."""
    HTML5Translator.depart_image(translator, node)
    if translator.builder.name == "html" and "width" in node:
        translator.body.append("</a>")


def setup(app: Sphinx) -> dict[str, bool]:
    """Write images as above."""
    app.add_node(nodes.image, override=True, html=(visit_image, depart_image))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
