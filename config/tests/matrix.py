"""Who gets in where: every address under /w/, for the own case, the other organisation's, and the external employer's.

Names are those of the cast. An address without rows has one case, `own`. Whoever is not named gets a 403 or a 404.
"""

from dataclasses import dataclass

COORDINATORS = "coordinator other_coordinator external_coordinator"
AMBASSADORS = "ambassador colleague other_ambassador external_ambassador"
ADMINISTRATORS = "administrator other_administrator external_administrator ministry_administrator"
GUIDE, MINISTRY, PROGRAMME = "guide", "ministry", "ministry_administrator"
EVERYONE = f"{COORDINATORS} {AMBASSADORS} {ADMINISTRATORS} {GUIDE} {MINISTRY}"


@dataclass(frozen=True)
class Address:
    """Who gets in (names on the cast, separated by spaces), for each case; None: the address has no such case."""

    own: str
    foreign: str | None = None
    external: str | None = None

    def cases(self) -> dict[str, set[str]]:
        named = {"own": self.own, "foreign": self.foreign, "external": self.external}
        return {case: set(names.split()) for case, names in named.items() if names is not None}

    def names(self) -> dict[str, str]:
        return {case: " ".join(names) for case, names in self.cases().items()}


def mine(own: str, foreign: str, external: str) -> Address:
    return Address(own, foreign, external)


OWN_PEOPLE = mine("administrator", "other_administrator", "external_administrator")
KEEPS_ORGANISATION = mine(
    f"administrator {PROGRAMME}", f"other_administrator {PROGRAMME}", f"external_administrator {PROGRAMME}"
)
COLLEAGUES = mine(
    f"coordinator ambassador colleague administrator {PROGRAMME}",
    f"other_coordinator other_ambassador other_administrator {PROGRAMME}",
    f"external_coordinator external_ambassador external_administrator {PROGRAMME}",
)
HIRES = mine("coordinator", "other_coordinator", "coordinator")
READS_DOSSIER = mine(
    "coordinator ambassador colleague", "other_coordinator other_ambassador", "coordinator external_ambassador"
)
SEES_PROJECT = mine(
    f"coordinator ambassador colleague administrator {GUIDE} {PROGRAMME}",
    f"other_coordinator other_ambassador other_administrator {GUIDE} {PROGRAMME}",
    f"coordinator administrator external_coordinator external_ambassador external_administrator {GUIDE} {PROGRAMME}",
)
LEADS_PROJECT = mine(f"coordinator {PROGRAMME}", f"other_coordinator {PROGRAMME}", f"coordinator {PROGRAMME}")
EMPLOYS = mine("coordinator", "other_coordinator", "coordinator external_coordinator")
DECIDES = Address(PROGRAMME, PROGRAMME, PROGRAMME)
# A trajectory belongs to the controller: with an external employer that is not who commissions (domain §2).
WALKS_ALONG = mine("ambassador colleague", "other_ambassador", "external_ambassador")
KNOWS_PROVIDERS = mine(
    "ambassador colleague coordinator external_ambassador",
    "other_ambassador other_coordinator",
    "external_ambassador external_coordinator",
)
# Who walks along with the planted child, and who came after another.
ASSIGNED = mine("ambassador", "other_ambassador", "external_ambassador")
SUCCEEDS = mine("colleague", "", "")
COUNTS = mine("coordinator", "other_coordinator", "external_coordinator")
FOLLOWS = mine(
    "ambassador colleague coordinator", "other_ambassador other_coordinator", "external_ambassador external_coordinator"
)
# Of open work nothing holds a name, so who commissions reads it too.
READS_OPEN_WORK = mine(
    "ambassador colleague coordinator",
    "other_ambassador other_coordinator",
    "external_ambassador external_coordinator coordinator",
)
# May change what is its organisation's; who works for it from elsewhere only looks.
KEEPS_PROVIDERS = FOLLOWS
READS_REPORTS = f"{COORDINATORS} {AMBASSADORS} {MINISTRY}"
READS_NETWORKS = f"{GUIDE} {MINISTRY} {COORDINATORS} {AMBASSADORS}"

# Who reads what `config.testing.world` planted; "logbook" stands for all that is about a child or a family.
PLANTED_READERS = {
    "logbook": {"own": "ambassador colleague", "foreign": "other_ambassador", "external": "external_ambassador"},
    # Providers are the organisation's; who works for it from elsewhere uses them too.
    "provider": KNOWS_PROVIDERS.names(),
    "leader": KNOWS_PROVIDERS.names(),
    "shared": READS_OPEN_WORK.names(),
    "trialday": KNOWS_PROVIDERS.names(),
    # What an ambassador writes about a provider stands with "logbook"; the digest of its link is nobody's.
    "digest": {"own": "", "foreign": "", "external": ""},
    "invited": {"own": "administrator", "foreign": "other_administrator", "external": "external_administrator"},
    "talk": READS_DOSSIER.names(),
    # What a dossier costs is not for the ambassadors (domain §1).
    "cost": HIRES.names(),
    # What a signed engagement statement is called.
    "statement": HIRES.names(),
    # What a member of the support group wrote, and the link they have: for who leads the project.
    "supporter": HIRES.names(),
    "attendee": {"own": GUIDE, "foreign": GUIDE, "external": GUIDE},
}

