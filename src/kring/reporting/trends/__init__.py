"""Trends: what was sent of one measure, period after period, with what breaks the series.

    series.of(answers, programmes) -> one `Series` for each measure that has at least two periods of a kind
    views.trends                   -> the page: a picture, the equal table, what changed between two periods

Nothing is counted here: the numbers are those of answers that went out, as they were frozen. Figures with a filter and
answers that were withdrawn are left out.
"""
