#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the checks over this tree, and over small trees with one fault each to see that they find it."""

import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import check_docs  # noqa: E402
import check_files  # noqa: E402
import check_layers  # noqa: E402
import layers  # noqa: E402

TREE = pathlib.Path(__file__).resolve().parents[2]
HEAD = "// SPDX-FileCopyrightText: The Nexus contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
CMAKE_HEAD = HEAD.replace("//", "#")


class ThisTree(unittest.TestCase):
    maxDiff = None

    def test_layers(self):
        self.assertEqual([], list(check_layers.check(TREE)))

    def test_files(self):
        self.assertEqual([], list(check_files.check(TREE)))

    def test_documents(self):
        self.assertEqual([], list(check_docs.check(TREE)))

    def test_rooms_were_seen(self):
        rooms = {room for room, _ in check_layers.rooms_on_disk(TREE) if room}
        self.assertLessEqual({"base", "wire", "contract", "upstream", "listener"}, rooms)


class Table(unittest.TestCase):
    def test_no_room_stands_twice(self):
        rooms = [room for group in layers.GROUPS for room in group]
        self.assertEqual(sorted(rooms), sorted(set(rooms)))

    def test_direction(self):
        self.assertTrue(layers.may_include("app", "base"))
        self.assertTrue(layers.may_include("config", "secrets"))
        self.assertTrue(layers.may_include("relay", "relay"))
        self.assertFalse(layers.may_include("base", "wire"))
        self.assertFalse(layers.may_include("secrets", "config"))
        self.assertFalse(layers.may_include("upstream", "relay"))
        self.assertFalse(layers.may_include("pipeline", "endpoints"))


