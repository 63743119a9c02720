"""Why a computer seat chose a move, in one sentence with the mechanism and the numbers behind it.

The numbers are the seat's own and the public ones, the same that its choice was made from.
"""

from __future__ import annotations

from wargame.engine.law import desired_reply, roles
from wargame.engine.law.desired_reply import forced_chance, freedom, opportunity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.world_view import WorldNumbers


def reason_for(
    w: WorldNumbers, p: Parameters, h: Past, i: int, role: int, is_fire: bool, j: int
) -> str:
    """The reason for a pick of actor ``i`` against ``j`` (-1 for nobody), as a sentence.

    Args:
        w: The world as the seat knows it.
        p: Constants and tables.
        h: The seat's memory, as the choice left it.
        i: Who acts.
        role: Role of the move.
        is_fire: Whether the move is fire that goes on from turn to turn.
        j: Whom it is aimed at.
    """
    if role == roles.FORCE:
        return _force(w, p, h, i, is_fire, j)
    heat = 100 * h.fear[0]
    tense = f"tension holds back {heat:.0f} %"
    owed = f"reply owed {h.owed[j, 0]:.1f}" if j >= 0 else ""
    face, hard = f"standing {w.face[i, 0]:.2f}", f"hardliners {w.hardline[i, 0]:.2f}"
    will = f"willingness {w.willingness[i, 0]:.2f}"
    used = f"leverage in use {h.pressed[0]:.2f}"
    line = f"channel {w.channel[i, j, 0]:.2f}" if j >= 0 else ""
    trust = f"trust {w.trust[i, j, 0]:.2f}" if j >= 0 else ""
    active = f"its strikes of late {100 * h.active[j, 0]:.0f} %" if j >= 0 else ""
    under = f"under fire {100 * h.struck[i, 0]:.0f} %"
    heat_on = f"own strikes of late {w.heat[i, j, 0]:.0f}" if j >= 0 else ""
    blows = f"their strikes of late {w.heat[j, i, 0]:.0f}" if j >= 0 else ""
    words: dict[int, tuple[str, str, tuple[str, ...]]] = {
        roles.HOLD: ("M62", "a reply is owed, and waiting costs less", (tense,)),
        roles.VOW: ("M20", "a blow must not seem to be swallowed", (owed, hard)),
        roles.WARNING: ("M70", "a firm line may deter", (active, tense)),
        roles.VICTORY: ("M11", "the exchange is told as a success", (face,)),
        roles.DENY: ("M17", "silence leaves room to look away", (tense,)),
        roles.CLAIM: ("M20", "the act must be seen as ours", (face, hard)),
        roles.PLAY_DOWN: ("M74", "it can be left without a reply", (owed, tense)),
        roles.MESSAGE: ("M16", "a line that is used misleads less", (line, tense)),
        roles.APPEAL: ("M52", "they may listen", (active, tense)),
        roles.NOTICE: ("M16", "who is told in time reads the strike rightly", (line,)),
        roles.CLOSE: ("M14", "the other side shall be able to stop", (tense,)),
        roles.TALKS: ("M48", "a pause takes away the pretext", (will, tense)),
        roles.MEDIATE: ("M51", "the role itself is worth having", (tense,)),
        roles.TERMS: ("M48", "the terms are better than going on", (will, used)),
        roles.REJECT: ("M50", "an agreement is not wanted now", (will, used)),
        roles.RELEASE: ("M48", "people may come home", (will, used)),
        roles.AID: ("M65", "harm costs good name", (f"legitimacy {w.legitimacy[i, 0]:.2f}", used)),
        roles.ASK_HOLD: ("M49", "the talks may give a reason to wait", (trust, tense)),
        roles.PACT: ("M56", "a promise with conditions restrains", (tense,)),
        roles.NORMALISE: ("M63", "restraint earns partners", (f"goodwill {w.goodwill[0]:.2f}",)),
        roles.BREAK_OFF: ("M20", "relations cannot go on as before", (owed, hard)),
        roles.COMPLAIN: ("M65", "a good name is worth fighting for", (owed,)),
        roles.SANCTION: ("M52", "pressure short of force", (owed, tense)),
        roles.EASE: ("M52", "a reason to hold still", (trust, line)),
        roles.ARM_PARTNER: ("M53", "the partner must be able to stand", (tense,)),
        roles.CONDITION: ("M52", "leverage that is used gives results", (active, tense)),
        roles.ESCORT: ("M68", "trade must pass", (f"diverted {100 * w.diverted[0]:.0f} %",)),
        roles.RALLY: ("M33", "the alliance must not look weak", (under,)),
        roles.DEPLOY: ("M54", "ships deter", (active, tense)),
        roles.MOBILISE: ("M7", "a blow may come", (under, f"alert {w.alert[i, 0]:.2f}")),
        roles.JOIN_DEFENCE: ("M63", "a salvo is to be expected", (_threat(h, j),)),
        roles.STAND_DOWN: ("M48", "a first step down, kept up", (tense, owed)),
        roles.COLLECT: ("M43", "too little is known of them", (_intel(w, i, j),)),
        roles.SWEEP: ("M45", "they may have eyes inside", (f"reckoning {w.reckoning[i, 0]:.2f}",)),
        roles.REVEAL: ("M42", "what is known is harder to do", (_intel(w, i, j),)),
        roles.ARM_GROUP: ("M4", "allied groups carry the risk", (_alignment(w, i, j),)),
        roles.RESTRAIN_GROUP: ("M34", "they might not share our sums", (active, tense)),
        roles.INSPECTORS: ("M72", "less to fear, less to strike", (tense,)),
        roles.ENRICH: ("M72", "the programme is a reserve", (hard,)),
        roles.EXPEL_INSPECTORS: ("M72", "the programme answers for what was done", (hard,)),
        roles.BREAKOUT: ("M72", "nothing else seems to deter", (hard,)),
        roles.NUCLEAR_SIGNAL: ("M3", "the last deterrent is named", (face,)),
        roles.CAMPAIGN: (
            "M31",
            "their patron holds still, so press on",
            (heat_on,),
        ),
        roles.GROUND_WAR: ("M41", "they are weak now, and may not be later", (heat_on,)),
        roles.RING_OF_FIRE: ("M36", "all fronts at once are the last deterrent", (owed, hard)),
        roles.BESIDE_PARTNER: ("M57", "the partner cannot be left alone in this", (owed, blows)),
        roles.STATE_WAR: ("M25", "it is a war already in all but name", (blows, hard)),
        roles.STRAIT: ("M22", "what hurts everybody may stop them", (face, hard)),
        roles.RAZE: ("M72", "the programme must not outlive this exchange", (blows, hard)),
    }
    if role == roles.COMPLAIN and not p.rivals[i, j]:
        words[role] = ("M65", "it must not pass in silence", (active,))
    if role == roles.BREAK_OFF and not p.rivals[i, j]:
        good_name = f"their legitimacy {w.legitimacy[j, 0]:.2f}"
        words[role] = ("M65", "nobody here wants to be seen beside them", (good_name, active))
    mechanism, why, numbers = words.get(role, ("M62", "nothing better offers", (tense,)))
    return _sentence(mechanism, why, numbers)


