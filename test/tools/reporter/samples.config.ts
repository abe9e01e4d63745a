/** Runs the samples beside it with the reporter of the real configuration. */
import { defineConfig } from 'vitest/config'
import { CiReporter } from '../../support/ci-reporter.ts'

export default defineConfig({
  test: { root: import.meta.dirname, include: ['samples/*.sample.ts'], reporters: ['default', new CiReporter()] },
})
