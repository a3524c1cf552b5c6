"""Trims the facts about the official Amazon packages to the types that the stand-ins have.

usage: python3 trim.py OFFICIAL_SURFACE_JSON

OFFICIAL_SURFACE_JSON maps package -> type -> {kind, base, namespace, interfaces, ctors, properties, methods,
constants}. For each folder under functions/Amazon that is one of its packages, the public types are read from the
sources, and what the facts say of them is written to official/PACKAGE.json beside this script, all members
included, one type a line. A public type that the facts do not know is left to the surface test, which names it.
"""

import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
AMAZON = HERE.parents[3] / "functions" / "Amazon"
KEPT = ("kind", "base", "interfaces", "ctors", "properties", "methods", "constants")
TYPE = re.compile(
    r"^(?P<indent>[ \t]*)public\s+(?:(?:static|sealed|abstract|partial|readonly|unsafe|new)\s+)*"
    r"(?:(?:class|interface|enum|struct|record)\s+(?P<name>\w+)(?P<generic><)?|delegate\s+[\w<>\[\],. ?]+?\s(?P<delegate>\w+)\s*(?:<[^>]*>)?\()",
    re.MULTILINE,
)


def public_types(folder):
    """(namespace, name, is generic) of each public type in the sources; a nested type by its own name alone."""
    for source in sorted(folder.rglob("*.cs")):
        if {"obj", "bin"} & set(source.relative_to(folder).parts):
            continue
        text = source.read_text(encoding="utf-8-sig")
        namespace = re.search(r"^namespace\s+([\w.]+)", text, re.MULTILINE)
        for match in TYPE.finditer(text):
            yield namespace.group(1) if namespace else "", match.group("name") or match.group("delegate"), bool(match.group("generic"))


def simple_name(key, namespace):
    """The type's name without its namespace and type parameters; a nested type by its own name alone."""
    name = key.removeprefix(namespace + ".").split("<")[0]
    return name.rsplit(".", 1)[-1]


def main(path):
    facts = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    for folder in sorted(p for p in AMAZON.iterdir() if p.is_dir() and p.name in facts):
        wanted = set(public_types(folder))
        lines = []
        for key, fact in facts[folder.name].items():
            namespace = fact["namespace"]
            if (namespace, simple_name(key, namespace), key.endswith(">")) not in wanted:
                continue
            kept = {"namespace": namespace, "name": key.removeprefix(namespace + ".")}
            kept |= {word: fact[word] for word in KEPT if fact.get(word)}
            lines.append((kept["namespace"], kept["name"], json.dumps(kept, ensure_ascii=False)))
        text = "[\n" + ",\n".join(line for _, _, line in sorted(lines)) + "\n]\n"
        (HERE / "official" / f"{folder.name}.json").write_text(text, encoding="utf-8")
        print(f"{folder.name}: {len(lines)} types")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
