"""Safely back: somebody goes out alone, says where to one chosen colleague, sealed, and until when.

Pressed back in time, the words are destroyed unread. Not pressed by then, the colleague gets a mail without content and
can open them. A schedule watches (`manage tick`). Verbs: `actions.go`, `actions.back`, `actions.call_due`,
`actions.read`.
"""
