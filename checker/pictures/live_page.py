"""The HTML around an interactive picture: one fragment, which a notebook shows as it is and a saved page wraps.

Words of articles reach the page as JSON and are put into it as text, never as HTML. A saved page carries
a policy under which it can neither load nor run anything but its own script.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

_STYLE = """\
.ccr-live { color: var(--jp-content-font-color1, inherit); overflow-x: auto; }
.ccr-live details, .ccr-live summary { display: block; }
.ccr-words {
  position: fixed; z-index: 10000; pointer-events: none; box-sizing: border-box; max-width: min(34em, 90vw); padding: .5em .8em;
  font: 13px/1.45 'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans Devanagari', sans-serif;
  border: 1px solid var(--jp-border-color1, GrayText); border-radius: .3em;
  background: var(--jp-layout-color1, Canvas); color: var(--jp-content-font-color1, CanvasText);
}
.ccr-words[hidden] { display: none; }
.ccr-words p { margin: 0; overflow-wrap: anywhere; white-space: pre-line; text-align: start; }
.ccr-words p + p { margin-top: .25em; }
.ccr-words b { font-weight: normal; opacity: .7; }"""

_SCRIPT = """\
(() => {
const here = document.currentScript.parentElement;
const names = ["vegaEmbed", "vega", "vegaLite"];
const theirs = names.map((name) => window[name]);  // another version may be in use in the same notebook
%s
const embed = window.vegaEmbed;
names.forEach((name, i) => { window[name] = theirs[i]; });

const count = (words, letters) => (words.match(letters) || []).length;
const direction = (words) =>
  count(words, /[\\p{Script=Arabic}\\p{Script=Hebrew}]/gu) * 2 > count(words, /\\p{L}/gu) ? "rtl" : "ltr";

function tell(handler, event, item, value) {
  let box = document.querySelector("body > .ccr-words");
  if (!box) {
    box = document.body.appendChild(document.createElement("div"));
    box.className = "ccr-words";
    box.setAttribute("role", "tooltip");
  }
  box.hidden = !value;
  if (!value) return;
  box.replaceChildren(...Object.entries(value).filter(([, words]) => words).map(([name, words]) => {
    const line = document.createElement("p"), key = document.createElement("b");
    if (name === "says") line.dir = direction(words);
    else line.append(key, " ");
    key.textContent = name;
    line.append(Object.assign(document.createElement("bdi"), { textContent: words, dir: direction(words) }));
    return line;
  }));
  const place = (at, size, room) => Math.max(4, at + size + 18 > room ? at - size - 12 : at + 12);
  box.style.left = place(event.clientX, box.offsetWidth, innerWidth) + "px";
  box.style.top = place(event.clientY, box.offsetHeight, innerHeight) + "px";
}

const renderer = here.dataset.renderer;
const spec = here.querySelector("script[type='application/json']").textContent;
const ink = renderer === "svg" ? "currentColor" : getComputedStyle(here).color;  // a canvas knows no colour of the page
embed(here.querySelector(".ccr-drawn"), JSON.parse(spec.replaceAll("currentColor", ink)), {
  renderer, actions: false, ast: true, tooltip: tell,
});
})();"""


def fragment(label: str, spec: str, scripts: str, renderer: str) -> str:
    """The picture as part of a page; ``label``, for those who cannot see it, is HTML already, ``spec`` JSON."""
    return "\n".join([f"<style>\n{_STYLE}\n</style>", _figure(label, spec, renderer, _SCRIPT % scripts)])


def page(title: str, spec: str, scripts: str, renderer: str) -> str:
    """The picture as a page of its own."""
    script = _SCRIPT % scripts
    allowed = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'; img-src data:"
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
:root {{ color-scheme: light dark; }}
{_STYLE}
</style>
</head>
<body>
{_figure(escape(title), spec, renderer, script)}
</body>
</html>
"""


def _figure(label: str, spec: str, renderer: str, script: str) -> str:
    words = spec.replace("<", "\\u003c")  # or an article could end the script
    return f"""\
<div class="ccr-live" role="group" aria-label="{label}" data-renderer="{renderer}">
<div class="ccr-drawn"></div>
<script type="application/json">{words}</script>
<script>{script}</script>
</div>"""
