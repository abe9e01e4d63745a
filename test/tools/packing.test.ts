/** Packing a release: what is not signed, or has no place for its updates, does not go out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { afterAllArtifactBuild, sumsOf } from '../../tools/packing/sign-files.mjs'
import { testFolder } from '../main/support/folders.ts'

function installers(): { readonly outDir: string; readonly artifactPaths: readonly string[] } {
  const outDir = testFolder()
  const artifactPaths = ['datestamp.deb', 'datestamp.AppImage'].map((name) => join(outDir, name))
  artifactPaths.forEach((path, at) => writeFileSync(path, 'abc'.repeat(at + 1)))
  return { outDir, artifactPaths }
}

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const ABCABC = 'bbb59da3af939f7af5f360f2ceb80a496e3bae1cd87dde426db0ae40677e1c2c'

test('the sums are those that sha256sum checks', () => {
  expect(sumsOf(installers().artifactPaths)).toBe(`${ABC}  datestamp.deb\n${ABCABC}  datestamp.AppImage\n`)
})

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['without a key', { DATESTAMP_UPDATE_URL: 'https://library.example/' }, /DATESTAMP_GPG_KEY/],
  ['without an address', { DATESTAMP_GPG_KEY: 'nobody' }, /DATESTAMP_UPDATE_URL/],
  ['with a key that is nobody’s', { DATESTAMP_GPG_KEY: 'nobody', DATESTAMP_UPDATE_URL: 'https://x.example/' }, /gpg/],
])('%s nothing is called a release', (_name, env, said) => {
  const made = installers()
  vi.stubEnv('DATESTAMP_GPG_KEY', undefined)
  vi.stubEnv('DATESTAMP_UPDATE_URL', undefined)
  vi.stubEnv('GNUPGHOME', testFolder())
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  expect(() => afterAllArtifactBuild(made)).toThrow(said)
  expect(existsSync(join(made.outDir, 'SHA256SUMS'))).toBe(false)
  vi.unstubAllEnvs()
})

test('a release is signed or fails, and asks for its updates at the library’s own address', () => {
  const release = readFileSync('electron-builder.release.yml', 'utf8')
  expect(release).toMatch(/^extends: electron-builder\.yml$/m)
  expect(release).toMatch(/^forceCodeSigning: true$/m)
  expect(release).toMatch(/^afterAllArtifactBuild: tools\/packing\/sign-files\.mjs$/m)
  expect(release).toMatch(/^publish:\n {2}provider: generic\n {2}url: \$\{env\.DATESTAMP_UPDATE_URL\}$/m)
  expect(release).toMatch(/^mac:\n {2}hardenedRuntime: true\n {2}notarize: true$/m)
})
