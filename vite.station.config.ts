/** Bundles of the two processes beside main: the station (store and rules) and the devices host. */
import { defineConfig } from 'vite'
import { external, nodeTarget, oneByteSource } from './tools/bundle.ts'
import { printerFiles } from './tools/printer-files.ts'

export default defineConfig({
  plugins: [printerFiles(), oneByteSource],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist',
    // dist also holds the other bundles; tools/build.ts empties these folders itself.
    emptyOutDir: false,
    target: nodeTarget,
    sourcemap: true,
    minify: false,
    license: { fileName: 'licenses.txt' },
    rolldownOptions: {
      input: {
        station: 'main/station-process.ts',
        devices: 'main/devices/devices-process.ts',
        report: 'main/desk/reports/report-worker.ts',
        evidence: 'main/cash/evidence/pack-worker.ts',
      },
      external,
      output: { comments: false, format: 'es', entryFileNames: '[name]/index.js', chunkFileNames: 'common/[name].js' },
    },
  },
})
