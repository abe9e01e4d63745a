/** Bundle of the screens. No inline asset and no module preload: the content security policy allows neither. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guidePlugin } from './tools/guide/plugin.ts'

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), guidePlugin()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    license: { fileName: 'licenses.txt' },
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['renderer/index.html', 'renderer/patron.html'] },
  },
})
