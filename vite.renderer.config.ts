/** Bundle of the screens. No inline asset and no module preload: the content security policy allows neither. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    license: { fileName: 'licenses.txt' },
    modulePreload: false,
    assetsInlineLimit: 0,
  },
})
