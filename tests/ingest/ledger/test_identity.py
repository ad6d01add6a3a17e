from __future__ import annotations

from ingest.ledger.identity import Observation, Register


def _o(key: str, position: str = "chars:0-9", url: str = "u") -> Observation:
    return Observation("sessions", key, "s", url, position)


def test_an_id_is_minted_once() -> None:
    register = Register()
    first = register.identify([_o("a"), _o("b", "chars:10-19")])
    again = Register.load(first)
    assert again.identify([_o("a"), _o("b", "chars:10-19")]) == []
    assert again.by_key == register.by_key
    assert len(set(register.by_key.values())) == 2


def test_a_corrected_natural_key_keeps_its_id_by_the_place_of_the_first_observation() -> None:
    register = Register.load(Register().identify([_o("session|october")]))
    old = register.by_key[("sessions", "session|october")]
    register.identify([_o("session|november")])
    assert register.by_key[("sessions", "session|november")] == old


def test_two_things_at_one_place_get_two_ids() -> None:
    register = Register()
    register.identify([_o("a"), _o("b")])
    assert register.by_key[("sessions", "a")] != register.by_key[("sessions", "b")]


def test_ids_hold_no_digit() -> None:
    register = Register()
    register.identify([_o(str(i), f"chars:{i}-{i + 1}") for i in range(500)])
    assert all(not any(c.isdigit() for c in i) for i in register.ids)
