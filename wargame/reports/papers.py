"""Pages for print and export: templates of the assets, filled with everything escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wargame import paths

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def paper(template: str, **facts: object) -> str:
    """A template of ``assets/papers`` filled with facts.

    Texts are escaped; a name that the template asks for and nobody gave is an error, not a blank.

    Args:
        template: Name of the template.
        facts: What it names.
    """
    return _environment().get_template(template).render(**facts)


def as_html(markdown: str) -> Markup:
    """An author's Markdown as HTML; HTML in it becomes letters, pictures and links are left out."""
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    reader = MarkdownIt("commonmark", {"html": False}).disable(["image", "link", "autolink"])
    # The reader escapes what it does not make itself.
    return Markup(reader.render(markdown))  # noqa: S704


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(paths.assets() / "papers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
