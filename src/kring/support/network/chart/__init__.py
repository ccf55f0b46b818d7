"""Drawing a network as SVG on the server: how wide words are, where each tie stands, and the family tree.

Pure geometry but for the last step, which writes SVG and escapes: no keys, no words of its own. Whoever stands on a map
is found in the list beside it as well.
"""
