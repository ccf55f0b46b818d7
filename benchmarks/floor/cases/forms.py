"""The public referral form as a ModelForm, with the thirteen life domains as tick boxes."""

from typing import ClassVar

from django import forms

from benchmarks.floor.cases.models import Referral

DOMAINS = [
    ("housing", "Wonen"),
    ("income", "Inkomen en schulden"),
    ("work", "Werk en dagbesteding"),
    ("school", "School en leren"),
    ("health", "Lichamelijke gezondheid"),
    ("mind", "Hoe je je voelt"),
    ("substances", "Alcohol, drugs, gamen"),
    ("family", "Gezin en opvoeding"),
    ("network", "Vrienden en netwerk"),
    ("leisure", "Vrije tijd, sport, cultuur"),
    ("safety", "Veiligheid en politie"),
    ("papers", "Papieren en rechten"),
    ("meaning", "Zingeving en identiteit"),
]
URGENCY = [("now", "deze week"), ("weeks", "binnen twee weken"), ("later", "het kan wachten")]
AGES = [("12", "jonger dan 12"), ("17", "12 tot 17"), ("25", "18 tot 25"), ("older", "ouder")]
KNOWS = [("yes", "ja, akkoord"), ("doubts", "ja, twijfelt"), ("no", "nog niet")]
KINDS = [("school", "School"), ("youth", "Jeugdwerk"), ("care", "Zorg"), ("family", "Familie")]


class ReferralForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    referrer_kind = forms.ChoiceField(choices=KINDS)
    text = forms.CharField(max_length=600, widget=forms.Textarea)
    tried = forms.CharField(max_length=300, required=False, widget=forms.Textarea)
    urgency = forms.ChoiceField(choices=URGENCY)
    age_group = forms.ChoiceField(choices=AGES, required=False)
    domains = forms.MultipleChoiceField(choices=DOMAINS, required=False, widget=forms.CheckboxSelectMultiple)
    client_knows = forms.ChoiceField(choices=KNOWS, required=False)

    class Meta:
        model = Referral
        fields: ClassVar = [
            "referrer_kind",
            "referrer_name",
            "organisation",
            "phone",
            "email",
            "text",
            "tried",
            "urgency",
            "age_group",
            "domains",
            "client_knows",
        ]
