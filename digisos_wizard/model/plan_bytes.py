r"""What a plan file holds: one JSON object whose first line is a header that proves the rest.

```
{"format":"digisos-plan","schema":1,"content":["2022"],"length":1234,"sha256":"…","plan":
{"about":…},"drafts":[]}
```

`length` and `sha256` are of the bytes after the first line break; the whole is valid JSON for every reader.
"""

import hashlib
import json

from .plan import SCHEMA_VERSION, Document, Plan
from .screening import screen

FORMAT = "digisos-plan"
SUFFIX = ".digisos"
END = b'"plan":'
"""What the first line ends with."""


def content_ids(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the catalogues that the plan is made with."""
    return tuple(name for name in (plan.costs.catalogue, plan.checklist.catalogue) if name)


def encode(document: Document) -> bytes:
    """Return the bytes of the plan file; raises PersonalNumberError rather than let a personal number out."""
    screen(document)
    drafts = json.dumps([draft.model_dump(mode="json") for draft in document.drafts], ensure_ascii=False)
    body = f'{document.plan.model_dump_json()},"drafts":{drafts}}}\n'.encode()
    header = {
        "format": FORMAT,
        "schema": SCHEMA_VERSION,
        "content": content_ids(document.plan),
        "length": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    line = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    return f"{line[:-1]},".encode() + END + b"\n" + body
