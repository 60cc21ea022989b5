"""``sitemap.xml`` and ``robots.txt`` for both languages, and the page for an address that is not there.

sphinx-sitemap lists the search page and leaves the source language out of the alternates; sphinx-notfound-page makes
one page a language, but a static host serves one for all. The Chinese build, whose folder is the root of the site,
writes these three.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from languages import LANGUAGES, UTILITY_PAGES
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


def prove(app: Sphinx, config: Config) -> None:
    """Refuse an address that would make wrong ones.

    :raises ConfigError: when ``GUIDE_SITE`` lacks http(s):// or a host, or has more than a path
    """
    parts = urlsplit(config.guide_site)
    if config.guide_site and (
        parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment
    ):
        raise ConfigError(f"GUIDE_SITE={config.guide_site} is no address of a site; write https://example.com/guide.")


def at_the_root(app: Sphinx) -> bool:
    """Whether this build makes the root of the site."""
    return app.builder.name == "html" and app.config.language == "zh_CN"


def sitemap(site: str, pages: list[str]) -> str:
    """Each page in each language, with its address in the others.

    >>> sitemap("https://guide.example", ["deploy"]).count("<loc>")
    2
    """
    entries = []
    for page in pages:
        addresses = [(language.tag, f"{site}/{language.folder}{page}.html") for language in LANGUAGES]
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(address)}/>'
            for tag, address in [*addresses, ("x-default", addresses[0][1])]
        )
        entries += [f"<url><loc>{escape(address)}</loc>{alternates}</url>" for _, address in addresses]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
            *entries,
            "</urlset>\n",
        ]
    )


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Write the files; a site without an address has no sitemap, because a sitemap is made of addresses."""
    if failure or not at_the_root(app):
        return
    out, site = Path(app.outdir), app.config.guide_site.rstrip("/")
    robots = ["User-agent: *", "Disallow:"]
    if site:
        (out / "sitemap.xml").write_text(sitemap(site, sorted(app.env.found_docs - UTILITY_PAGES)), "utf-8")
        robots.append(f"Sitemap: {site}/sitemap.xml")
    else:
        (out / "sitemap.xml").unlink(missing_ok=True)
    (out / "robots.txt").write_text("\n".join([*robots, ""]), "utf-8")


def not_found(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page that a host shows for an address that is not there, whatever its depth."""
    if at_the_root(app):
        favicon = (Path(app.confdir) / app.config.html_favicon).read_text("utf-8").strip()
        root = urlsplit(app.config.guide_site).path.rstrip("/") + "/"
        yield "404", {"root": root, "favicon": f"data:image/svg+xml,{quote(favicon)}"}, "404.html"


def setup(app: Sphinx) -> dict[str, bool]:
    """Needs the languages."""
    app.setup_extension("languages")
    app.connect("config-inited", prove)
    app.connect("html-collect-pages", not_found)
    app.connect("build-finished", publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
