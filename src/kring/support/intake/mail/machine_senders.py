"""Addresses (the part before the @) and names that no person writes under."""

from typing import Final

from kring.support.intake.mail.phrases import any_of

BOUNCE_ADDRESS: Final = any_of(
    r"^(?:mailer|mail)[-_.]?daemon$",
    r"^postmaster$",
    r"^mail[-_.]?deliver(?:y|ing).*$",
    r"^smtp[-_.]?(?:daemon|server).*$",
    r"^.*(?:smtp|mta)[-_.](?:mail[-_.])?(?:service|gateway|daemon).*$",
    r"^(?:bounces?|undeliverable)(?:[-+=_.].*)?$",
)
BOUNCE_NAME: Final = any_of(
    r"mail(?:er)? (?:delivery )?(?:sub)?system",
    r"\bmail delivery\b",
    r"\bmailer-daemon\b",
    r"^postmaster\b",
    r"^(?:system|mail) administrator$",
    r"^(?:systeembeheerder|administrateur syst[èe]me|systemadministrator)$",
    r"^mail[- ]?server\b",
)
NOTICE_ADDRESS: Final = any_of(
    r"no-?reply",
    r"(?:^|[-_.])(?:no|do[-_.]?not|dont|never)[-_.]?(?:reply|answer|respond)(?:$|[-_.])",
    r"^(?:geen|niet)[-_.]?(?:antwoord|antwoorden|beantwoorden)",
    r"^(?:ne[-_.]?pas|pas[-_.]?de)[-_.]?(?:repondre|reponse)",
    r"^(?:nicht|keine)[-_.]?antwort",
    r"^(?:notifications?|notify|notifier|alerts?|meldingen)$",
    r"^auto[-_.]?(?:mail|mailer|reply|responder|response|confirm)",
    r"^(?:daemon|nobody|cron|www-data|apache|listserv|majordomo|mailman|robot)$",
    r"^(?:news-?letters?|nieuwsbrief|infolettre|e-?letters?|mailings?)(?:[-+_.].*)?$",
)
NOTICE_NAME: Final = any_of(
    r"\bauto-?(?:responder|mailer|reply)\b",
    r"\bno-?reply\b",
)
