/** Bundle of Electron's main process. */
import { defineConfig } from 'vite'
import { external, nodeTarget, oneByteSource } from './tools/bundle.ts'

export default defineConfig({
  plugins: [oneByteSource],
  ssr: { noExternal: true },
  build: {
    ssr: 'main/electron/main.ts',
    outDir: 'dist/main',
    emptyOutDir: true,
    target: nodeTarget,
    sourcemap: true,
    minify: false,
    license: { fileName: 'licenses.txt' },
    rolldownOptions: { external, output: { comments: false, format: 'es', entryFileNames: 'index.js' } },
  },
})
