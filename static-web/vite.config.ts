import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { brotli } from './plugins/brotli.ts'
import { elementPlusStyles } from './plugins/element-plus-styles.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  plugins: [vue(), elementPlusStyles(), brotli()],
  resolve: { alias: { '@': path('./src') } },
  build: {
    // 360 Secure Browser's fast mode is Chromium 86 (R14).
    target: 'chrome86',
    cssTarget: 'chrome86',
    // A small picture or font inlined as data: would only grow the style it stands in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { candidate: path('./index.html'), staff: path('./staff/index.html') },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:5080' } },
  test: {
    environment: 'happy-dom',
    // A slow machine fails no test.
    testTimeout: 120_000,
    include: ['src/**/*.test.ts', 'plugins/**/*.test.ts'],
    // Element Plus imports its styles as files, which Node can't.
    server: { deps: { inline: ['element-plus'] } },
  },
})
