"""What a client agreed to share, with whom: given, running, withdrawn (GBO-02; decree of 9 February 2018, art. 11).

A lawful basis is not an agreement to share: this is the client's own, and a protocol between bodies (`team/protocols`)
is another thing. It lies under the part `plan`: whoever may tell something outside has to see whether the client still
wants it. What does not live here: the pages, and ending what still opens (`support/disclosure/agreeing`).
"""
