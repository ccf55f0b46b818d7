"""A form whose fields are shared: one that is filled in says nothing of another."""

from django import forms

from kring.team.form_fields import day_field, unchanging


@unchanging
class Shown(forms.Form):
    """A form as a page has it."""

    way = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    day = day_field("Day", required=False)


def test_what_one_was_given_stands_in_no_other() -> None:
    wrong, right, empty = Shown({"way": "c", "day": "1/1/0001"}), Shown({"way": "b"}), Shown(initial={"way": "a"})
    assert set(wrong.errors) == {"way", "day"}
    assert right.is_valid()
    assert right.cleaned_data == {"way": "b", "day": None}
    assert empty.errors == {}
    assert 'value="a"' in str(empty["way"])
    assert str(empty["way"]).count("checked") == 1
    assert 'value="1/1/0001"' not in str(empty)


def test_the_fields_are_the_same_and_the_set_of_them_is_not() -> None:
    one, other = Shown(), Shown()
    assert one.fields["way"] is other.fields["way"]
    del one.fields["day"]
    assert "day" in other.fields
