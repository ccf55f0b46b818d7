"""What was published of the figures: frozen documents that anybody may read by program.

    actions.publish(act, document)     # when an answer for everybody is sent; the same document twice is one row
    actions.publish(act, document, replaces=[before])   # the one before stays, and says where the newer one is
    actions.withdraw(act, published)   # gone for good; its address says since when it is withdrawn

The pages (`open/figures`) are for the city's open data: read only, without a cookie or a name, described by the OpenAPI
file beside them. Nothing is counted or opened here: what is not a frozen document for everybody cannot come in.
"""
