"""Somebody is away: planned from one day until another, or all of a sudden. Nothing moves; who is deputy gets the list.

Who: a colleague says it of himself; a deputy or the head of service with one button when somebody does not turn up.
Why is asked nowhere (docs/decisions/0053). Verbs: `actions.plan`, `actions.not_here`, `actions.end`.
"""
