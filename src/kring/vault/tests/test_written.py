"""Codes that people write over, and the codes of an app: as the standard says, and read as they are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.vault import code_app
from kring.vault.primitives import time_code
from kring.vault.tests.attacker import refused
from kring.vault.written import ALPHABET, grouped, plain, written

RFC_6238 = {59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 20000000000: "353130"}


@pytest.mark.parametrize(("moment", "shown"), RFC_6238.items())
def test_codes_of_an_app_are_those_of_the_standard(moment: int, shown: str) -> None:
    assert time_code(b"12345678901234567890", moment // code_app.STEP_SECONDS) == shown


@given(st.text(max_size=12))
def test_no_other_code_is_taken(typed: str) -> None:
    secret = code_app.new_secret()
    assert refused(lambda: code_app.step_of(secret, typed, after=2**40))


@given(st.binary(min_size=32, max_size=32), st.integers(1, 8))
def test_a_written_code_reads_as_it_is_meant(raw: bytes, parts: int) -> None:
    code = written(raw, parts)
    assert len(code) == parts * 5 - 1
    assert set(code) <= {*ALPHABET, "-"}
    assert grouped(plain(code.lower().replace("-", " ").replace("0", "o").replace("1", "l"))) == code
