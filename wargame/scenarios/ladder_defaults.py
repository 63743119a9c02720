"""The theatre ladder and the bands of the index, for scenarios that do not bring their own."""

from __future__ import annotations

from wargame.model.scenario import Band, Rung

RUNGS: tuple[Rung, ...] = (
    Rung(0, "Quiet, talks, desisting", "0-2", ""),
    Rung(1, "Criticism, complaint", "2", ""),
    Rung(2, "Specific warning, formal declaration", "3", ""),
    Rung(3, "Vow of revenge, sanctions, break in relations", "3, 7, 10", ""),
    Rung(4, "Show of force, arms flow, deployments", "5", ""),
    Rung(5, "Alert, mobilisation, evacuation", "6, 11", ""),
    Rung(6, "Deniable sabotage, cyber, seizure", "7, 8", ""),
    Rung(7, "Proxy harassment, attacks on shipping", "8", ""),
    Rung(8, "Sustained cross-border fire", "8", ""),
    Rung(9, "Open strike in a third place, mid-rank killing", "9", "Shadow and deniability"),
    Rung(10, "Killing of senior officers, strike on diplomatic premises", "9", ""),
    Rung(11, "Unclaimed killing in the rival's capital", "9", "Home soil"),
    Rung(12, "Single limited strike on home soil", "9-12", ""),
    Rung(13, "Large direct barrage at military sites", "12", ""),
    Rung(14, "Barrage with many deaths or on the economy", "12-13", ""),
    Rung(15, "Ground war on a second front", "12-13", "All-out line"),
    Rung(16, "Strike on nuclear facilities, fire on all fronts", "13, 19", ""),
    Rung(17, "Sustained war between states, strait closed", "14, 20", ""),
    Rung(18, "Full regional war", "14", ""),
    Rung(19, "Nuclear breakout, test, ultimatum", "15-16", "Nuclear"),
    Rung(20, "Nuclear use", "21+", ""),
)
"""The 21 rungs of MODEL D3; a threshold lies just below the rung that names it."""

BANDS: tuple[Band, ...] = (
    Band(1, "Steady", 0, 0, 2, "Deniable contest at most; no threshold is near."),
    Band(2, "Posture", 20, 3, 5, "Threats and deployments, some proxy fire; deterrence holds."),
    Band(3, "Shadow war", 35, 6, 9, "Blow for blow through proxies and in the shadows."),
    Band(4, "Direct strikes", 60, 10, 14, "A threshold was crossed; neither side can stand down."),
    Band(5, "Open war", 80, 15, 20, "Repeated direct exchange; all-out war is close or here."),
)
"""The five bands of MODEL D4."""
