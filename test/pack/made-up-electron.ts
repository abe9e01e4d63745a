/**
 * A folder that the packer takes for an unpacked Electron: a script with a fuse wire in it, and the files beside.
 * Proves packing only; it cannot run an application.
 */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mark by which the fuse tool finds the wire in a binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1
/** Every fuse the other way round from electron-builder.yml, so that each one found right was set by the packer. */
const FUSES_WRONG = '101100010'

export function makeElectronFolder(folder: string, root: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  const wire = Buffer.concat([
    Buffer.from(`#!/bin/sh\nexit 0\n# ${SENTINEL}`),
    Buffer.from([WIRE_VERSION, FUSES_WRONG.length]),
    Buffer.from(`${FUSES_WRONG}\n`),
  ])
  writeFileSync(join(folder, 'electron'), wire)
  chmodSync(join(folder, 'electron'), 0o755)
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  writeFileSync(join(folder, 'version'), version)
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'locales/en-US.pak', 'locales/de.pak']) {
    writeFileSync(join(folder, file), 'made up')
  }
}
