#!/usr/bin/env python3
"""Every check of tidy.py is shown to fail, and the layers table is shown to be enforced three times: by the include
walk, by the compiler (a forbidden header is not on the include path) and by CMake (a row may not name a room above)."""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import tidy  # noqa: E402


class Checks(unittest.TestCase):
    def breaches(self, path, text, table=None):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "cmake").mkdir()
            (root / "cmake/layers.cmake").write_text(table or (ROOT / "cmake/layers.cmake").read_text())
            file = root / path
            file.parent.mkdir(parents=True)
            file.write_text(text)
            return [breach.check for breach in tidy.check_tree(root)]

    def test_an_include_from_above_is_refused(self):
        self.assertEqual(self.breaches("src/ledger/a.cpp", '#include "orders/orders.h"\n'), ["layer"])
        self.assertEqual(self.breaches("src/orders/a.cpp", '#include "ledger/ledger.h"\n'), [])

    def test_nothing_but_the_server_rests_on_a_closed_room(self):
        table = (ROOT / "cmake/layers.cmake").read_text()
        self.assertIn('"crisis"', table.split("KELISIM_CLOSED_ROOMS")[1])
        opened = re.sub(r'"claims:([^"]*)"', r'"claims:\1 crisis"', table)
        self.assertNotEqual(opened, table)
        self.assertEqual(self.breaches("src/claims/a.cpp", "\n", opened), ["closed-room"])
        self.assertEqual(self.breaches("src/claims/a.cpp", '#include "crisis/crisis.h"\n'), ["layer"])
        self.assertEqual(self.breaches("src/server/a.cpp", '#include "crisis/crisis.h"\n'), [])

    def test_a_rule_that_sees_the_database_is_refused(self):
        self.assertEqual(self.breaches("src/scheduling/rules/a.h", '#include "platform/db/tx.h"\n'), ["pure-rules"])

    def test_clocks_chance_and_sleep_live_in_platform(self):
        self.assertEqual(self.breaches("src/orders/a.cpp", "auto n = std::chrono::system_clock::now();\n"), ["clock"])
        self.assertEqual(self.breaches("src/platform/a.cpp", "auto n = std::chrono::system_clock::now();\n"), [])
        self.assertEqual(self.breaches("src/orders/a.cpp", "auto r = rand();\n"), ["chance"])
        self.assertEqual(self.breaches("src/orders/a.cpp", "std::this_thread::sleep_for(1s);\n"), ["sleep"])

    def test_money_is_no_float(self):
        self.assertEqual(self.breaches("src/orders/a.cpp", "double price = 1;\n"), ["float"])
        self.assertEqual(self.breaches("src/orders/a.cpp", 'auto text = "double"; // a float\n'), [])

    def test_sql_stands_in_the_store_of_its_own_room(self):
        self.assertEqual(self.breaches("src/orders/http/a.cpp", "constexpr db::Sql find{};\n"), ["sql-outside-store"])
        self.assertEqual(self.breaches("src/orders/store/a.cpp", "SELECT 1 FROM ledger_accounts\n"), ["foreign-table"])
        self.assertEqual(self.breaches("src/orders/store/a.cpp", "SELECT 1 FROM orders_orders\n"), [])

    def test_size_is_bounded(self):
        self.assertEqual(self.breaches("src/orders/a.cpp", "\n" * 401), ["long-file"])
        self.assertEqual(self.breaches("src/orders/a.cpp", "x" * 121 + "\n"), ["long-line"])
        body = "void f() {\n" + "  g();\n" * 69 + "}\n"
        self.assertEqual(self.breaches("src/orders/a.cpp", body), ["long-function"])
        self.assertEqual(self.breaches("src/orders/a.cpp", "// FIXME\n"), ["debt-word"])


class Compiler(unittest.TestCase):
    """The include path of a room holds the rooms of its row and no other."""

    def compiles(self, room, header):
        build = pathlib.Path(os.environ["KELISIM_BUILD"])
        commands = json.loads((build / "compile_commands.json").read_text())
        command = next(c for c in commands if f"CMakeFiles/{room}.dir/" in c["command"] and "_test.dir" not in c["command"])
        words = shlex.split(command["command"])
        kept = [w for w in words if w.startswith(("-I", "-std", "-D"))]
        with tempfile.NamedTemporaryFile("w", suffix=".cpp") as source:
            source.write(f'#include "{header}"\n')
            source.flush()
            run = subprocess.run(["clang++-19", *kept, "-fsyntax-only", source.name], capture_output=True, text=True,
                                 cwd=command["directory"])
        return run.returncode == 0, run.stderr

    def test_a_header_of_the_row_is_found(self):
        compiled, errors = self.compiles("ledger", "platform/db/tx.h")
        self.assertTrue(compiled, errors)

    def test_a_header_outside_the_row_is_not_found(self):
        compiled, errors = self.compiles("platform", "ledger/ledger.h")
        self.assertFalse(compiled)
        self.assertIn("file not found", errors)

    def test_a_neighbours_neighbour_is_not_found(self):
        compiled, errors = self.compiles("gateways", "ledger/ledger.h")
        self.assertFalse(compiled)
        self.assertIn("file not found", errors)


class Configuration(unittest.TestCase):
    def test_a_row_may_not_name_a_room_above_it(self):
        with tempfile.TemporaryDirectory() as build:
            run = subprocess.run(["cmake", "-S", str(ROOT / "tests/tidy/forbidden_layer"), "-B", build],
                                 capture_output=True, text=True)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("room 'ground' may not depend on 'roof'", run.stderr)


if __name__ == "__main__":
    unittest.main()
