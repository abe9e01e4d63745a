/**
 * Called by electron-builder when every installer is made: writes their SHA-256 into one file and signs it, which is
 * all the signature a deb or an AppImage has. Must never leave sums without a signature: they would prove nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const SUMS = 'SHA256SUMS'

/**
 * "hash  name", a line for each file, as `sha256sum --check` reads it.
 * @param {readonly string[]} paths
 */
export function sumsOf(paths) {
  const lines = paths.map(
    (path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${basename(path)}`,
  )
  return `${lines.toSorted().join('\n')}\n`
}

/**
 * @param {{ readonly outDir: string, readonly artifactPaths: readonly string[] }} made
 * @returns {string[]} what goes to the library besides the installers
 */
export function afterAllArtifactBuild({ outDir, artifactPaths }) {
  const [key, url] = [process.env['DATESTAMP_GPG_KEY'], process.env['DATESTAMP_UPDATE_URL']]
  if (!key) throw new Error('DATESTAMP_GPG_KEY names no key: the sums of a release are signed. See docs/release.md.')
  if (!url) throw new Error('DATESTAMP_UPDATE_URL says nowhere where updates are. See docs/release.md.')
  const sums = join(outDir, SUMS)
  const signature = `${sums}.asc`
  writeFileSync(sums, sumsOf(artifactPaths))
  const line = ['--batch', '--yes', '--local-user', key, '--armor', '--output', signature, '--detach-sign', sums]
  const done = spawnSync('gpg', line, { encoding: 'utf8' })
  if (done.status !== 0) {
    rmSync(sums)
    throw new Error(`gpg did not sign ${SUMS}: ${done.error?.message ?? done.stderr.trim()}`)
  }
  return [sums, signature]
}
