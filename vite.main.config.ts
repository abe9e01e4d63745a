/** Bundle of Electron's main process. */
import { defineConfig } from 'vite'
import { external, nodeTarget } from './tools/bundle.ts'

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'main/electron/main.ts',
    outDir: 'dist/main',
    emptyOutDir: true,
    target: nodeTarget,
    sourcemap: true,
    minify: false,
    license: { fileName: 'licenses.txt' },
    rolldownOptions: { external, output: { format: 'es', entryFileNames: 'index.js' } },
  },
})
