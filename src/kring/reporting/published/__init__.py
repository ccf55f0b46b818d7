"""What was published of the figures: frozen documents that anybody may read by program.

    actions.publish(act, document)     # when an answer for everybody is sent; the same document twice is one row
    actions.withdraw(act, published)   # from then on its address is one that never was

The pages (`open/figures`) are for the city's open data: read only, without a cookie or a name, described by the OpenAPI
file beside them. Nothing is counted or opened here: what is not a frozen document for everybody cannot come in.
"""
