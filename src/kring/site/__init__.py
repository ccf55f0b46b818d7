"""The site: settings, routes, the shell of every page, the design and its words.

Here lives what every page shares. What a step of the work shows lives in the folder of that step; this floor
may look down on all of them, none of them imports it. Pages reach it by template name only (`base.html`).
"""
