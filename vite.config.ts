import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import optionen from './remix.config.js';

export default defineConfig({
  plugins: [remix(optionen)],
  build: { assetsInlineLimit: 0, sourcemap: false },
  ssr: { noExternal: [/^@kim\//] },
});
