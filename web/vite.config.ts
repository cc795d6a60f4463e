import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './first-load.ts'

const server = process.env.SELOSTE_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react(), firstLoad()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // Older targets would rewrite light-dark(), which needs the colour scheme that the theme sets.
    cssTarget: ['chrome124', 'firefox125', 'safari18'],
    // Inlined fonts and pictures would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The statement editor is one large chunk, fetched only where a statement is written.
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': server, '/auth': server, '/statement': server } },
})
