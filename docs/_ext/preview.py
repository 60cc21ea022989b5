"""What a page says of itself elsewhere: to search engines, and in the preview that a chat shows for a link.

sphinxext-opengraph would do most of this, but its descriptions swallow the labels of tabs, it writes addresses where no
address of the site is known, and it prints a line about matplotlib into every build.
"""

from __future__ import annotations

import html
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from languages import LANGUAGES
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

LOCALES = {"zh_CN": "zh_CN", "en": "en_US"}
CARD_SIZE = (1200, 630)
CARDS = "cards"


def card(page: str, language: str) -> str:
    """The file of the picture in the preview of a page; ``make cards`` takes it."""
    return f"{page}.png" if language == "zh_CN" else f"{page}.{language}.png"


def description(doctree: nodes.document) -> str:
    """What ``.. meta::`` says of a page, in its language; "" where it says nothing."""
    return next((str(meta["content"]) for meta in doctree.findall(nodes.meta) if meta.get("name") == "description"), "")


def introduce(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Put title, description and, where the site has an address, address and picture into the head."""
    if app.builder.name != "html" or doctree is None:
        return
    said = description(doctree)
    if not said:
        logger.warning(
            "This page has no description, which search engines and previews show. "
            "Begin the page with '.. meta::' and, indented below it, ':description: ' and a sentence.",
            location=page,
        )
    language = app.config.language
    tags = {
        "og:type": "website" if page == app.config.root_doc else "article",
        "og:title": app.env.titles[page].astext(),
        "og:description": said,
        "og:site_name": app.config.project,
        "og:locale": LOCALES[language],
        "og:locale:alternate": next(locale for code, locale in LOCALES.items() if code != language),
    }
    if app.config.guide_site:
        folder = next(each.folder for each in LANGUAGES if each.code == language)
        address = f"{app.config.guide_site.rstrip('/')}/{folder}"
        width, height = CARD_SIZE
        tags |= {
            "og:url": f"{address}{page}.html",
            "og:image": f"{address}{CARDS}/{card(page, language)}",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": f"{app.env.titles[page].astext()} · {app.config.project}",
        }
    lines = [f'<meta property="{name}" content="{html.escape(value)}">' for name, value in tags.items()]
    if app.config.guide_site:
        lines.append('<meta name="twitter:card" content="summary_large_image">')
    context["metatags"] = context.get("metatags", "") + "\n" + "\n".join(lines) + "\n"


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Copy the pictures of the previews, which need an address to be shown at all."""
    if failure or app.builder.name != "html" or not app.config.guide_site:
        return
    target = Path(app.outdir) / CARDS
    target.mkdir(exist_ok=True)
    for page in sorted(app.env.found_docs):
        source = Path(app.srcdir) / CARDS / card(page, app.config.language)
        if source.is_file():
            shutil.copyfile(source, target / source.name)
        else:
            logger.warning("docs/%s/%s is missing; run make cards.", CARDS, source.name, location=page)


def setup(app: Sphinx) -> dict[str, bool]:
    """Needs the languages, whose folders are part of an address."""
    app.setup_extension("languages")
    app.connect("html-page-context", introduce)
    app.connect("build-finished", publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
