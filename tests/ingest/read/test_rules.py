"""Every rule speaks where its examples say so, and is silent where its counterexamples do."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator

import pytest

import ingest.read
from ingest.read.rules import LANGUAGES, WORDS, Rule, heard, phrases_of, tell, word_lists
from ingest.text.fold import fold, fold_with_offsets


def _rules_in(value: object) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _rules_in(one)
    elif isinstance(value, dict):
        yield from _rules_in(tuple(value.values()))


def all_rules() -> list[Rule]:
    """Every rule that a module of the reading room holds, each once."""
    found: dict[int, Rule] = {}
    for module in pkgutil.walk_packages(ingest.read.__path__, "ingest.read."):
        for value in vars(importlib.import_module(module.name)).values():
            found |= {id(rule): rule for rule in _rules_in(value)}
    return sorted(found.values(), key=lambda rule: rule.id)


def _folded(text: str) -> str:
    """Folded as readers see it: a space at the end stays."""
    return fold_with_offsets(text).text


RULES = all_rules()


def test_names_are_used_once() -> None:
    assert not [name for name, n in Counter(rule.id for rule in RULES).items() if n > 1]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_keeps_its_word(rule: Rule) -> None:
    assert rule.examples
    assert not [e for e in rule.examples if rule.search(_folded(e)) is None]
    assert not [e for e in rule.counterexamples if rule.search(_folded(e)) is not None]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_stems_hide_no_match(rule: Rule) -> None:
    """The pattern alone speaks in the same examples as the pattern behind its stems, and every given stem is needed."""
    texts = [fold(e) for e in rule.examples]
    assert not [t for t in texts if rule.regex.search(t) and not rule.looked_for.stand_in(t)]
    assert not [s for s in rule.stems if not any(fold(s) in t for t in texts)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_holds_phrases_each_once(language: str) -> None:
    names = re.findall(r"(?m)^([a-z_]+):", (WORDS / f"{language}.yml").read_text("utf-8"))
    assert len(names) == len(set(names)), "a list stands twice: the second would hide the first"
    for name, phrases in word_lists(language).items():
        assert phrases and len(set(phrases)) == len(phrases), name


def test_what_is_heard_is_told_in_order_and_only_inside() -> None:
    tell("a", "words", "line 1")
    with heard() as found:
        tell("b", "words", "line 2", overruled_by="c")
    tell("d", "words", "line 3")
    assert [(s.rule_id, s.overruled_by) for s in found] == [("b", "c")]


def test_a_list_that_no_language_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="no list 'nothing'"):
        phrases_of("nothing")


def test_words_are_whole_and_arabic_ones_may_follow_a_joint() -> None:
    rule = Rule("test.whole", "{postponed} [ ] {cancelled!}", ("وتأجلت إلغاءات",))
    assert rule.search(fold("وتأجلت إلغاءات")) is not None
    assert rule.search(fold("متأجلت إلغاء")) is None
