import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad, noCircles } from './first-load.ts'

const server = process.env.SELOSTE_URL ?? 'http://127.0.0.1:8080'

const shell = { name: 'shell', tags: ['$initial' as const], priority: 1 }
const shared = { name: 'shared', minShareCount: 3 }

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react(), firstLoad(), noCircles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // Older targets would rewrite light-dark(), which needs the colour scheme that the theme sets.
    cssTarget: ['chrome124', 'firefox125', 'safari18'],
    // Inlined fonts and pictures would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The statement editor is one large chunk, fetched only where a statement is written.
    chunkSizeWarningLimit: 700,
    // Left to itself the bundler writes a chunk for each set of screens that share something: 180 requests for one screen, or 12.
    rolldownOptions: { output: { codeSplitting: { groups: [shell, shared] } } },
  },
  server: { proxy: { '/api': server, '/auth': server, '/statement': server } },
})
