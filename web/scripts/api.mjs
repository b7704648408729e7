// Writes src/api/schema.gen.ts from the server's own description: npm run api [address of a running server or a file].
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = process.argv[2] ?? 'http://localhost:8080/openapi.json';
const source = from.startsWith('http') ? new URL(from) : new URL(from, `file://${process.cwd()}/`);
const ast = await openapiTS(source, { alphabetize: true });
const head = '// Written by `npm run api` from the server\'s /openapi.json. Not edited by hand.\n';
writeFileSync(new URL('../src/api/schema.gen.ts', import.meta.url), head + astToString(ast));
