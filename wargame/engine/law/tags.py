"""The tags by which the law knows a move, where its step and resolution do not say enough.

A scenario may use any other tags for its doctrines; only these change what the law does.
"""

from __future__ import annotations

TAGS: tuple[str, ...] = (
    "notice",  # D04: tells third parties before a strike; the strike is announced
    "hold",  # D01: does nothing, and is no act
    "vow",  # I01: ties hands
    "warning",  # I02: sets a line
    "deny",  # I04: keeps silent on one's own act
    "claim",  # I05: owns up to an act
    "play-down",  # I06: makes less of what was suffered
    "stand-down",  # M21: ends one's own sustained moves
    "partner-defence",  # M03: joins the target's air defence this turn
    "deployment",  # M01
    "preempt",  # M10: thins out a salvo of the target
    "decapitation",  # C06, C07: kills a leader
    "devices",  # C08: planted devices
    "negotiator",  # C07 where the victim negotiates
    "ships",  # strikes ships, so that a ship group's shield counts
    "civilian",  # aims at towns or the economy
    "mediation",  # D06, D07
    "terms",  # D08
    "reject",  # D09
    "restrain-proxy",  # C10
    "call-proxies",  # M19, I08
    "unnotified",  # C11
    "ask-hold",  # D12
    "condition",  # E04
    "pact",  # D13
    "escort",  # E07
    "shipping",  # E05
    "breakout",  # N05
    "nuclear-strike",  # N04
    "nuclear-use",  # N07: ends the game
    "talks-open",  # D06
    "protects-civilians",  # D11: partners press less, S20: less harm
    "concession",  # D08, D10, N01: may be vetoed at home
    "restraint-appeal",  # D03
    "normalisation",  # D14: groups left out resent it
    "arms-flow",  # E03
    "great-power",  # M18
    "nuclear-signal",  # N06
    "arms-transfer",  # C09
    "interdiction",  # M07: cuts supplies to, from or through the target
    "guest",  # C07: the leader killed is a guest of the target
    "kill-mid",  # C05
    "reveals",  # I07: what the target prepares is known
    "rally",  # I08
    "casualty-tail",  # M04: nearly always kills nobody
    "siege",  # E09
    "ground-war",  # M17
    "inter-state-war",  # M20
    "campaign",  # M16
    "closes-matter",  # D05: a later strike on the same side breaks the word
    "claims-victory",  # I03
    "strait",  # E08
    "sabotage",  # C04
    "enrich",  # N02
    "nuclear-fear",  # N02, N03, N05
    "caps-enrichment",  # N01: ends what enriches, and takes a decision back
    "last-resort",  # N07: paid with all that is left
)


def tag_number(tag: str) -> int:
    """The place of a tag in the law's table of tags."""
    return TAGS.index(tag)


NOTICE = TAGS.index("notice")
HOLD = TAGS.index("hold")
STAND_DOWN = TAGS.index("stand-down")
PARTNER_DEFENCE = TAGS.index("partner-defence")
PREEMPT = TAGS.index("preempt")
SHIPS = TAGS.index("ships")
CIVILIAN = TAGS.index("civilian")
NUCLEAR_USE = TAGS.index("nuclear-use")
DECAPITATION = TAGS.index("decapitation")
DEVICES = TAGS.index("devices")
NEGOTIATOR = TAGS.index("negotiator")
TERMS = TAGS.index("terms")
REJECT = TAGS.index("reject")
RESTRAIN_PROXY = TAGS.index("restrain-proxy")
CALL_PROXIES = TAGS.index("call-proxies")
UNNOTIFIED = TAGS.index("unnotified")
ASK_HOLD = TAGS.index("ask-hold")
CONDITION = TAGS.index("condition")
PACT = TAGS.index("pact")
DEPLOYMENT = TAGS.index("deployment")
MEDIATION = TAGS.index("mediation")
TALKS_OPEN = TAGS.index("talks-open")
PROTECTS_CIVILIANS = TAGS.index("protects-civilians")
CONCESSION = TAGS.index("concession")
RESTRAINT_APPEAL = TAGS.index("restraint-appeal")
NORMALISATION = TAGS.index("normalisation")
ARMS_FLOW = TAGS.index("arms-flow")
GREAT_POWER = TAGS.index("great-power")
NUCLEAR_SIGNAL = TAGS.index("nuclear-signal")
ARMS_TRANSFER = TAGS.index("arms-transfer")
INTERDICTION = TAGS.index("interdiction")
GUEST = TAGS.index("guest")
KILL_MID = TAGS.index("kill-mid")
REVEALS = TAGS.index("reveals")
RALLY = TAGS.index("rally")
CASUALTY_TAIL = TAGS.index("casualty-tail")
SIEGE = TAGS.index("siege")
GROUND_WAR = TAGS.index("ground-war")
INTER_STATE_WAR = TAGS.index("inter-state-war")
CAMPAIGN = TAGS.index("campaign")
CLOSES_MATTER = TAGS.index("closes-matter")
CLAIMS_VICTORY = TAGS.index("claims-victory")
STRAIT = TAGS.index("strait")
SABOTAGE = TAGS.index("sabotage")
ENRICH = TAGS.index("enrich")
NUCLEAR_FEAR = TAGS.index("nuclear-fear")
CAPS_ENRICHMENT = TAGS.index("caps-enrichment")
LAST_RESORT = TAGS.index("last-resort")
SHIPPING = TAGS.index("shipping")
ESCORT = TAGS.index("escort")
BREAKOUT = TAGS.index("breakout")
NUCLEAR_STRIKE = TAGS.index("nuclear-strike")
WARNING = TAGS.index("warning")
VOW = TAGS.index("vow")
