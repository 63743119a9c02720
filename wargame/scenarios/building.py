"""A checked set of files becomes a frozen ``Scenario``."""

from __future__ import annotations

from wargame.errors import InternalError
from wargame.model.ids import ActorId, FrontId, MoveId, SourceId
from wargame.model.injects import Answer, Inject
from wargame.model.scenario import (
    Band,
    ChronicleAct,
    Front,
    OngoingAct,
    Parameter,
    PastAct,
    Rung,
    Scenario,
    Source,
    StartPoint,
)
from wargame.scenarios.building_actors import actor, in_order, relation
from wargame.scenarios.building_moves import move
from wargame.scenarios.building_parts import actor_or_none, condition, effect, front_or_none
from wargame.scenarios.checks.briefings import markdown
from wargame.scenarios.files.other_files import InjectPart, ParametersFile, SourcesFile
from wargame.scenarios.files.scenario_file import (
    ChroniclePart,
    PastPart,
    ScenarioFile,
    StartPart,
)
from wargame.scenarios.ladder_defaults import BANDS, RUNGS
from wargame.scenarios.review import Files
from wargame.scenarios.start_values import start_values
from wargame.scenarios.targets import ties_of
from wargame.scenarios.text import ScenarioText


def build(files: Files, text: ScenarioText) -> Scenario:
    """The scenario of files in which no fault was found.

    Raises:
        InternalError: A file is missing that the checks should have asked for.
    """
    written, catalogue, cast = files.scenario, files.moves, files.actors
    ties, injects = files.relations, files.injects
    if not (written and catalogue and cast and ties and injects):
        raise InternalError("a scenario was built before its files were checked")
    actors = in_order(cast.actors)
    ids = [part.id for part in actors]
    words = ties_of(ties.relations)
    return Scenario(
        id=written.id,
        title=written.title,
        line=written.line,
        version=written.version,
        turns=written.turns,
        turn_days=float(written.turn_days),
        minutes=written.minutes,
        plan_minutes=written.plan_minutes,
        max_orders=written.max_orders,
        seed=written.seed,
        note=written.note,
        actors=tuple(actor(part, _briefing(text, part.briefing)) for part in actors),
        relations=tuple(map(relation, ties.relations)),
        fronts=tuple(
            Front(FrontId(f.id), f.name, float(f.weight), f.note, f.linked) for f in written.fronts
        ),
        rungs=tuple(Rung(r.number, r.name, r.kahn, r.crosses) for r in written.rungs) or RUNGS,
        bands=_bands(written),
        moves=tuple(move(part, ids, words) for part in catalogue.moves),
        injects=tuple(map(_inject, injects.injects)),
        parameters=_parameters(files.parameters),
        sources=_sources(files.sources),
        starts=tuple(_start(part, ids, written, text) for part in written.starts),
        chronicle=tuple(sorted(map(_chronicle, written.chronicle), key=lambda act: act.day)),
        answers=tuple(
            Answer(part.id, part.question, part.text, tuple(map(SourceId, part.sources)))
            for part in injects.answers
        ),
    )


def _briefing(text: ScenarioText, name: str | None) -> str:
    return markdown(text.files[name], name) if name else ""


def _bands(written: ScenarioFile) -> tuple[Band, ...]:
    own = tuple(
        Band(b.number, b.name, float(b.index_from), b.rung_from, b.rung_to, b.meaning)
        for b in written.bands
    )
    return own or BANDS


def _inject(part: InjectPart) -> Inject:
    return Inject(
        id=part.id,
        title=part.title,
        text=part.text,
        kind=part.kind,
        to=tuple(map(ActorId, part.to)),
        when=condition(part.when) if part.when else None,
        effects=tuple(map(effect, part.effects)),
        first=actor_or_none(part.first),
        second=actor_or_none(part.second),
        front=front_or_none(part.front),
        sources=tuple(map(SourceId, part.sources)),
        invented=part.invented,
        sender=part.sender,
        reliability=part.reliability,
        by_itself=part.by_itself,
    )


def _parameters(file: ParametersFile | None) -> tuple[Parameter, ...]:
    return tuple(
        Parameter(
            key=key,
            value=float(part.value),
            low=float(part.low),
            high=float(part.high),
            basis=part.basis,
            note=part.note,
            sources=tuple(map(SourceId, part.sources)),
        )
        for key, part in (file.parameters if file else {}).items()
    )


def _sources(file: SourcesFile | None) -> tuple[Source, ...]:
    return tuple(
        Source(SourceId(own), part.title, part.kind, part.date, part.note, part.confidence)
        for own, part in (file.sources if file else {}).items()
    )


def _start(
    part: StartPart, actors: list[str], written: ScenarioFile, text: ScenarioText
) -> StartPoint:
    return StartPoint(
        id=part.id,
        title=part.title,
        day=part.day,
        values=start_values(part.values, actors, [front.id for front in written.fronts]),
        public_briefing=_briefing(text, part.public_briefing),
        past=tuple(sorted(map(_past, part.past), key=lambda act: act.day)),
        ongoing=tuple(
            OngoingAct(ActorId(act.actor), MoveId(act.move), actor_or_none(act.target))
            for act in part.ongoing
        ),
    )


def _chronicle(part: ChroniclePart) -> ChronicleAct:
    return ChronicleAct(
        day=part.day,
        actor=ActorId(part.actor),
        move=MoveId(part.move),
        target=actor_or_none(part.target),
        what=part.what,
        sources=tuple(map(SourceId, part.sources)),
    )


def _past(part: PastPart) -> PastAct:
    return PastAct(
        day=part.day,
        actor=ActorId(part.actor),
        target=actor_or_none(part.target),
        what=part.what,
        rung=float(part.rung),
        front=FrontId(part.front),
        sources=tuple(map(SourceId, part.sources)),
        confidence=part.confidence,
    )
