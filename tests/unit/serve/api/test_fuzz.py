"""Whatever is sent, the interface answers as its description says, and never fails: schemathesis makes up requests."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from marsad.serve import Settings, make_app

_SECONDS = 19.0  # of computing
_EXAMPLES = 4
_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def test_no_request_makes_it_fail(store, program, token):
    """Every operation, with values that fit the description and values that do not, of things there are and not."""
    there = {"report_id": "r1", "number": 1, "kind": "actors", "entry_id": "sdf", "place_id": "SY09"}
    there["incident_id"] = program().get("/incidents").json()["items"][0]["incident_id"]
    app = make_app(store, Settings(url="http://testserver", requests_a_minute=100_000))
    schema = openapi.from_asgi("/api/v1/openapi.json", app)
    until = time.process_time() + _SECONDS
    shown = {"Authorization": f"Bearer {token('admin', 'write', 'admin')}"}
    met: dict[str, set[int]] = {}

    def check(operation, mode, headers, **fixed):
        @settings(
            max_examples=_EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode, **fixed))
        def run(case):
            if time.process_time() < until:
                answer = case.call(headers=headers)
                met.setdefault(operation.label, set()).add(answer.status_code)
                case.validate_response(answer, checks=_CHECKS)

        run()

    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in operations:
        check(operation, GenerationMode.POSITIVE, shown)
        check(operation, GenerationMode.NEGATIVE, shown)
        named = {name: value for name, value in there.items() if f"{{{name}}}" in operation.path}
        if named:
            check(operation, GenerationMode.POSITIVE, shown | {"If-Match": "*"}, path_parameters=named)
    assert time.process_time() < until  # so that every operation had its requests
    assert set(met) == {operation.label for operation in operations}
    assert [label for label, seen in met.items() if label.startswith("GET") and not seen & {200, 422}] == []
