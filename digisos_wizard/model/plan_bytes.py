r"""What a plan file holds: one JSON object whose first line is a header that proves the rest.

```
{"format":"digisos-plan","schema":4,"content":["2022"],"length":1234,"sha256":"…","plan":
{"about":…},"drafts":[],"revision":17}
```

`length` is of the bytes after the first line break, `sha256` of the header without itself, a break and those bytes;
the whole is valid JSON for every reader. Before schema 3 `sha256` was of the bytes alone: a schema could be misread.
"""

import hashlib
import json
from collections.abc import Mapping

from .plan import SCHEMA_VERSION, Document, Plan
from .screening import screen

FORMAT = "digisos-plan"
SUFFIX = ".digisos"
END = b'"plan":'
"""What the first line ends with."""


_FIRST_TO_PROVE_HEADER = 3
"""Schema: the first whose checksum covers the header too."""


def digest(header: Mapping[str, object], body: bytes) -> str:
    """Return the checksum of a file; `header` is its fields in order, of which `sha256` doesn't count."""
    schema = header["schema"]
    if isinstance(schema, int) and schema < _FIRST_TO_PROVE_HEADER:
        return hashlib.sha256(body).hexdigest()
    fields = {name: value for name, value in header.items() if name != "sha256"}
    return hashlib.sha256(_line(fields).encode() + b"\n" + body).hexdigest()


def _line(header: Mapping[str, object]) -> str:
    return json.dumps(header, ensure_ascii=False, separators=(",", ":"))


def content_ids(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the catalogues that the plan is made with."""
    return tuple(name for name in (plan.costs.catalogue, plan.checklist.catalogue) if name)


def encode(document: Document) -> bytes:
    """Return the bytes of the plan file; raises PersonalNumberError rather than let a personal number out."""
    screen(document)
    drafts = json.dumps([draft.model_dump(mode="json") for draft in document.drafts], ensure_ascii=False)
    body = f'{document.plan.model_dump_json()},"drafts":{drafts},"revision":{document.revision}}}\n'.encode()
    header = {
        "format": FORMAT,
        "schema": SCHEMA_VERSION,
        "content": content_ids(document.plan),
        "length": len(body),
    }
    line = _line({**header, "sha256": digest(header, body)})
    return f"{line[:-1]},".encode() + END + b"\n" + body
