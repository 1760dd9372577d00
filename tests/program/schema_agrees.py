"""Holds the JSON Schemas that `timbang schema` prints against the bundled cases, the bad places of tests/data/content and the
reader itself: schema_agrees.py BINARY SOURCE FOLDER. Prints what does not fit; no line means that all is well."""
import copy
import json
import pathlib
import re
import shutil
import subprocess
import sys

import jsonschema
import yaml

binary, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])


class Loader(yaml.CSafeLoader):
    """YAML 1.2 as the editors' extensions read it: only true and false are truth values, dates are text."""


Loader.yaml_implicit_resolvers = {}
for tag, form, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]*$", "-+0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(form), list(first))


def read(text):
    return yaml.load(text, Loader)


def as_json(value):
    """Keys of a mapping are text in JSON."""
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    return [as_json(one) for one in value] if isinstance(value, list) else value


validators = {}
for name in ("case", "indicator", "framework", "lesson", "programme", "policy"):
    schema = json.loads(subprocess.run([binary, "schema", name], capture_output=True, check=True).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    validators[name] = jsonschema.Draft7Validator(schema)


def refused(name, value):
    return next((error.message for error in validators[name].iter_errors(as_json(value))), None)


FOLDERS = {"frameworks": "framework", "lessons": "lesson", "programmes": "programme", "policies": "policy"}


def schema_of(path):
    if path.name == "scenario.yaml":
        return "case"
    return next((FOLDERS[part] for part in path.parts if part in FOLDERS), "indicator")


def check_bundled():
    files = [path for path in sorted(source.glob("scenarios/**/*.yaml")) if "variants" not in path.parts]
    assert len(files) > 40, len(files)
    for path in files:
        message = refused(schema_of(path), read(path.read_text()))
        if message:
            print(f"{path}: {message}")


# Of these findings a schema knows nothing: names, files, sums and texts that YAML cut.
SHAPE = {"unknown-key", "missing-key", "unknown-condition"}
# Keys that are asked for because of what another key, or another file, says.
ASKED_BY_OTHERS = {"about-missing.txt", "pool-district.txt", "lesson-sources.txt"}


def check_bad_places():
    told = 0
    base = source / "tests/data/content/base"
    for path in sorted((source / "tests/data/content/findings").glob("*.txt")):
        text = path.read_text().rstrip("\n")
        file = base / re.search(r"@file (.*)", text)[1]
        codes = re.findall(r"@expect (\S+)", text)
        if file.suffix != ".yaml" or not file.exists() or not SHAPE & set(codes) or path.name in ASKED_BY_OTHERS:
            continue
        part = dict(re.findall(r"@(find|bad|good)\n(.*?)(?=\n@|\Z)", text, re.S))
        for word in ("bad", "good"):
            try:
                message = refused(schema_of(file), read(file.read_text().replace(part["find"], part[word], 1)))
            except yaml.YAMLError as error:
                message = f"no YAML: {error}"
            if (message is not None) != (word == "bad"):
                print(f"{path.name}: @{word}: {message}")
        told += 1
    assert told >= 3, told


def places(value, at=()):
    """Every key of every mapping, by the way to it."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield at, key
            yield from places(one, at + (key,))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from places(one, at + (index,))


def changed(value, at, key, new):
    copied = copy.deepcopy(value)
    inside = copied
    for step in at:
        inside = inside[step]
    renamed = {(new if name == key else name): one for name, one in inside.items() if name != key or new is not None}
    inside.clear()
    inside.update(renamed)
    return copied


def check_keys():
    """Every key of the small case misspelt, and left out: where the schema refuses it the reader has an error, and where a
    key is misspelt both refuse it."""
    base = source / "tests/data/content/base"
    cases = {}
    for file in ("case/scenario.yaml", "case/indicators/A-S1.yaml", "case/indicators/A-O1.yaml", "frameworks/mini.yaml"):
        value = as_json(read((base / file).read_text()))
        for at, key in places(value):
            chosen = at and at[-1] in ("bands", "levels", "ranges", "scales", "checklists")  # names of the author's own
            for new in (None,) if chosen else (key + "x", None):
                place = f"{file}: {'/'.join(map(str, at + (key,)))} {'misspelt' if new else 'left out'}"
                other = changed(value, at, key, new)
                name = f"c{len(cases)}"
                shutil.copytree(base, folder / name)
                (folder / name / file).write_text(json.dumps(other, ensure_ascii=False))
                cases[f"{name}/case"] = (place, new is not None, refused(schema_of(base / file), other))
    assert len(cases) > 200, len(cases)
    ran = subprocess.run([binary, "check", "--json", str(folder)], capture_output=True)
    playable = {pathlib.Path(one["path"]).relative_to(folder).as_posix(): one["playable"]
                for one in json.loads(ran.stdout)["scenarios"]}
    for name, (place, misspelt, message) in cases.items():
        if misspelt and not message:
            print(f"{place}: the schema takes it")
        if (misspelt or message) and playable[name]:
            print(f"{place}: the reader takes it; the schema: {message}")


def check_keys_beside():
    """The same of a reading, a programme and a policy, which are checked file by file."""
    base = source / "tests/data/content/base"
    files = {}
    for file in ("lessons/sums.yaml", "programmes/day.yaml", "policies/short.yaml"):
        value = as_json(read((base / file).read_text()))
        for at, key in places(value):
            if at and at[-1] == "why":
                continue  # names of the author's own
            for new in (key + "x", None):
                other = changed(value, at, key, new)
                inside = folder / f"b{len(files)}"
                shutil.copytree(base, inside)
                (inside / file).write_text(json.dumps(other, ensure_ascii=False))
                place = f"{file}: {'/'.join(map(str, at + (key,)))} {'misspelt' if new else 'left out'}"
                files[str(inside / file)] = (place, new is not None, refused(schema_of(base / file), other))
    assert len(files) > 100, len(files)
    ran = subprocess.run([binary, "check", "--json", *files], capture_output=True)
    broken = {one["file"] for one in json.loads(ran.stdout)["findings"] if one["severity"] == "error"}
    for file, (place, misspelt, message) in files.items():
        if misspelt and not message:
            print(f"{place}: the schema takes it")
        if (misspelt or message) and file not in broken:
            print(f"{place}: the reader takes it; the schema: {message}")


check_bundled()
check_bad_places()
check_keys()
check_keys_beside()
