"""What somebody types in a marked form is kept from the first keystroke, sealed in his own letterbox, until it is sent.

A page marks its form with `data-keep` and includes `team/drafts/pages/keep.html` in it; its view calls `accepted` when
the form was taken. docs/how-to/keep-what-is-typed.md says how. Nothing readable lies in the browser.
"""