def _force(w: WorldNumbers, p: Parameters, h: Past, i: int, is_fire: bool, j: int) -> str:
    owed, want = f"reply owed {h.owed[j, 0]:.1f}", f"R{h.want[j, 0]:.1f} wanted"
    code = h.want_code[j, 0]
    if is_fire and w.heat[i, j, 0] + w.heat[j, i, 0] <= 0.5:
        kept = f"R{max(h.routine[j, 0], h.want[j, 0]):.0f} wanted"
        return _sentence("M29", "an ally is at war, so a front is opened", (kept,))
    if is_fire and h.routine[j, 0] >= h.want[j, 0]:
        return _sentence(
            "M30", "daily fire below the lines goes on", (f"R{h.routine[j, 0]:.0f} kept up",)
        )
    if code == desired_reply.FORCED:
        floor = p.doctrine_face_floor + p.doctrine_vow_floor * w.vows[i, 0]
        chance = f"{100 * forced_chance(w, p, 0, i):.0f} % a week"
        numbers = (f"standing {w.face[i, 0]:.2f}", f"floor {floor:.2f}", chance, owed)
        return _sentence("M19", "not to answer would look fatal", numbers)
    if code == desired_reply.PRESS:
        gain = f"pull {opportunity(w, p, 0, i, j, 0.0, freedom(w, p, 0, i)):.1f}"
        reply = f"belief in a reply {w.belief[i, j, 0]:.2f}"
        return _sentence("M21", "they have not answered, so press on", (reply, gain, want))
    if code == desired_reply.SOLIDARITY:
        return _sentence("M29", "enough for solidarity, not for war", (want,))
    return _sentence(
        "M23", "a blow is answered", (owed, want, f"{100 * h.fear[0]:.0f} % restraint")
    )


def _threat(h: Past, j: int) -> str:
    return f"threat {100 * h.threat[j, 0]:.0f} %"


def _intel(w: WorldNumbers, i: int, j: int) -> str:
    return f"intelligence {w.intel[i, j, 0]:.2f}"


def _alignment(w: WorldNumbers, i: int, j: int) -> str:
    return f"alignment {w.alignment[j, i, 0]:.2f}"


def _sentence(mechanism: str, why: str, numbers: tuple[str, ...]) -> str:
    told = ", ".join(number for number in numbers if number)
    return f"{mechanism}: {why}; {told}."
