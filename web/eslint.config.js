import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.gen.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 160, skipBlankLines: true, skipComments: true }],
      // Money and time have one place each (src/ui/money.ts, src/ui/time.ts).
      'no-restricted-properties': [
        'error',
        { property: 'toLocaleString', message: 'Format through ui/money or ui/time.' },
        { property: 'toLocaleDateString', message: 'Format through ui/time.' },
        { property: 'toLocaleTimeString', message: 'Format through ui/time.' },
      ],
      // Sessions are never recorded (HAR-3.4a): no recording interface may even be named.
      'no-restricted-globals': ['error', 'MediaRecorder', 'ImageCapture'],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[property.name='getDisplayMedia']", message: 'A screen is asked for in sessions/screen.ts alone, and nothing is kept of it (HAR-3.4a).' },
        { selector: "MemberExpression[property.name='captureStream']", message: 'No capture of media exists (HAR-3.4a).' },
      ],
    },
  },
  {
    files: ['src/sessions/screen.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: "MemberExpression[property.name='captureStream']", message: 'No capture of media exists (HAR-3.4a).' }],
    },
  },
);
