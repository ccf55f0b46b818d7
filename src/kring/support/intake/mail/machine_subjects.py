"""Subjects that mail systems and absence assistants write.

The first three tables settle it alone, unless a person forwarded or answered; `UNSURE_BOUNCE` and `AWAY` need the words
too: homework is "non remis" as well, and a boy who is "niet op kantoor" may be the worry.
"""

from typing import Final

from kring.support.intake.mail.phrases import any_of

BOUNCE: Final = any_of(
    r"^\W*(?:undeliver(?:able|ed)|nondeliverable|non-?delivery)\b",
    r"\b(?:returned|undelivered|undeliverable|bounced) (?:e-?mail|mail|message)\b",
    r"\bmail (?:delivery|system) (?:failed|failure|error|problem|report|status)",
    r"^mail error$",
    r"\bdelivery (?:status notification|(?:has )?(?:failed|failure|error|problem|report|notification|delayed))",
    r"\bfailure (?:notice|delivering)\b",
    r"\b(?:message|mail) (?:status|delivery)\b.{0,30}(?:fail|undeliver|delay)",
    r"\b(?:message|mail) could not be delivered\b",
    r"\b(?:could|can) ?not be delivered\b",
    r"\bwarning: .{0,40}(?:delayed|not (?:yet )?(?:been )?sent)",
    r"\bnon (?:distribu|d[ée]livr)[ée]e?s?\b",
    r"\b[ée]chec (?:de |d['’])(?:la )?(?:remise|distribution|livraison|envoi)",
    r"\b(?:niet )?bestelbaar bericht\b|\bonbestelbaar\b|\bniet bestelbaar\b",
    r"\bniet afgeleverd\b",
    r"\b(?:bericht|mail) (?:kan|kon|is|werd) niet (?:worden )?bezorgd\b",
    r"\bmislukte (?:aflevering|bezorging)\b",
    r"\b(?:aflevering|bezorging) (?:is )?mislukt\b",
    r"\bretour(?:bericht)? (?:aan )?afzender\b",
    r"\bunzustellbar",
    r"\b(?:zustellung|auslieferung) .{0,30}(?:fehlgeschlagen|nicht)",
    r"\bnicht zugestellt\b",
    r"\bmancat[ao] (?:recapito|consegna)\b",
    r"\bconsegna .{0,20}(?:non riuscita|fallita)\b",
    r"\bno se (?:ha podido|puede|pudo) entreg",
    r"\b(?:correo|mensaje) devuelto\b",
    r"\bn[ãa]o (?:foi )?entregue\b",
)
AUTO_REPLY: Final = any_of(
    r"^\W*auto(?:mat(?:ic|ed))?[- ]?(?:reply|response|responder)\b",
    r"\bout of (?:the )?office\b",
    r"\bvacation (?:reply|message|response)\b",
    r"^\W*automatische? (?:antwoord|beantwoording|reactie|bericht|antwort)\b",
    r"^\W*afwezigheids(?:bericht|assistent|melding)\b",
    r"^\W*r[ée]ponse automatique\b",
    r"^\W*(?:message|notification) d['’]absence\b",
    r"^\W*abwesenheits(?:notiz|nachricht|meldung)\b",
    r"^\W*(?:risposta automatica|respuesta autom[áa]tica|resposta autom[áa]tica|fuera de la oficina)\b",
    r"^\W*(?:automatyczna odpowied|r[ăa]spuns automat|otomatik yan[ıi]t)",
)
NOTICE: Final = any_of(
    r"\bawaits? moderator approval\b",
    r"\bauthori[sz]ation required to post\b",
    r"\bconfirm your (?:message|e-?mail|subscription)\b",
    r"\bbevestig uw (?:inschrijving|e-?mail)",
    r"\bconfirmez votre (?:inscription|adresse|e-?mail)",
    r"^cron <",
)
UNSURE_BOUNCE: Final = any_of(
    r"\bnot delivered\b",
    r"\bnon remise?s?\b",
    r"\bniet bezorgd\b",
)
AWAY: Final = any_of(
    r"^\W*(?:afwezig|absente?|abwesend|met verlof|en cong[ée]s?|on leave|away)\b",
    r"\bniet op kantoor\b",
    r"\bbuiten kantoor\b",
    r"\babsente?s? du bureau\b",
)
