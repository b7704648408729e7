// The journeys are not compiled: a name that nothing defines would be found by running them alone.
const NODE = ['process', 'console', 'Buffer', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch', 'URL', 'URLSearchParams', 'performance', 'crypto'];
const BROWSER = ['window', 'document', 'location', 'navigator', 'localStorage', 'getComputedStyle', 'Event', 'DOMException', 'WebSocket', 'RTCPeerConnection'];

export default [
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries([...NODE, ...BROWSER].map((name) => [name, 'readonly'])) },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
];
