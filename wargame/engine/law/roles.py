"""What each move of a catalogue is for, as the doctrine sees it: one role by tags and effects."""

from __future__ import annotations

from wargame.model.moves import Lasting, Move

FORCE_RUNG = 6.0
"""Rung from which a hostile move with a target counts as force."""

(
    OTHER,
    HOLD,
    FORCE,
    NEVER,
    VOW,
    WARNING,
    VICTORY,
    DENY,
    CLAIM,
    PLAY_DOWN,
    MESSAGE,
    APPEAL,
    NOTICE,
    CLOSE,
    TALKS,
    MEDIATE,
    TERMS,
    REJECT,
    RELEASE,
    AID,
    ASK_HOLD,
    PACT,
    NORMALISE,
    BREAK_OFF,
    COMPLAIN,
    SANCTION,
    EASE,
    ARM_PARTNER,
    CONDITION,
    ESCORT,
    RALLY,
    DEPLOY,
    MOBILISE,
    JOIN_DEFENCE,
    STAND_DOWN,
    COLLECT,
    SWEEP,
    REVEAL,
    ARM_GROUP,
    RESTRAIN_GROUP,
    INSPECTORS,
    ENRICH,
    EXPEL_INSPECTORS,
    BREAKOUT,
    NUCLEAR_SIGNAL,
    CAMPAIGN,
    GROUND_WAR,
    RING_OF_FIRE,
    BESIDE_PARTNER,
    STATE_WAR,
    STRAIT,
    RAZE,
) = range(52)

_BY_TAG: tuple[tuple[str, int], ...] = (
    # The first tag found decides. Nuclear use is nobody's choice, and operations without notice are
    # drawn (MODEL D5.12, D5.19).
    ("hold", HOLD),
    ("nuclear-use", NEVER),
    ("unnotified", NEVER),
    ("campaign", CAMPAIGN),
    ("ground-war", GROUND_WAR),
    ("call-proxies", RING_OF_FIRE),
    ("great-power", BESIDE_PARTNER),
    ("inter-state-war", STATE_WAR),
    ("strait", STRAIT),
    ("nuclear-strike", RAZE),
    ("breakout", BREAKOUT),
    ("nuclear-signal", NUCLEAR_SIGNAL),
    ("vow", VOW),
    ("warning", WARNING),
    ("claims-victory", VICTORY),
    ("restraint-appeal", APPEAL),
    ("notice", NOTICE),
    ("closes-matter", CLOSE),
    ("talks-open", TALKS),
    ("mediation", MEDIATE),
    ("terms", TERMS),
    ("reject", REJECT),
    ("protects-civilians", AID),
    ("ask-hold", ASK_HOLD),
    ("pact", PACT),
    ("normalisation", NORMALISE),
    ("arms-flow", ARM_PARTNER),
    ("condition", CONDITION),
    ("escort", ESCORT),
    ("rally", RALLY),
    ("deployment", DEPLOY),
    ("mobilises", MOBILISE),
    ("partner-defence", JOIN_DEFENCE),
    ("stand-down", STAND_DOWN),
    ("collects", COLLECT),
    ("sweep", SWEEP),
    ("reveals", REVEAL),
    ("arms-transfer", ARM_GROUP),
    ("restrain-proxy", RESTRAIN_GROUP),
    ("enrich", ENRICH),
    ("nuclear-fear", EXPEL_INSPECTORS),
)


def is_war(role: int) -> bool:
    """Whether a role is one of war: force above what a reply would be measured by."""
    return role >= CAMPAIGN


def role_of(move: Move) -> int:
    """The role of a move."""
    for tag, role in _BY_TAG:
        if tag in move.tags:
            return role
    if move.targets and move.rung >= FORCE_RUNG and move.goldstein < 0:
        return FORCE
    return _by_effects(move)


def _by_effects(move: Move) -> int:
    """The role of a move that no tag names: what it changes tells what it is for."""
    changed = {(e.variable, e.of): e for e in move.effects}
    role = OTHER
    if ("debt", "actor-target") in changed:
        role = PLAY_DOWN
    elif ("attribution", "target-actor") in changed:
        role = CLAIM if changed["attribution", "target-actor"].amount >= 1 else DENY
    elif ("channel", "actor-target") in changed:
        role = MESSAGE if changed["channel", "actor-target"].amount > 0 else BREAK_OFF
    elif ("captives", "actor") in changed:
        role = RELEASE
    elif "concession" in move.tags:
        role = INSPECTORS
    elif "pressure" in move.tags:
        role = SANCTION if move.lasting is Lasting.STANDING else COMPLAIN
    elif "cool" in move.tags and move.step == "economic":
        role = EASE
    return role
