"""What of a partner's concerns its own page shows, and making that copy anew. Colleagues stand in it without a name."""

from dataclasses import replace

from kring.concerns.own.content import OwnConcern, PageShown
from kring.concerns.partners.models import PartnerLink
from kring.concerns.threads.content import ConcernContent
from kring.concerns.threads.opening import OpenPartner
from kring.vault import sharing
from kring.vault.acts import Act
from kring.vault.models import Extract


def shown(opened: OpenPartner, changed: dict[str, ConcernContent] | None = None) -> PageShown:
    """The copy. changed: concern -> what it says from now on, also of one that is new."""
    contents = {one.row.id: one.content for one in opened.concerns} | (changed or {})
    own = tuple(OwnConcern(concern, _nameless(content)) for concern, content in contents.items())
    said = opened.content
    return PageShown(said.name, said.works_as, said.school, opened.row.until_on, own)


def renew(act: Act, opened: OpenPartner, changed: dict[str, ConcernContent]) -> None:
    """Lay a new copy behind the link, in the place of the one of before; nothing where there is no link."""
    link = PartnerLink.objects.select_for_update(no_key=True).filter(partner=opened.row).first()
    if link is None:
        return
    expires = link.verified().expires_at
    extract = sharing.extract(act, shown(opened, changed), to=sharing.holders([link.principal], expires_at=expires))
    shred_copy(act, link.bundle)
    act.change(link, bundle=extract.bundle)


def shred_copy(act: Act, bundle: str) -> None:
    """Nothing of a copy is left."""
    sharing.shred(act, bundle=bundle, parts=[sharing.EXTRACT])
    act.erase(Extract.objects.filter(bundle=bundle))


def _nameless(content: ConcernContent) -> ConcernContent:
    entries = tuple(replace(entry, who="") for entry in content.entries)
    return replace(content, taken_by="", entries=entries)
