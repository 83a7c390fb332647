#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every text of the console is there in every language.

usage: tst_translations.py LUPDATE
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

TREE = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "fr", "es", "ja", "zh_CN")
PLACE = re.compile(r"%(?:L?[1-9]|n)")
#: How many forms a number can have.
FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2, "ja": 1, "zh_CN": 1}
LUPDATE = None


def messages(path):
    """Yields (context, source, message element) of a file of translations."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message


def texts(message):
    """All forms of a translation."""
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def problems(path, language):
    """One line for each message that is not done."""
    for context, source, message in messages(path):
        where = f"{path.name}: {context}: {source!r}"
        translation = message.find("translation")
        if translation.get("type") == "unfinished":
            yield f"{where} is not translated"
            continue
        forms = texts(message)
        if message.get("numerus") == "yes" and len(forms) != FORMS[language]:
            yield f"{where} needs {FORMS[language]} forms"
        for form in forms:
            if not form.strip():
                yield f"{where} is empty"
            wanted, found = set(PLACE.findall(source)), set(PLACE.findall(form))
            if wanted - found - {"%n"} or found - wanted:
                yield f"{where} has other places for values: {form!r}"


class Translations(unittest.TestCase):
    maxDiff = None

    def updated(self, language, folder):
        """The file of a language as it is once all texts of the sources are in it."""
        name = f"nexus_{language}.ts"
        path = folder / name
        path.write_bytes((TREE / "translations" / name).read_bytes())
        more = ["-pluralonly"] if language == "en" else []
        subprocess.run([LUPDATE, "-silent", "-no-obsolete", "-locations", "none", *more, "-I", TREE, "-I", TREE / "src",
                        TREE / "ui", "-ts", path], check=True, stdout=subprocess.DEVNULL)
        return path

    def test_every_text_is_translated(self):
        for language in LANGUAGES:
            with self.subTest(language), tempfile.TemporaryDirectory() as folder:
                path = self.updated(language, pathlib.Path(folder))
                self.assertEqual([], list(problems(path, language)))

    def test_english_has_its_plurals(self):
        with tempfile.TemporaryDirectory() as folder:
            path = self.updated("en", pathlib.Path(folder))
            self.assertEqual([], list(problems(path, "en")))

    def test_the_sources_have_texts(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertGreater(len(list(messages(self.updated("de", pathlib.Path(folder))))), 200)


if __name__ == "__main__":
    LUPDATE = sys.argv.pop(1)
    unittest.main()
