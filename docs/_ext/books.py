"""The guide as a book, in a file of its own: what PDF and EPUB have in common, and the links to both from the site.

A book cannot switch tabs and lies beside no other file. So all ways are shown, each under its name, and a link to a
download becomes the address of the site, or plain text when the site has none.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from languages import LANGUAGES
from sphinx.errors import ConfigError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx_tabs.tabs import SphinxTabsPanel, SphinxTabsTablist

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

NAME = "deep-learning-on-ec2-{language}"
KINDS = ("pdf", "epub")


def name(language: str) -> str:
    """The name of the book's file, without its ending.

    >>> name("zh_CN")
    'deep-learning-on-ec2-zh'
    """
    return NAME.format(language=language.partition("_")[0])


def about(front: nodes.document) -> str:
    """What the front page says of the guide in one sentence, for search engines and covers."""
    return next((meta["content"] for meta in front.findall(nodes.meta) if meta.get("name") == "description"), "")


class AllWays(SphinxPostTransform):
    """Every tab in full, one under the other, each beginning with its name."""

    default_priority = 5
    builders = KINDS

    def run(self, **kwargs: Any) -> None:  # noqa: ANN401
        """Replace the tabs of a page, or of the whole book."""
        for strip in list(self.document.findall(SphinxTabsTablist)):
            strip.parent.remove(strip)
        for panel in list(self.document.findall(SphinxTabsPanel)):
            label = nodes.paragraph(text=panel["data-label"], classes=["way-name"])
            panel.parent.replace(panel, nodes.container("", label, *panel.children, classes=["way"]))


class FilesElsewhere(SphinxPostTransform):
    """A link to a file beside the page leads to the site."""

    default_priority = 6
    builders = KINDS

    def run(self, **kwargs: Any) -> None:  # noqa: ANN401
        """Find the links to files, by their class; other links have an address, or lead to a place in the book."""
        here = next(language for language in LANGUAGES if language.code == self.config.language)
        site: str = self.config.guide_site.rstrip("/")
        for link in [each for each in self.document.findall(nodes.reference) if "download" in each["classes"]]:
            if site:
                link["refuri"] = f"{site}/{here.folder}{link['refuri']}"
            else:
                link.parent.replace(link, nodes.inline("", "", *link.children))


class Shelf:
    """The finished books that the site offers."""

    def __init__(self, config: Config) -> None:
        folder = Path(config.guide_root) / config.guide_books
        self.files = [folder / kind / config.language / f"{name(config.language)}.{kind}" for kind in KINDS]

    def check(self) -> None:
        """Complain about a book that is not there.

        :raises ConfigError: naming it, and what makes it
        """
        for file in self.files:
            if not file.is_file():
                raise ConfigError(f"guide_books: {file} is not there; 'make {file.suffix[1:]}' makes it.")


def offer(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Tell the templates which books there are: their kind, address and size in MB."""
    if app.builder.name == "html" and app.config.guide_books:
        up = "../" * page.count("/")
        context["books"] = [
            (file.suffix[1:].upper(), up + file.name, f"{file.stat().st_size / 1e6:.1f} MB")
            for file in Shelf(app.config).files
        ]


def prepare(app: Sphinx) -> None:
    """Look for the books before pages link to them."""
    if app.builder.name == "html" and app.config.guide_books:
        Shelf(app.config).check()


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Put the books beside the pages."""
    if not failure and app.builder.name == "html" and app.config.guide_books:
        for file in Shelf(app.config).files:
            shutil.copy(file, app.outdir)


def setup(app: Sphinx) -> dict[str, bool]:
    """``guide_books`` is where ``pdf/`` and ``epub/`` are, as ``make site`` says; without it pages offer no book."""
    app.add_config_value("guide_books", "", "html", [str])
    app.add_post_transform(AllWays)
    app.add_post_transform(FilesElsewhere)
    app.connect("builder-inited", prepare)
    app.connect("html-page-context", offer)
    app.connect("build-finished", publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