class SmallTree(unittest.TestCase):
    """Each test writes the files of a tree and names the one complaint that must come."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)

    def write(self, path, text):
        target = self.tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((CMAKE_HEAD if path.endswith(".txt") else HEAD) + text, encoding="utf-8")

    def one(self, check, *words):
        found = list(check(self.tree))
        self.assertEqual(1, len(found), found)
        for word in words:
            self.assertIn(word, found[0])

    def none(self, check):
        self.assertEqual([], list(check(self.tree)))

    def test_allowed_edges(self):
        self.write("src/relay/a.cpp", '#include "relay/b.h"\n#include "contract/c.h"\n#include <QByteArray>\n')
        self.write("src/relay/CMakeLists.txt", "nexus_room(relay SOURCES a.cpp ROOMS base wire contract)\n")
        self.none(check_layers.check)

    def test_include_to_the_left(self):
        self.write("src/wire/a.h", '#pragma once\n#include "pipeline/exchange.h"\n')
        self.one(check_layers.check, "src/wire/a.h:4", "wire must not include pipeline")

    def test_include_of_a_sibling(self):
        self.write("src/upstream/a.cpp", '#include "relay/relay.h"\n')
        self.one(check_layers.check, "upstream must not include relay")

    def test_include_from_a_folder_inside_a_room(self):
        self.write("src/translate/openai/a.cpp", '#include "routing/router.h"\n')
        self.one(check_layers.check, "src/translate/openai/a.cpp", "translate must not include routing")

    def test_models_do_not_include_pages(self):
        self.write("ui/models/a.cpp", '#include "ui/overview/page.h"\n')
        self.one(check_layers.check, "ui/models must not include ui/overview")

    def test_include_without_a_room(self):
        self.write("src/base/a.cpp", '#include "error.h"\n')
        self.one(check_layers.check, 'write the include as "room/error.h"')

    def test_unknown_room(self):
        self.write("src/base/a.cpp", '#include "helpers/a.h"\n')
        self.one(check_layers.check, '"helpers" is not in the table')

    def test_folder_that_is_no_room(self):
        self.write("src/helpers/a.cpp", "\n")
        self.one(check_layers.check, "src/helpers", "not in the table")

    def test_widgets_in_src(self):
        for header in ("QtWidgets/QWidget", "QtGui", "QIcon"):
            with self.subTest(header):
                self.write("src/app/main.cpp", f"#include <{header}>\n")
                self.one(check_layers.check, header, "graphical")

    def test_widgets_in_ui(self):
        self.write("ui/overview/page.cpp", "#include <QWidget>\n")
        self.none(check_layers.check)

    def test_widgets_linked_from_src(self):
        self.write("src/service/CMakeLists.txt", "nexus_room(service SOURCES a.cpp LIBRARIES Qt6::Gui)\n")
        self.one(check_layers.check, "does not link Qt6::Gui")

    def test_server_types_outside_the_listener(self):
        self.write("src/endpoints/a.h", "class QHttpServerRequest;\n")
        self.one(check_layers.check, "src/endpoints/a.h:3", "only listener names QHttpServerRequest")

    def test_manager_outside_upstream(self):
        self.write("src/pipeline/a.cpp", '// QNetworkAccessManager\nauto a = "//"; QNetworkAccessManager m;\n')
        self.one(check_layers.check, "src/pipeline/a.cpp:4", "only upstream names QNetworkAccessManager")

    def test_names_in_comments_and_strings(self):
        self.write("src/pipeline/a.cpp", '/* QHttpServer */ auto a = "QNetworkAccessManager"; // QHttpServer\n')
        self.none(check_layers.check)

    def test_cmake_names_a_room_to_the_left(self):
        self.write("src/base/CMakeLists.txt", "nexus_room(base SOURCES a.cpp ROOMS wire)\n")
        self.one(check_layers.check, "ROOMS of base must not name wire")

    def test_cmake_hides_a_room_among_libraries(self):
        self.write("src/base/CMakeLists.txt", "nexus_room(base SOURCES a.cpp LIBRARIES nexus_wire)\n")
        self.one(check_layers.check, "ROOMS of base must not name wire")

    def test_cmake_misses_a_room(self):
        self.write("src/relay/a.cpp", '#include "contract/c.h"\n#include "wire/w.h"\n')
        self.write("src/relay/CMakeLists.txt", "nexus_room(relay SOURCES a.cpp ROOMS wire) # contract\n")
        self.one(check_layers.check, "relay includes contract but does not name it")

    def test_missing_head(self):
        (self.tree / "src").mkdir()
        (self.tree / "src/a.h").write_text("#pragma once\n", encoding="utf-8")
        self.one(check_files.check, "src/a.h:1", "SPDX")

    def test_long_file(self):
        self.write("src/base/a.cpp", "\n" * 399)
        self.one(check_files.check, "401 lines")

    def test_connect_without_context(self):
        self.write("src/base/a.cpp", "connect(m_socket, &QTcpSocket::readyRead, [this] { read(1, 2); });\n")
        self.one(check_files.check, "src/base/a.cpp:3", "no context object")

    def test_connect_over_lines_without_context(self):
        self.write("src/base/a.cpp", "\nQObject::connect(\n    socket(1, 2), // a, b, c\n    &A::b,\n    f);\n")
        self.one(check_files.check, "src/base/a.cpp:4", "no context object")

    def test_single_shot_without_context(self):
        self.write("tests/a.cpp", "QTimer::singleShot(5, [] { });\n")
        self.one(check_files.check, "singleShot has no context object")

    def test_connects_with_context(self):
        self.write("src/base/a.cpp", "connect(a, &A::b, this, [this] { c(); });\nconnect(a, &A::b, c, &C::d);\n"
                                     "QTimer::singleShot(5, this, [] { });\n::connect(fd, &address, size);\n"
                                     "auto text = \"connect(a, &A::b, c)\"; // connect(a, &A::b, c)\n")
        self.none(check_files.check)

    def test_documents_that_name_what_is_not_there(self):
        self.write("src/wire/here.h", "\n")
        for text in ("[a](gone.md)", "`src/wire/gone.h`", "`wire/gone`"):
            with self.subTest(text):
                (self.tree / "README.md").write_text(text + "\n", encoding="utf-8")
                self.one(check_docs.check, "README.md:1", "gone", "not there")

    def test_documents_that_name_what_is_there(self):
        self.write("src/wire/here.h", "\n")
        (self.tree / "README.md").write_text("`wire/here` `wire/here.h` `src/wire` `application/json` "
                                             "[a](src/wire/here.h) [b](https://example.org/gone)\n", encoding="utf-8")
        self.none(check_docs.check)


if __name__ == "__main__":
    unittest.main()
