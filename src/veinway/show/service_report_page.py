"""A service's report as one HTML page that prints: its own style, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from veinway.show.service_report import Answer
from veinway.show.service_report_charts import chart
from veinway.show.service_report_words import HEADS, cells

_STYLE = """\
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; margin: 0 auto;
  max-width: 60rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.period { font-size: 1.1rem; margin: .25rem 0 1rem; }
.notice { border-left: .3rem solid #1f5f8b; padding: .25rem 1rem; background: #eef4f8; }
figure { margin: 0; } svg { width: 100%; height: auto; display: block; }
svg text { font: 12px system-ui, sans-serif; fill: #1b1f24; }
svg .name { text-anchor: end; } svg .scale { text-anchor: middle; fill: #4a525a; }
svg .grid { stroke: #d5dade; } svg .sure { fill: #1f5f8b; }
svg .perhaps { fill: #c3d9e8; stroke: #1f5f8b; stroke-dasharray: 3 2; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; }
caption { text-align: left; color: #4a525a; padding-bottom: .25rem; }
th, td { text-align: right; padding: .3rem .6rem; border-bottom: 1px solid #d5dade;
  vertical-align: top; }
th:first-child, td:first-child { text-align: left; } thead th { border-bottom: 2px solid #1b1f24; }
td { white-space: nowrap; } tbody th { font-weight: 400; } .source { color: #4a525a; font-size: .85rem; }
footer { margin-top: 2rem; color: #4a525a; font-size: .9rem; }
.wide { overflow-x: auto; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } @page { margin: 15mm; }
  section { break-inside: avoid; } .wide { overflow: visible; }
  svg .sure, svg .perhaps { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
_ENDS = "Dark: certain. Light, with a dashed edge: possible, where records are incomplete."
_CAPTIONS = {
    "count": _ENDS,
    "share": f"{_ENDS} The share is of those of whom the measure speaks.",
    "time": f"The chart shows how long half of them took at most. {_ENDS}",
}


def service_report_page(answer: Answer) -> str:
    """The whole page. answer: see `service_report`."""
    period = answer["period"]
    title = f"Report of a service, {period['from']} to {period['to']}"
    profile = f" Site profile: {escape(answer['profile'])}." if answer["profile"] else ""
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>",
            "<h1>Report of a service: clots and their treatment</h1>",
            f'<p class="period">From <time>{period["from"]}</time> to <time>{period["to"]}</time></p>',
            f'<p class="notice">{escape(answer["notice"])}</p>',
            *map(_section, answer["groups"]),
            "</main>\n<footer>",
            f"<p>Veinway, knowledge edition {answer['edition']}.{profile}</p>",
            "</footer>\n</body>\n</html>\n",
        ]
    )


def _section(group: Answer) -> str:
    name = f"group-{group['key']}"
    return "\n".join(
        [
            f'<section aria-labelledby="{name}">',
            f'<h2 id="{name}">{escape(group["label"])}</h2>',
            f"<figure>{chart(group)}",
            *_table(group),
            "</figure>\n</section>",
        ]
    )


def _table(group: Answer) -> Iterator[str]:
    kind = group["measures"][0]["kind"]
    yield '<div class="wide" tabindex="0" role="region"'
    yield f'aria-label="{escape(group["label"])}, as a table"><table>'
    yield f"<caption>{escape(_CAPTIONS[kind])}</caption>"
    heads = "".join(f'<th scope="col">{escape(head or "measure")}</th>' for head in HEADS[kind])
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for measure in group["measures"]:
        label, *others = cells(measure)
        source = measure["source"]
        tag = "" if source["tag"] == "confirmed" else f" ({source['tag']})"
        place = escape(f"{source['title']}, {source['place']}{tag}")
        better = {"more": " More is better.", "fewer": " Fewer are better."}.get(measure["better"], "")
        row = "".join(f"<td>{escape(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{escape(label)}<br><span class="source">{place}.{better}</span></th>'
        yield f"{row}</tr>"
    yield "</tbody></table></div>"