ADDRESSES: dict[str, Address] = {
    "organisations:home": Address(EVERYONE),
    "organisations:membership-list": Address(ADMINISTRATORS),
    "organisations:invitation-new": Address(ADMINISTRATORS),
    "organisations:membership-end": OWN_PEOPLE,
    "organisations:membership-reopen": OWN_PEOPLE,
    "organisations:invitation-send": OWN_PEOPLE,
    "organisations:invitation-withdraw": OWN_PEOPLE,
    "organisations:invitation-restore": OWN_PEOPLE,
    "organisations:organisation-list": Address(EVERYONE),
    "organisations:organisation-new": Address(PROGRAMME),
    "organisations:organisation-detail": COLLEAGUES,
    "organisations:organisation-edit": KEEPS_ORGANISATION,
    "organisations:administrator-new": KEEPS_ORGANISATION,
    "organisations:audit-list": Address(ADMINISTRATORS),
    "organisations:organisation-import": Address(PROGRAMME),
    "networks:session-list": Address(READS_NETWORKS),
    "networks:session-new": Address(GUIDE),
    "networks:session-detail": Address(READS_NETWORKS),
    "networks:session-edit": Address(GUIDE),
    "networks:attendance-new": Address(GUIDE),
    # Takes back what the banner carries, signed; without that there is nothing to restore (networks/tests).
    "networks:attendance-restore": Address(""),
    "networks:attendance-remove": Address(GUIDE),
    "networks:finding-list": Address(READS_NETWORKS),
    "networks:finding-new": Address(GUIDE),
    "networks:finding-edit": Address(GUIDE),
    "networks:finding-publish": Address(GUIDE),
    "networks:finding-withdraw": Address(GUIDE),
    "networks:next-step-list": Address(f"{GUIDE} {MINISTRY}"),
    "networks:next-step-new": Address(GUIDE),
    "networks:next-step-edit": Address(GUIDE),
    "ambassadors:dossier-detail": READS_DOSSIER,
    "ambassadors:dossier-open": HIRES,
    "ambassadors:dossier-answers": READS_DOSSIER,
    "ambassadors:advice-list": READS_DOSSIER,
    "ambassadors:advice-answer": HIRES,
    "ambassadors:advice-withdraw": HIRES,
    "ambassadors:dossier-decision-new": HIRES,
    "ambassadors:dossier-decision-detail": READS_DOSSIER,
    "ambassadors:support-detail": HIRES,
    "reporting:support-letter-new": HIRES,
    "ambassadors:support-letter-detail": HIRES,
    "ambassadors:support-link-send": HIRES,
    "ambassadors:support-link-revoke": HIRES,
    "ambassadors:support-link-restore": HIRES,
    "ambassadors:support-reaction-edit": HIRES,
    "ambassadors:source-list": Address(PROGRAMME),
    "ambassadors:source-new": Address(PROGRAMME),
    "ambassadors:source-edit": Address(PROGRAMME, PROGRAMME, PROGRAMME),
    "ambassadors:source-switch-off": Address(PROGRAMME, PROGRAMME, PROGRAMME),
    "ambassadors:source-switch-on": Address(PROGRAMME, PROGRAMME, PROGRAMME),
    "ambassadors:meetings-ics": READS_DOSSIER,
    "ambassadors:success-list": READS_DOSSIER,
    "ambassadors:success-new": HIRES,
    "ambassadors:success-edit": HIRES,
    "ambassadors:attachment-list": READS_DOSSIER,
    "ambassadors:attachment-new": HIRES,
    # The planted file is a signed statement: not for the ambassadors.
    "ambassadors:attachment-download": HIRES,
    "ambassadors:attachment-remove": HIRES,
    "ambassadors:step-edit": HIRES,
    "ambassadors:step-answers": READS_DOSSIER,
    "ambassadors:step-reopen": HIRES,
    "ambassadors:step-history": HIRES,
    "ambassadors:step-restore": HIRES,
    # The planted talk is the coordinator's: an ambassador adds talks, and changes their own.
    "ambassadors:row-new": READS_DOSSIER,
    "ambassadors:row-edit": HIRES,
    "ambassadors:row-remove": HIRES,
    "ambassadors:row-restore": READS_DOSSIER,
    "ambassadors:goals-agree": WALKS_ALONG,
    "ambassadors:project-list": Address(f"{COORDINATORS} {AMBASSADORS} {ADMINISTRATORS} {GUIDE}"),
    "ambassadors:project-new": Address(f"{COORDINATORS} {PROGRAMME}"),
    "ambassadors:project-import": Address(ADMINISTRATORS),
    "ambassadors:project-detail": SEES_PROJECT,
    "ambassadors:project-edit": LEADS_PROJECT,
    "ambassadors:project-life": LEADS_PROJECT,
    "ambassadors:decision-new": DECIDES,
    "ambassadors:decision-remove": DECIDES,
    "ambassadors:decision-restore": DECIDES,
    "ambassadors:appointment-new": HIRES,
    "ambassadors:appointment-edit": EMPLOYS,
    "ambassadors:appointment-absence": EMPLOYS,
    "ambassadors:appointment-end": EMPLOYS,
    "ambassadors:agreement-new": LEADS_PROJECT,
    # The only agreement is that of the external employer; from another project it is not found.
    "ambassadors:agreement-edit": mine("", "", f"coordinator {PROGRAMME}"),
    "trajectories:today": Address(AMBASSADORS),
    "trajectories:snapshot": Address(AMBASSADORS),
    "trajectories:follow-up-list": Address(AMBASSADORS),
    "trajectories:reminders": Address(AMBASSADORS),
    "trajectories:feed-renew": Address(AMBASSADORS),
    "trajectories:feed-revoke": Address(AMBASSADORS),
    "trajectories:participant-new": Address(AMBASSADORS),
    "trajectories:participant-detail": WALKS_ALONG,
    "trajectories:participant-edit": WALKS_ALONG,
    "trajectories:contact-details-edit": WALKS_ALONG,
    "trajectories:family-edit": WALKS_ALONG,
    "trajectories:family-leave": WALKS_ALONG,
    "trajectories:coming-of-age-edit": WALKS_ALONG,
    "trajectories:trajectory-new": WALKS_ALONG,
    "trajectories:trajectory-list": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:trajectory-search": Address(AMBASSADORS),
    "trajectories:trajectory-export": Address(COORDINATORS),
    "trajectories:trajectory-detail": FOLLOWS,
    "trajectories:trajectory-edit": WALKS_ALONG,
    "trajectories:status-new": WALKS_ALONG,
    "trajectories:trial-new": WALKS_ALONG,
    "trajectories:enrolment-new": WALKS_ALONG,
    "trajectories:enrolment-end": WALKS_ALONG,
    "trajectories:moment-edit": WALKS_ALONG,
    "trajectories:assignment-new": WALKS_ALONG,
    "trajectories:assignment-end": ASSIGNED,
    # Takes back a last day that is today; with none there is nothing to take back (trajectories/tests).
    "trajectories:assignment-restore": Address(""),
    "trajectories:folder-detail": SUCCEEDS,
    "trajectories:hand-over-new": WALKS_ALONG,
    "trajectories:hand-over-accept": Address(AMBASSADORS),
    "trajectories:hand-over-undo": WALKS_ALONG,
    "trajectories:ownerless-list": Address(COORDINATORS),
    "trajectories:reassignment-new": COUNTS,
    "trajectories:practice-detail": READS_DOSSIER,
    "trajectories:contact-list": Address(AMBASSADORS),
    "trajectories:contact-new": Address(AMBASSADORS),
    "trajectories:contact-export": Address(COORDINATORS),
    "trajectories:contact-correct": mine("ambassador", "other_ambassador", "external_ambassador"),
    # Who logged the planted contact is who walks along.
    "trajectories:contact-retract": ASSIGNED,
    "trajectories:contact-restore": ASSIGNED,
    "trajectories:provider-list": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:provider-new": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:more": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:activity-list": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:activity-new": Address(AMBASSADORS),
    "trajectories:activity-edit": WALKS_ALONG,
    "trajectories:signal-list": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:signal-new": Address(AMBASSADORS),
    "trajectories:signal-detail": READS_OPEN_WORK,
    "trajectories:signal-edit": WALKS_ALONG,
    "trajectories:signal-step-new": WALKS_ALONG,
    "trajectories:result-list": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:result-new": Address(AMBASSADORS),
    "trajectories:result-edit": READS_OPEN_WORK,
    "trajectories:provider-detail": KNOWS_PROVIDERS,
    "trajectories:provider-edit": KEEPS_PROVIDERS,
    "trajectories:places-edit": KEEPS_PROVIDERS,
    "trajectories:places-link-new": KEEPS_PROVIDERS,
    "trajectories:places-link-revoke": KEEPS_PROVIDERS,
    "trajectories:places-link-restore": KEEPS_PROVIDERS,
    "trajectories:places-board": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:provider-trajectory-list": Address(f"{AMBASSADORS} {COORDINATORS}"),
    "trajectories:provider-trajectory-new": mine(
        "ambassador colleague external_ambassador", "other_ambassador", "external_ambassador"
    ),
    "trajectories:provider-trajectory-detail": FOLLOWS,
    "trajectories:provider-trajectory-edit": WALKS_ALONG,
    "trajectories:commitment-new": WALKS_ALONG,
    "trajectories:change-new": WALKS_ALONG,
    "reporting:report-list": Address(READS_REPORTS),
    "reporting:report-create": Address(READS_REPORTS),
    "reporting:report-detail": FOLLOWS,
    # A report that is not ready has no file yet; who gets one that is, reporting/tests tells.
    "reporting:report-file": mine("", "", ""),
    "reporting:report-word": mine("", "", ""),
    "reporting:document-list": READS_DOSSIER,
}

# A walk over all addresses goes in parts, so that processes share it: making people and rows costs more than a page.
PARTS = [sorted(ADDRESSES)[start::6] for start in range(6)]
