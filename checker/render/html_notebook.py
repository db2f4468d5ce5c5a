"""What all displays in a notebook share: the frame with its style, and quotes of articles.

Colours are those of the page: JupyterLab's own where it defines them, otherwise tints that work on a
light and a dark ground; text takes the page's colour. Only the alignment of our tables is forced, because
notebooks set every cell flush right.
"""

from __future__ import annotations

from html import escape

from checker.render.markup import direction, marked, prose
from claims.model import Span

_STYLE = """\
<style>
.ccr { line-height: 1.45; max-width: 60em; color: inherit; }
.ccr h3 { font-size: 1em; font-weight: 600; margin: 1.2em 0 .4em; }
.ccr .f { border-inline-start: .25em solid; padding: .1em .8em; margin: .6em 0; }
.ccr .contradiction { border-color: var(--jp-error-color1, #e5484d); }
.ccr .stale { border-color: var(--jp-warn-color1, #d9a514); }
.ccr .temporal_shift { border-color: var(--jp-info-color1, #2b9fb8); }
.ccr .corroboration { border-color: var(--jp-success-color1, #3f9a55); }
.ccr .unrelated, .ccr .plain { border-color: var(--jp-border-color1, rgba(128, 128, 128, .5)); }
.ccr blockquote { margin: .2em 0 .6em; padding: 0 .8em; border: 0; color: inherit; }
.ccr mark { background: rgba(229, 72, 77, .22); color: inherit; font-weight: 600; border-radius: .2em; }
.ccr .dim { opacity: .75; font-size: .92em; }
.ccr table { border-collapse: collapse; font-size: .92em; }
.ccr th, .ccr td { text-align: start !important; vertical-align: top !important; padding: .15em 1.2em .15em 0; }
.ccr td.n { text-align: end !important; font-variant-numeric: tabular-nums; }
.ccr .bar { width: 12em; direction: ltr; }
.ccr .bar div { height: .8em; margin-top: .25em; border-radius: .15em; }
.ccr .for { background: var(--jp-brand-color1, rgba(43, 159, 184, .9)); }
.ccr .against { background: var(--jp-warn-color1, rgba(217, 165, 20, .9)); }
</style>"""


def framed(*parts: str) -> str:
    """The parts that are not empty as one ``div`` with its style."""
    return "\n".join([_STYLE, '<div class="ccr" dir="ltr" lang="en">', *filter(None, parts), "</div>"])


def text(words: str) -> str:
    """Our own English, in which words of an article may stand."""
    return str(prose(words))


def quote(where: str, words: str, lang: str, *marks: Span | None) -> str:
    """A line that says where (HTML), and below it a source's own words with what differs set off."""
    said = f'<blockquote dir="{direction(words)}" lang="{escape(lang)}">{marked(words, *marks)}</blockquote>'
    return f'<div class="dim">{where}</div>{said}\n'
