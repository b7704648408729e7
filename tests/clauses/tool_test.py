#!/usr/bin/env python3
"""bin/clauses over small made-up repositories: what it counts, and what it refuses."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HEADER = "id,system,document,clause,kind,requirement,parameters,acceptance,room,claimed\n"
MARKED = 'TEST(A, b) {\n  CLAUSE("HAR-1");\n  EXPECT_EQ(1, 1);\n}\n'


def row(clause, claimed="now", system="harmonia"):
    return f"{clause},{system},offer,1,data,Requirement of {clause},,,terms,{claimed}\n"


def case(clause, name="line_1", file="x.table", inner=""):
    return (f'<testcase classname="x" name="{name}" file="{file}" status="run"><properties>'
            f'<property name="clause:{clause}" value="1"/></properties>{inner}</testcase>')


class Tool(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        self.write("bin/clauses", (ROOT / "bin/clauses").read_text())
        self.write("tests/clauses/excused.csv", "id,reason,kept_by\n")
        self.ledger(row("HAR-1"))
        self.results(case("HAR-1"))

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def ledger(self, *rows):
        self.write("spec/clauses/harmonia-offer.csv", HEADER + "".join(rows))

    def results(self, *cases, name="clauses_test"):
        self.write(f"build/dev/results/{name}.xml", f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")

    def run_tool(self, *arguments):
        done = subprocess.run([sys.executable, self.root / "bin/clauses", *arguments], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def refused(self, because):
        code, said = self.run_tool()
        self.assertIn(because, said)
        self.assertEqual(code, 1)

    def test_a_passed_row_keeps_its_clause(self):
        code, said = self.run_tool()
        self.assertIn("1 rows claimed now: 1 by table rows, 0 by other tests, 0 excused, 0 open", said)
        self.assertEqual(code, 0)

    def test_a_claimed_row_without_a_test_is_a_gap(self):
        self.ledger(row("HAR-1"), row("HAR-2"))
        self.refused("open    HAR-2")

    def test_a_row_that_is_claimed_later_is_no_gap(self):
        self.ledger(row("HAR-1"), row("HAR-2", "later"))
        self.assertEqual(self.run_tool()[0], 0)

    def test_a_failed_test_keeps_nothing(self):
        self.results(case("HAR-1", inner="<failure/>"))
        self.refused("open    HAR-1")

    def test_a_skipped_test_keeps_nothing(self):
        self.results(case("HAR-1", inner="<skipped/>"))
        self.refused("open    HAR-1")

    def test_an_unknown_clause_is_refused(self):
        self.results(case("HAR-1"), case("HAR-9"))
        self.refused("HAR-9 is cited by a test and is not in the ledger")

    def test_a_mark_counts_only_when_its_test_ran(self):
        self.ledger(row("HAR-1"), row("HAR-2"))
        self.write("src/a_test.cpp", MARKED.replace("HAR-1", "HAR-2"))
        self.refused("marked in src/a_test.cpp, which has not passed")
        self.results(case("HAR-2", name="b", file="a_test.cpp"), name="a_test")
        code, said = self.run_tool()
        self.assertIn("1 by table rows, 1 by other tests", said)
        self.assertEqual(code, 0)

    def test_a_mark_that_asserts_nothing_is_refused(self):
        self.write("src/a_test.cpp", 'TEST(A, b) {\n  CLAUSE("HAR-1");\n}\nTEST(A, c) {\n  EXPECT_EQ(1, 1);\n}\n')
        self.refused("no assertion follows the mark of HAR-1")

    def test_a_mark_outside_a_test_is_refused(self):
        self.write("src/a_test.cpp", 'void f() { CLAUSE("HAR-1"); }\n' + MARKED)
        self.refused("the mark of HAR-1 stands outside a test")

    def test_an_excuse_needs_a_reason_and_a_keeper(self):
        self.ledger(row("HAR-1"), row("HAR-2"))
        self.write("tests/clauses/excused.csv", "id,reason,kept_by\nHAR-2,,\n")
        self.refused("HAR-2 has no reason or nobody who keeps it")
        self.write("tests/clauses/excused.csv", "id,reason,kept_by\nHAR-2,because,the lawyer\n")
        self.assertEqual(self.run_tool()[0], 0)

    def test_an_excuse_for_what_a_test_keeps_is_refused(self):
        self.write("tests/clauses/excused.csv", "id,reason,kept_by\nHAR-1,because,the lawyer\n")
        self.refused("HAR-1 is kept by a test and needs no excuse")

    def test_without_results_nothing_is_kept(self):
        shutil.rmtree(self.root / "build")
        self.refused("run bin/test first")

    def test_results_older_than_their_program_are_refused(self):
        self.write("build/dev/tests/clauses/clauses_test", "a program built since")
        self.refused("older than its program")

    def test_journeys_in_the_browser_count(self):
        self.ledger(row("HAR-1"), row("HAR-3"))
        shown = "journey('x', async ({ clause }) => {\n  clause('HAR-3');\n  await sees();\n});\n"
        self.write("tests/browser/a.test.mjs", shown)
        self.refused("marked in tests/browser/a.test.mjs, which has not passed")
        self.results(case("HAR-3", file="a.test.mjs"), name="browser-a")
        self.assertEqual(self.run_tool()[0], 0)
        self.write("tests/browser/a.test.mjs", shown.replace("  await sees();\n", ""))
        self.refused("no assertion follows the mark of HAR-3")

    def test_a_journey_in_a_loop_is_a_test(self):
        self.ledger(row("HAR-1"), row("HAR-3"))
        self.results(case("HAR-3", file="a.test.mjs"), name="browser-a")
        step = "journey(`x ${one}`, async ({ clause }) => {\n    clause('HAR-3');\n    await sees();\n  });\n"
        self.write("tests/browser/a.test.mjs", "for (const one of ALL) {\n  " + step + "}\n")
        self.assertEqual(self.run_tool()[0], 0)
        self.write("tests/browser/a.test.mjs", "const outside = clause('HAR-3');\n")
        self.refused("stands outside a test")

    def test_one_system_is_asked_alone(self):
        self.ledger(row("HAR-1"), row("SEZ-1", system="sezim"))
        self.assertEqual(self.run_tool("harmonia")[0], 0)
        self.assertEqual(self.run_tool("sezim")[0], 1)
        self.assertIn("no system 'astars'", self.run_tool("astars")[1])


if __name__ == "__main__":
    unittest.main()
