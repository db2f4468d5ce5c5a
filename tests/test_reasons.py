"""Two claims that are taken for two events come with the reasons."""

from __future__ import annotations

import pytest

from checker.comparing import compare
from checker.model import Evidence, Verdict
from checker.wording import apart


@pytest.mark.parametrize(
    ("a", "b", "published", "reasons"),
    [
        (
            ("en", "Floods in Assam killed twelve people on Monday."),
            ("ru", "В пятницу Центральный банк повысил ставку в Каире."),
            ("2025-03-05", "2025-03-08"),
            ("other places (Assam | ", "other times (2025-03-03 | 2025-03-07)"),
        ),
        (
            ("hi", "सोमवार को लाहौर में स्कूल बंद रहे।"),
            ("ar", "افتتح الوزير الجسر في القاهرة."),
            ("2025-03-05", "2025-03-05"),
            ("other places (",),
        ),
        (
            ("ur", "کراچی میں بارش سے سڑکیں بند ہیں۔"),
            ("en", "The orchestra played two encores."),
            ("2021-03-05", "2025-03-05"),
            ("told far apart (2021-03-05 | 2025-03-05)",),
        ),
    ],
)
def test_the_answer_says_what_speaks_against_one_event(
    a: tuple[str, str], b: tuple[str, str], published: tuple[str, str], reasons: tuple[str, ...]
) -> None:
    answer = compare(a[1], b[1], lang=(a[0], b[0]), published=published)
    assert answer.verdict is Verdict.UNRELATED
    for reason in reasons:
        assert reason in answer.message


def test_where_nothing_differs_and_nothing_is_shared_that_is_the_reason() -> None:
    near = Evidence("similarity", "en", "ur", 0.1)
    assert apart([near]).endswith(": nothing that both name.")
    assert apart([near, Evidence("where", "Assam", "آسام", 1.0)]).endswith("as far as can be seen.")
