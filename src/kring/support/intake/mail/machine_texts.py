"""Sentences that mail systems, absence assistants and unattended mailboxes write, on one line each."""

from typing import Final

from kring.support.intake.mail.phrases import any_of

BOUNCE: Final = (
    any_of(r"unable to deliver", r"did not reach the following"),
    any_of(r"(?:could|can|was|were|has|have) ?(?:not|n't) (?:be |been )?delivered"),
    any_of(r"delivery (?:to the following|has failed|failed|attempts?)", r"undeliverable", r"not delivered to"),
    any_of(r"permanent(?:ly)? (?:fatal )?error", r"permanent failure", r"failed permanently", r"giv(?:en|ing) up"),
    any_of(
        r"user (?:is )?unknown",
        r"unknown (?:user|recipient)",
        r"(?:no such|invalid) (?:user|recipient|mailbox)",
        r"recipient (?:name )?(?:is )?not recogni",
    ),
    any_of(
        r"(?:mailbox|quota|inbox).{0,20}(?:full|exceeded|unavailable|disabled)",
        r"over ?quota",
        r"too much mail",
        r"postvak .{0,15}vol\b",
        r"bo[îi]te .{0,20}pleine",
    ),
    any_of(r"\b5\d\d[ -]5\.\d{1,3}\.\d{1,3}\b", r"\b55[0-4]\b.{0,40}(?:unknown|rejected|user|mailbox|relay|denied)"),
    any_of(r"recipient address rejected", r"remote host said", r"host (?:unknown|not found)", r"final-recipient"),
    any_of(r"address (?:is |was )?(?:wrong|no longer valid|rejected)", r"failed recipient"),
    any_of(
        r"returned (?:mail|message|to (?:you|sender))",
        r"original message (?:follows|is|removed)",
        r"copy of the message",
    ),
    any_of(r"(?:kon|kan) niet (?:worden )?(?:afgeleverd|bezorgd)", r"niet (?:afgeleverd|bezorgd) (?:worden|aan)"),
    any_of(r"onbestelbaar", r"ontvanger .{0,20}(?:onbekend|niet gevonden)", r"adres .{0,15}(?:onbekend|bestaat niet)"),
    any_of(r"n['’]a pas pu [êe]tre (?:remis|d[ée]livr|distribu|achemin)"),
    any_of(r"destinataire .{0,15}(?:inconnu|introuvable)", r"adresse .{0,15}introuvable"),
    any_of(r"(?:konnte|kann) .{0,40}nicht .{0,20}zugestellt", r"empf[äa]nger .{0,15}unbekannt"),
    any_of(r"non .{0,25}(?:consegnat|recapitat)", r"no se (?:ha podido|pudo) .{0,15}entreg"),
)
AUTOMATIC: Final = any_of(
    r"\bthis (?:is|was) an? (?:automatic|automated|auto|automatically|computer)[- ]?(?:generated )?"
    r"(?:reply|response|message|e-?mail|notification|mail)\b",
    r"\b(?:automatically|system)[- ]generated (?:e-?mail|message|reply|notification)\b",
    r"\bplease do not (?:reply|respond) to this\b",
    r"\b(?:mailbox|inbox|address) is (?:not monitored|unmonitored|unattended)\b",
    r"\bdit is een automatische? (?:gegenereerde? )?(?:antwoord|bericht|e-?mail|mail|melding|reactie)\b",
    r"\b(?:bericht|e-?mail|mail) (?:is|werd|wordt) automatisch (?:gegenereerd|verstuurd|verzonden|aangemaakt)\b",
    r"\bniet (?:te )?(?:antwoorden|beantwoorden|reageren) op (?:deze|dit) (?:e-?mail|mail|bericht)\b",
    r"\b(?:deze|dit) (?:e-?mail|mail|bericht) (?:niet|kan niet worden) (?:te )?beantwoord(?:en)?\b",
    r"\bceci est un (?:message|e-?mail|courriel|courrier) (?:automatique|g[ée]n[ée]r[ée] automatiquement)\b",
    r"\b(?:message|e-?mail|courriel) (?:a [ée]t[ée]|est) (?:g[ée]n[ée]r[ée]|envoy[ée]) automatiquement\b",
    r"\bne pas r[ée]pondre [àa] (?:ce|cet|cette) (?:message|e-?mail|courriel|adresse)\b",
    r"\b(?:nachricht|e-?mail|mail) wurde automatisch\b",
    r"\bantworten sie (?:bitte )?nicht auf diese\b",
    r"\b(?:added to|put on) (?:the|my|our) .{0,30}(?:allowed|approved|white)[- ]?(?:list|senders)",
    r"\bverify that you are (?:a )?(?:human|real|person)\b",
)
AWAY: Final = any_of(
    r"\bi(?: am|'m|’m) (?:currently )?(?:out of (?:the )?office|away|on (?:leave|holiday|vacation))\b",
    r"\bik ben .{0,40}(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|buiten kantoor)\b",
    r"\bik ben .{0,40}(?:met|in|op) (?:verlof|vakantie)\b",
    r"\bje (?:suis|serai) .{0,40}(?:absente?|en cong[ée]s?|hors du bureau|indisponible)\b",
    r"\bich bin .{0,40}(?:nicht im (?:b[üu]ro|haus)|abwesend|im urlaub)\b",
)
AWAY_PROMISE: Final = any_of(
    r"\b(?:urgent|urgence|dringende?|dringenden)\b",
    r"\b(?:after|upon|on) my return\b",
    r"\b(?:bij|na) (?:mijn|onze) terugkeer\b",
    r"\bzodra ik terug ben\b",
    r"\b(?:[àa]|d[èe]s) mon retour\b",
    r"\b(?:uw|je|jouw|your) (?:e-?mail|mail|bericht|message)\b",
    r"\bvotre (?:e-?mail|mail|message|courriel)\b",
)
