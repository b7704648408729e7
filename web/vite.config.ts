import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';
import optimizeLocales from '@react-aria/optimize-locales-plugin';

const server = process.env['KELISIM_SERVER'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['ru-RU', 'en-US'] }), enforce: 'pre' }],
  build: {
    target: 'es2022',
    // Everything is a file of its own origin: the content security policy allows no data: script or style.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/sandbox/', '/gateways'].map((path) => [path, { target: server, ws: true }]),
    ),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
