"""Proposals: made, signed, accepted by the law, declined, and broken by an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scenes import HZB, IRN, ISR, QAT, USA, loaded, order, settings_for
from wargame.engine.turn_review import review_of
from wargame.errors import RuleError
from wargame.model.channel_view import ProposalView
from wargame.model.channels import Words
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.ids import ActorId, Controller, FrontId
from wargame.model.proposals import Clause, ProposalKind, ProposalState, Terms
from wargame.model.seats import Seat
from wargame.play.dealings.conversations import Conversations
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.going_back import GoingBack
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.verify import verify_save

LEBANON = FrontId("lebanon")
FIRE = Clause("Neither side fires across the border.", rung=7.0, front=LEBANON)
CEASEFIRE = Terms(
    "Quiet in the north", ProposalKind.CEASEFIRE, (ISR, HZB), (USA,), LEBANON, (FIRE,), public=False
)
PACT = Terms(
    "A written guarantee",
    ProposalKind.PACT,
    (ISR, USA),
    (),
    None,
    (Clause("Each comes to the other's help."),),
    public=True,
)


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    scenario = loaded("after-tehran")
    live = new_game(scenario, settings_for(scenario.scenario), tmp_path / "game.wargame")
    live.start_planning()
    yield live
    live.close()


@pytest.fixture
def table(game: LiveGame) -> Negotiations:
    return Negotiations(game)


def proposals(game: LiveGame, seat: ActorId) -> tuple[ProposalView, ...]:
    return game.view(seat).channels.proposals


def number(game: LiveGame, variable: str, first: str, second: str = "") -> float:
    return game.scenario.layout.read(game.world.values, variable, first, second)


def signed(game: LiveGame, table: Negotiations) -> None:
    table.propose(USA, CEASEFIRE)
    table.sign(ISR, 1)
    table.sign(HZB, 1)


def test_that_only_parties_sponsors_and_the_proposer_know_of_a_proposal(
    game: LiveGame, table: Negotiations
) -> None:
    table.propose(USA, CEASEFIRE)
    for seat in (USA, ISR, HZB):
        assert proposals(game, seat)[0].title == "Quiet in the north"
    for seat in (IRN, QAT):
        assert proposals(game, seat) == ()
    table.propose(ISR, PACT)
    assert [p.number for p in proposals(game, IRN)] == [1]


def test_that_all_signatures_make_a_ceasefire_a_truce_of_the_law(
    game: LiveGame, table: Negotiations
) -> None:
    trust = number(game, "trust", "ISR", "HZB")
    table.propose(USA, CEASEFIRE)
    table.sign(ISR, 1)
    assert proposals(game, HZB)[0].words == "Waits for Hezbollah."
    assert number(game, "truce", "lebanon") == 0
    table.sign(HZB, 1)
    assert proposals(game, HZB)[0].state is ProposalState.ACCEPTED
    assert number(game, "truce", "lebanon") == 1
    assert number(game, "talks", "lebanon") >= 0.6
    assert number(game, "trust", "ISR", "HZB") > trust
    settled = [h for _, h in game.world.happenings() if isinstance(h, SystemSettled)]
    assert settled[-1].step == "proposal"
    assert {entry.cause for entry in settled[-1].ledger} == {"proposal"}
    assert set(settled[-1].seen_by) == {USA, ISR, HZB}


def test_that_a_pact_binds_both_and_an_exchange_frees_captives(
    game: LiveGame, table: Negotiations
) -> None:
    table.propose(ISR, PACT)
    table.sign(USA, 1)
    assert number(game, "pact", "USA", "ISR") == 1
    ham = ActorId("HAM")
    held = number(game, "captives", "HAM")
    exchange = replace(
        PACT,
        title="Captives for prisoners",
        kind=ProposalKind.EXCHANGE,
        parties=(ISR, ham),
        sponsors=(QAT,),
        public=False,
    )
    table.propose(QAT, exchange)
    mine = proposals(game, ham)[-1].number
    table.sign(ham, mine)
    table.sign(ISR, proposals(game, ISR)[-1].number)
    assert 0 < number(game, "captives", "HAM") < held


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(CEASEFIRE, title=" "), "proposal.title"),
        (replace(CEASEFIRE, clauses=()), "proposal.clauses"),
        (replace(CEASEFIRE, parties=(ISR,)), "proposal.parties"),
        (replace(CEASEFIRE, parties=(ISR, HZB, ISR)), "proposal.parties"),
        (replace(CEASEFIRE, parties=(ISR, HZB), sponsors=(QAT,)), "proposal.parties"),
        (replace(CEASEFIRE, front=None), "proposal.front"),
        (replace(CEASEFIRE, clauses=(replace(FIRE, rung=21.0),)), "proposal.rung"),
    ],
)
def test_that_incomplete_terms_are_refused_in_a_sentence(
    table: Negotiations, terms: Terms, code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        table.propose(USA, terms)
    assert refused.value.code == code


def test_that_a_proposal_needs_a_way_to_the_parties(table: Negotiations) -> None:
    alone = replace(PACT, parties=(ISR, IRN), public=False)
    with pytest.raises(RuleError, match="Name a mediator as sponsor"):
        table.propose(IRN, alone)
    table.propose(IRN, replace(alone, sponsors=(QAT,)))


def test_that_a_declined_or_withdrawn_proposal_is_closed(
    game: LiveGame, table: Negotiations
) -> None:
    table.propose(USA, CEASEFIRE)
    table.decline(HZB, 1)
    assert proposals(game, ISR)[0].words == "Hezbollah declined in turn 1."
    with pytest.raises(RuleError, match="no longer open"):
        table.sign(ISR, 1)
    table.propose(USA, CEASEFIRE)
    table.decline(USA, 2)
    assert proposals(game, ISR)[1].state is ProposalState.WITHDRAWN
    with pytest.raises(RuleError, match="knows no proposal 3"):
        table.sign(ISR, 3)
    with pytest.raises(RuleError, match="knows no proposal 1"):
        table.decline(IRN, 1)


def test_that_computer_seats_answer_by_their_own_willingness(
    game: LiveGame, table: Negotiations
) -> None:
    for seat in (ISR, HZB):
        game.change_seat(Seat(seat, Controller.DOCTRINE))
    table.propose(USA, CEASEFIRE)
    proposal = game.world.proposals[0]
    for seat in (ISR, HZB):
        willing = number(game, "willingness", seat) >= 0.5
        assert (seat in proposal.signed) == willing or proposal.closed_by is not None
    assert proposal.state in {ProposalState.ACCEPTED, ProposalState.DECLINED}


def test_that_a_forbidden_act_breaks_a_proposal_and_costs_its_author(
    game: LiveGame, table: Negotiations
) -> None:
    signed(game, table)
    trust = number(game, "trust", "HZB", "ISR")
    game.seal(HZB, ())
    strike = order("M08", "HZB")
    game.seal(ISR, (strike,))
    game.lock_and_adjudicate()
    acts = [h for _, h in game.world.happenings() if isinstance(h, ActResolved)]
    assert any(act.actor == ISR and act.order.target == HZB for act in acts)
    face = number(game, "face", "ISR")
    game.publish()
    (seen,) = proposals(game, HZB)
    assert seen.state is ProposalState.BROKEN
    assert seen.words == "Israel broke clause 1 in turn 1."
    assert number(game, "face", "ISR") < face
    assert number(game, "trust", "HZB", "ISR") < trust
    assert any("broke clause 1" in event.words for event in game.view(USA).known)
    assert not any("broke clause 1" in event.words for event in game.view(IRN).known)


def test_that_nobody_but_control_learns_of_a_breach_that_has_no_author(
    game: LiveGame, table: Negotiations
) -> None:
    signed(game, table)
    world = game.world
    act = ActResolved(
        number=1, turn=1, day=1.0, actor=HZB, order=order("M08", "ISR"), front=LEBANON, rung=9.0,
        severity=5.0, success=True, choreographed=False, warning_hours=0.0, weapons=(), killed=0,
        displaced=0, attribution=0.2, sightings=(), draws=(), ledger=(),
    )  # fmt: skip
    turns = (*world.turns[:-1], (*world.turns[-1], (99, act)))
    found = review_of(game.scenario, replace(world, turns=turns))
    told = [event for event in found if isinstance(event, SystemSettled)]
    assert [(t.seen_by, t.public, t.ledger) for t in told] == [((), False, ())]


def test_that_proposals_are_the_same_after_reopening(game: LiveGame, table: Negotiations) -> None:
    signed(game, table)
    table.propose(ISR, PACT)
    world, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == world
    again.close()


def test_that_a_save_with_dealings_is_whole_and_can_be_gone_back_in(
    game: LiveGame, table: Negotiations
) -> None:
    Conversations(game).send(USA, Words(IRN, "Wait.", via=QAT))
    signed(game, table)
    going = GoingBack(game)
    assert going.last_step() == "the signature of HZB under proposal 1"
    going.undo()
    assert number(game, "truce", "lebanon") == 0
    assert proposals(game, HZB)[0].state is ProposalState.OPEN
    going.redo()
    assert number(game, "truce", "lebanon") == 1
    game.seal(ISR, (order("M08", "HZB"),))
    game.lock_and_adjudicate()
    game.publish()
    path, state = game.path, game.world.state_hash()
    game.close()
    found = verify_save(path)
    assert found.is_whole, found.words
    assert found.state == state
    open_game(path).close()
