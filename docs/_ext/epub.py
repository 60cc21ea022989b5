"""``sphinx-build -b epub``: what Sphinx's EPUB lacks here, a cover, a name and a description."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from books import about, name
from languages import LANGUAGES
from sphinx.builders.epub3 import Epub3Builder
from sphinx.locale import _

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

COVER: ViewportSize = {"width": 600, "height": 800}
"""Of the picture, in pixels of CSS; it has twice as many each way."""
STYLE = "book.css"
"""What the pages of the book use of ``docs/_static``."""


def describe(app: Sphinx, config: Config) -> None:
    """Set what depends on the language."""
    config.epub_basename = name(config.language)
    # One word for both: Sphinx writes the first in one table of contents and the second in the other.
    config.epub_uid = config.epub_identifier = config.epub_basename
    config.epub_contributor = config.author


def pack(app: Sphinx) -> None:
    """Leave out what only the site uses: its scripts, pictures and style sheets."""
    if app.builder.name == "epub":
        files = sorted(path.name for path in (Path(app.confdir) / "docs" / "_static").iterdir())
        app.config.epub_exclude_files = [f"_static/{file}" for file in files if file != STYLE]


def draw_cover(app: Sphinx, env: BuildEnvironment) -> None:
    """Draw the cover of the PDF as a picture, and take its sentence as the description."""
    builder = app.builder
    if not isinstance(builder, Epub3Builder):
        return
    from walkthrough.browser import launched  # only here: building the site must not need a browser

    language = next(each for each in LANGUAGES if each.code == app.config.language)
    builder.html_tag = builder.html_tag.replace(">", f' lang="{language.tag}" xml:lang="{language.tag}">')
    builder.guide_titles = {"toc": _("Contents"), "cover": _("Cover")}
    app.config.epub_description = about(env.get_doctree(app.config.root_doc))
    context = {"guide_language": language, "guide_about": app.config.epub_description}
    context |= {"project": app.config.project, "copyright": app.config.copyright}
    cover = builder.templates.render("book/cover.html", context)
    with launched() as chromium:
        page = chromium.new_page(viewport=COVER, device_scale_factor=2)
        page.set_content(f'<html lang="{language.tag}"><body style="margin: 0">{cover}')
        page.screenshot(path=Path(app.outdir, "_static", "cover.png"))


def setup(app: Sphinx) -> dict[str, bool]:
    """Speak before Sphinx looks at the settings, draw before it lists the files."""
    app.setup_extension("books")
    app.connect("config-inited", describe)
    app.connect("builder-inited", pack)
    app.connect("env-updated", draw_cover)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
