/** Bundle of the preload script of the window that faces the patron, beside that of the desk. */
import { defineConfig } from 'vite'
import { nodeTarget } from './tools/bundle.ts'

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'main/electron/patron-preload.ts',
    outDir: 'dist/preload',
    // The desk's own was built just before; tools/build.ts keeps the order.
    emptyOutDir: false,
    target: nodeTarget,
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { comments: false, format: 'cjs', entryFileNames: 'patron.cjs', codeSplitting: false },
    },
  },
})
