/** Bundle of the preload script: one CommonJS file, since a sandboxed preload can load no other. */
import { defineConfig } from 'vite'
import { nodeTarget } from './tools/bundle.ts'

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'main/electron/preload.ts',
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: nodeTarget,
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { comments: false, format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
})
