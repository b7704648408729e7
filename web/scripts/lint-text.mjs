// Text of the interface lives in src/i18n alone. This refuses literal words in markup and in attributes that are read out,
// and texts that one language has and another lacks, or that leave a place unfilled.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = new URL('..', import.meta.url).pathname;
const source = join(root, 'src');
const READ_OUT = new Set(['aria-label', 'aria-description', 'title', 'alt', 'label', 'hint', 'text', 'wrong', 'lead', 'empty']);
const LETTERS = /\p{L}/u;
const findings = [];

function filesUnder(folder, ending) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path, ending) : path.endsWith(ending) ? [path] : [];
  });
}

function lintMarkup(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const report = (node, what) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    findings.push(`${relative(root, path)}:${line + 1}: ${what}: ${node.getText().trim().slice(0, 60)}`);
  };
  const literal = (node) => (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? node.text : null);
  (function visit(node) {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) report(node, 'literal text');
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      const text = literal(node.expression);
      if (text !== null && LETTERS.test(text)) report(node, 'literal text');
    }
    if (ts.isJsxAttribute(node) && READ_OUT.has(node.name.getText()) && node.initializer) {
      const inner = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      const text = inner ? literal(inner) : null;
      if (text !== null && LETTERS.test(text)) report(node, 'literal text in an attribute');
    }
    ts.forEachChild(node, visit);
  })(file);
}

const PLURALS = /_(zero|one|two|few|many|other)$/;
const places = (text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort().join(',');

function flat(value, prefix = '', into = new Map()) {
  for (const [key, inner] of Object.entries(value)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof inner === 'object' && !Array.isArray(inner)) flat(inner, path, into);
    else into.set(path.replace(PLURALS, '#'), Array.isArray(inner) ? `[${inner.length}]` : places(inner));
  }
  return into;
}

function lintTexts() {
  const folder = join(source, 'i18n');
  const tongues = ['ru', 'kk', 'en'];
  for (const name of readdirSync(join(folder, 'ru'))) {
    const texts = tongues.map((tongue) => flat(JSON.parse(readFileSync(join(folder, tongue, name), 'utf8'))));
    const keys = new Set(texts.flatMap((one) => [...one.keys()]));
    for (const key of keys) {
      tongues.forEach((tongue, index) => {
        const mine = texts[index].get(key);
        if (mine === undefined) findings.push(`i18n/${tongue}/${name}: ${key} is missing`);
        else if (mine !== texts[0].get(key)) findings.push(`i18n/${tongue}/${name}: ${key} has other places than the Russian text`);
      });
    }
  }
}

filesUnder(source, '.tsx').forEach(lintMarkup);
lintTexts();
if (findings.length > 0) {
  console.error(findings.join('\n'));
  process.exit(1);
}
console.log('texts: by key only, and the same in ru, kk and en');
