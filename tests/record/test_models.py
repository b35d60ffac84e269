"""Each table has the fields of its noun, no more and no less, and refuses what the noun refuses."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from headway.domain.nouns import NOUNS
from headway.domain.shape import shapes
from headway.record import rules, tables
from headway.record.models.fields import Fact, PlainJSON
from tests.strategies import world

WRITTEN = {"known_on", "log_position"}
KINDS = {
    "text": (models.TextField, models.CharField),
    "integer": (models.BigIntegerField,),
    "number": (models.FloatField,),
    "boolean": (models.BooleanField,),
    "date": (models.CharField,),
    "choice": (models.CharField,),
    "wording": (PlainJSON,),
}


def test_every_noun_has_its_table():
    assert {model.__name__ for model in Fact.__subclasses__()} == set(NOUNS)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_table_has_the_fields_of_its_noun(noun):
    fields = {field.name: field for field in tables.model_of(noun)._meta.concrete_fields}
    assert set(fields) == {shape.name for shape in shapes(NOUNS[noun])} | WRITTEN
    for shape in shapes(NOUNS[noun]):
        found = fields[shape.name]
        assert found.null == shape.optional, shape.name
        if shape.many:
            assert isinstance(found, PlainJSON)
        elif shape.refers_to not in (None, "*"):
            assert isinstance(found, models.ForeignKey)
            assert found.related_model.__name__ == shape.refers_to
            assert found.db_constraint
        else:
            assert isinstance(found, KINDS[shape.kind]), shape.name


@pytest.mark.parametrize("noun", NOUNS)
def test_choices_are_constraints(noun):
    names = {constraint.name for constraint in tables.model_of(noun)._meta.constraints}
    for shape in shapes(NOUNS[noun]):
        if shape.choices:
            assert f"{noun.lower()}_{shape.name}" in names


def test_nothing_awaits_a_migration():
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None, ignore_no_migrations=True)
    from django.apps import apps

    found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    assert not found.changes(loader.graph, trim_to_apps={"record"})


def constraints():
    """Every named constraint but those of choices, which all are of one kind."""
    for noun in NOUNS:
        for name, _ in rules._rules(noun):
            yield noun, name


# a change to a sound row that breaks the constraint of that name
NONSENSE = {
    "dialogue_rounds_stated_from_0": {"rounds_stated": -1},
    "mandate_ends_after_it_began": {"since": "2003", "until": "2002-12-31"},
    "round_number_from_1": {"number": 0},
    "round_hours_from_0": {"hours": -0.5},
    "agendaitem_order_from_0": {"order": -1},
    "attendance_size_from_0": {"size_stated": -1},
    "staffing_staff_from_0": {"staff": -1.0, "why_unknown": None},
    "staffing_known_or_why_not": {"staff": 4.0, "why_unknown": "not_looked"},
    "effort_days_from_0": {"person_days": -0.5, "days_unknown": None},
    "effort_cost_from_0": {"cost": -1.0, "cost_unknown": None, "currency": "XXX"},
    "effort_cost_has_a_currency": {"cost": 1.0, "cost_unknown": None, "currency": ""},
    "effort_days_known_or_why_not": {"person_days": 2.0, "days_unknown": "withheld"},
    "effort_cost_known_or_why_not": {"cost": 1.0, "currency": "XXX", "cost_unknown": "withheld"},
    "rendering_held_is_available": {"text": "0" * 64, "available": "no"},
    "rendering_review_has_a_result": {"reviewed": "not_reviewed", "reviewed_on": "2002"},
    "remark_words_are_quotable": {"words": "so it is", "quotable": False},
    "asking_asked_from_0": {"asked": -1, "answered": None},
    "asking_answered_from_0": {"answered": -1},
    "asking_answered_were_asked": {"asked": 3, "answered": 4},
    "question_action_category_1_to_5": {"action_category": 6},
    "action_done_when_closed": {"done_on": "2002", "closed_as": "open"},
    "visit_held_when_dated": {"held_on": "2002", "held": "no"},
    "purpose_ends_after_it_began": {"since": "2003", "until": "2002"},
    "decision_is_dated_or_due": {"decided_on": None, "due_on": None},
    "recommendation_action_category_1_to_5": {"action_category": 0},
    "benchmark_retires_after_it_was_fixed": {"fixed_on": "2003", "retired_on": "2002"},
    "observation_low_is_not_above_high": {"low": 2.0, "high": 1.0},
    "correction_says_what_changed": {"corrects": "edition-0", "correction": ""},
    "answer_given_has_words": {"given_on": "2002", "words": None},
    "judgement_is_signed": {"signed_by": ""},
    "release_was_decided_by_someone": {"decided_by": ""},
    "withholding_was_decided_by_someone": {"decided_by": ""},
}


def _nonsense(noun, name, value):
    if name in NONSENSE:
        return NONSENSE[name]
    if name == f"{noun.lower()}_label":
        return {"label": "everyone"}
    if name == "question_asks_the_other":
        return {"asked_of": value.asked_by}
    if name == "point_made_earlier_was_made_before":
        return {"earlier_point": value.id, "earlier_round": None, "made_before": "no"}
    if name == "point_of_earlier_round_was_made_before":
        return {"earlier_point": None, "earlier_round": value.round, "made_before": "no"}
    if name == "link_joins_two":
        return {"target": value.origin}
    if name == "submission_taken_up_or_dropped":
        return {"taken_up_in": "round-0", "dropped_because": "late"}
    return {name.removeprefix(f"{noun.lower()}_"): "nonsense"}


def test_the_database_and_the_rules_refuse_the_same_nonsense(record):
    """Each constraint alone: the plain reading of it agrees with the database."""
    from dataclasses import replace

    drawn = world(5)
    rows = [tables.Row(value, "2001", 1) for value in drawn.current]
    with transaction.atomic():
        tables.write(rows)
    by_noun = {type(row.value).__name__: row.value for row in rows}
    for noun, name in constraints():
        value = by_noun[noun]
        assert rules.broken(value) == ()
        broken = replace(value, **_nonsense(noun, name, value))
        assert name in rules.broken(broken), name
        with pytest.raises(DatabaseError, match=name), transaction.atomic():
            tables.write([tables.Row(broken, "2001", 1)])


def test_references_are_kept_by_the_database(record):
    value = next(v for v in world(5).current if type(v).__name__ == "Round")
    with pytest.raises(DatabaseError), transaction.atomic():
        tables.write([tables.Row(value, "2001", 1)])
        connection.check_constraints()
