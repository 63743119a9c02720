"""Killing the program at any moment of a facilitated exercise keeps all that it had acknowledged.

Every kind of command is tried: orders, the clock, phases, rulings, injects, messages, proposals,
readings, red lines, questions, and going back.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.scenes import loaded, settings_for
from wargame.play.live_game import open_game
from wargame.play.new_game import new_game
from wargame.play.verify import verify_save

_CHILD = """
import random
import sys
from pathlib import Path

from wargame.errors import RuleError
from wargame.model.channels import Words
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.proposals import Clause, Terms
from wargame.play.dealings.conversations import Conversations
from wargame.play.going_back import GoingBack
from wargame.play.control.injects import Injects
from wargame.play.dealings.line_registry import RedLines
from wargame.play.live_game import open_game
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.dealings.perceptions import Perceptions
from wargame.play.phases import note_clock
from wargame.play.control.questions import Questions
from wargame.play.adjudication.rulings import Rulings

game = open_game(Path(sys.argv[1]))
chance = random.Random(sys.argv[2])
blue, amber, green = (ActorId(name) for name in ("BLU", "AMB", "GRN"))
said, papers, back = Conversations(game), Negotiations(game), GoingBack(game)
injects, lines, asked = Injects(game), RedLines(game), Questions(game)
terms = Terms("Quiet", "ceasefire", (blue, amber), (), None, (Clause("No fire", 7.0),), True)

def next_phase():
    phase = game.world.phase
    if phase is Phase.BRIEF:
        game.start_planning()
    elif phase is Phase.PLAN:
        game.lock_and_adjudicate()
    elif phase is Phase.ADJUDICATE:
        Rulings(game).accept_ready("Ada")
        game.publish()
    elif phase is Phase.OUTCOME and game.world.turn < game.scenario.turns - 1:
        game.begin_next_turn()
    else:
        back.undo()

commands = [
    next_phase,
    next_phase,
    lambda: game.keep_draft(blue, 1, Order(MoveId("C04"), amber)),
    lambda: game.seal(green, (Order(MoveId("D01")),)),
    lambda: game.unseal(green),
    lambda: note_clock(game, chance.uniform(0, 600), 600.0, runs=True),
    lambda: injects.send_now("A tanker is adrift.", (blue,)),
    lambda: injects.switch(on_hold=chance.random() < 0.5),
    lambda: said.send(blue, Words(amber, "We want no war.")),
    lambda: said.send(blue, Words(amber, "A word in private.", via=green)),
    lambda: said.send(amber, Words(None, "We will answer.")),
    said.deliver_due,
    lambda: papers.propose(blue, terms),
    lambda: papers.sign(amber, 1),
    lambda: papers.decline(amber, 1),
    lambda: Perceptions(game).record(blue, chance.randint(1, 6), 7.0),
    lambda: lines.draw(amber, "Fire on the capital", 11.0, "An answer in kind"),
    lambda: asked.ask(blue, "Who fired?"),
    lambda: asked.answer(1, "Nobody knows."),
    back.undo,
    back.redo,
]
print("acknowledged", len(game.records), flush=True)
while True:
    try:
        chance.choice(commands)()
    except RuleError:
        continue
    print("acknowledged", len(game.records), flush=True)
"""


def _killed(path: Path, seed: int, after_s: float) -> list[int]:
    """How long the log was at each word of a child that was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        time.sleep(after_s)
        assert child.poll() is None, child.stderr.read()
        child.send_signal(signal.SIGKILL)
        lines = [first, *child.stdout.readlines()]
    return [int(line.split()[1]) for line in lines if line.endswith("\n")]


def _kill_often(folder: Path, moments: int) -> set[str]:
    """Kills so often; gives the kinds of events that were written."""
    chance = random.Random(2024)  # noqa: S311 - repeatable moments, not secrets
    blank = loaded("blank")
    path = folder / "game.wargame"
    new_game(blank, settings_for(blank.scenario), path).close()
    kinds: set[str] = set()
    for moment in range(moments):
        lengths = _killed(path, moment, chance.uniform(0.0, 0.4))
        game = open_game(path)
        assert len(game.records) >= lengths[-1]
        kinds |= {record.event.kind for record in game.records}
        game.close()
    found = verify_save(path)
    assert found.is_whole, found.words
    return kinds


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_five_kills_in_an_exercise_lose_nothing_acknowledged(tmp_path: Path) -> None:
    assert len(_kill_often(tmp_path, 5)) >= 8


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_a_hundred_kills_in_an_exercise_lose_nothing_acknowledged(tmp_path: Path) -> None:
    assert len(_kill_often(tmp_path, 100)) >= 18
