"""Drawing a network as SVG on the server: how wide words are, where each tie stands, and the family tree.

Pure geometry: no keys, no words of its own, no Django. Whoever stands on a map is found in the list beside it as well.
"""
