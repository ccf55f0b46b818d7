"""A finished picture as SVG text. Words are escaped here, everything else is a number or a look of our own.

Not a template: forty ties on two drawings are a thousand values, and a template takes as long for them as all else.
"""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kring.support.network.chart.draw import Node, Picture, Text


def written(picture: Picture, *, title: str, described: str) -> SafeString:
    """The whole `<svg>`. title and described are read out; the list beside it says the same as the drawing."""
    key = picture.key
    arcs = enumerate(picture.titles, 1)
    names = f'<title id="mt-{key}">{escape(title)}</title><desc id="md-{key}">{escape(described)}</desc>'
    dense = " dense" if picture.dense else ""
    spoken = f'role="img" aria-labelledby="mt-{key} md-{key}"'
    parts = [
        f'<svg class="net-{key}{dense}" viewBox="{picture.box}" {spoken}>{names}<defs>',
        *(f'<path id="s-{key}-{number}" d="{one.path}"/>' for number, one in enumerate(picture.titles, 1)),
        "</defs>",
        *(f'<ellipse class="m-ring {ring}" rx="{across}" ry="{down}"/>' for ring, across, down in picture.across),
        f'<path class="m-spoke" d="{"".join(picture.spokes)}"/>',
        *(
            f'<text class="m-sector"><textPath href="#s-{key}-{number}" startOffset="50%">{escape(one.words)}'
            "</textPath></text>"
            for number, one in arcs
        ),
        *map(_line, picture.nodes),
        *(_text("m-ringlab", one) for one in picture.rings),
        *map(_node, picture.nodes),
        f'<circle class="m-node me" r="{picture.me_radius}"/>{_text("m-ini me", picture.me)}</svg>',
    ]
    return mark_safe("".join(parts))  # noqa: S308  every word in it was escaped above


def _line(node: Node) -> str:
    cross = f'<path class="m-cross" d="{node.stroke.cross}"/>' if node.stroke.cross else ""
    return f'<path class="m-line {node.stroke.look}" d="{node.stroke.path}"/>{cross}'


def _node(node: Node) -> str:
    gone = " gone" if node.stroke.cross else ""
    if node.figure.shape == "organisation":
        place = f'x="{node.left}" y="{node.top}" width="{node.side}" height="{node.side}" rx="{node.corner}"'
        shape = f'<rect class="m-node org{gone}" {place}/>'
    else:
        kind = " pro" if node.figure.shape == "professional" else ""
        shape = f'<circle class="m-node{kind}{gone}" cx="{node.x}" cy="{node.y}" r="{node.radius}"/>'
    words = [_text("m-ini", node.mark), *(_text("m-name", line) for line in node.name)]
    words += [_text("m-sub", node.role)] if node.role else []
    words += [_text("m-star", node.star)] if node.star else []
    return f'<g class="m-tie"><title>{escape(node.figure.full)}</title>{shape}{"".join(words)}</g>'


def _text(look: str, text: Text) -> str:
    return f'<text class="{look}" x="{text.x}" y="{text.y}">{escape(text.words)}</text>'
