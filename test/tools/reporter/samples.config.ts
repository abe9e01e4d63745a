/** Runs the samples beside it with the reporter of the real configuration. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { CiReporter } from '../../support/ci-reporter.ts'

export default defineConfig({
  // Not beside the samples, where whoever reads the tree meanwhile would find it come and go.
  cacheDir: join(import.meta.dirname, '../../../node_modules/.vite-samples'),
  test: { root: import.meta.dirname, include: ['samples/*.sample.ts'], reporters: ['default', new CiReporter()] },
})
