/**
 * Packs the application offline, looks into the package, and starts what was packed: nothing it needs is missing, and
 * nothing is in it that does not belong there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { external, NATIVE_PACKAGES } from '../../tools/bundle.ts'
import { launch } from '../standin/launch.ts'
import { PATIENCE_MS } from '../standin/patience.ts'
import { makeElectronFolder } from './made-up-electron.ts'

const ROOT = join(import.meta.dirname, '../..')
const WORK = mkdtempSync(join(tmpdir(), 'datestamp-pack-'))
const UNPACKED = join(WORK, 'release', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
const APP = join(WORK, 'app')

/** Runs a script of this project; its output is the message when it fails. */
function run(...line: readonly string[]): void {
  const done = spawnSync(process.execPath, line, { cwd: ROOT, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${line.join(' ')}\n${done.stdout}\n${done.stderr}`)
}

const found = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: APP }).map((path) => path.replaceAll('\\', '/'))

// The made-up Electron is one for Linux; on other systems the packer works on the real one, in the workflow.
describe.skipIf(process.platform !== 'linux')('the package', () => {
  beforeAll(() => {
    run('tools/build.ts')
    makeElectronFolder(join(WORK, 'electron'), ROOT)
    run(
      'node_modules/electron-builder/cli.js',
      '--linux',
      '--dir',
      `-c.electronDist=${join(WORK, 'electron')}`,
      `-c.directories.output=${join(WORK, 'release')}`,
    )
    extractAll(join(UNPACKED, 'resources/app.asar'), APP)
  }, 120_000)
  afterAll(() => rmSync(WORK, { recursive: true, force: true }))

  it.each([
    [FuseV1Options.RunAsNode, FuseState.DISABLE],
    [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
    [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
  ])('has fuse %i at %i', async (fuse, state) => {
    const wire = await getCurrentFuseWire(join(UNPACKED, 'datestamp'))
    expect(wire[fuse]).toBe(state)
  })

  it.each([
    'dist/main/index.js',
    'dist/station/index.js',
    'dist/devices/index.js',
    'dist/preload/index.cjs',
    'dist/preload/patron.cjs',
    'dist/renderer/index.html',
    'dist/renderer/patron.html',
  ])('holds %s, as it was built', (path) => {
    expect(existsSync(join(APP, path))).toBe(true)
    expect(readFileSync(join(APP, path))).toEqual(readFileSync(join(ROOT, path)))
  })

  it('has the rule that lets a person use the devices, beside the program and in the deb', () => {
    const rule = readFileSync(join(ROOT, 'build/70-datestamp.rules'), 'utf8')
    expect(readFileSync(join(UNPACKED, 'resources/build/70-datestamp.rules'), 'utf8')).toBe(rule)
    const lines = rule.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of lines)
      expect(line).toMatch(/^SUBSYSTEM=="(hidraw|tty)", (ATTRS\{idVendor\}|KERNEL)=="[^"]+", TAG\+="uaccess"$/)
    const config = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
    expect(config).toContain('build/70-datestamp.rules=/usr/lib/udev/rules.d/70-datestamp.rules')
    expect(config).toContain('libusb-1.0-0')
  })

  it('holds every migration', () => {
    const here = globSync('migrations/**/*.sql', { cwd: ROOT })
    expect(here.length).toBeGreaterThan(1)
    expect(found('migrations/**/*.sql').toSorted()).toEqual(here.map((path) => path.replaceAll('\\', '/')).toSorted())
  })

  it('holds no source, no test, no map and no document', () => {
    const others = found('**/*.{ts,tsx,map,md,gyp,cc,c,h}').filter((path) => !/\/licen[cs]e[^/]*$/i.test(path))
    expect(others).toEqual([])
    expect(readdirSync(APP).toSorted()).toEqual(['demo', 'dist', 'migrations', 'node_modules', 'package.json'])
  })

  it('holds only packages that the native ones bring with them', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>
    }
    const packages = found('node_modules/{*,@*/*}/package.json').map((path) => path.replace('/package.json', ''))
    expect(packages.length).toBeGreaterThan(NATIVE_PACKAGES.length)
    for (const path of packages) expect([path, lock.packages[path]?.dev]).toEqual([path, undefined])
    for (const name of NATIVE_PACKAGES) expect(packages).toContain(`node_modules/${name}`)
  })

  it('holds the license of every package that is in a bundle or beside it', () => {
    const maps = globSync('dist/**/*.map', { cwd: ROOT }).map((path) => readFileSync(join(ROOT, path), 'utf8'))
    const sources = maps.flatMap((map) => (JSON.parse(map) as { sources: readonly string[] }).sources)
    const bundled = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [])
    const fonts = globSync('node_modules/@fontsource-variable/*', { cwd: ROOT }).map((path) => path.slice(13))
    const notices = found('dist/**/licenses.txt').map((path) => readFileSync(join(APP, path), 'utf8'))
    const named = new Set(notices.flatMap((text) => text.match(/(?<=^## )\S+(?= - )/gm) ?? []))
    expect(bundled).toContain('zod')
    expect([...bundled, ...fonts].filter((name) => !named.has(name))).toEqual([])
    const beside = found('node_modules/{*,@*/*}/package.json').map((path) => path.replace('/package.json', ''))
    expect(beside.filter((path) => found(`${path}/{LICENSE,LICENCE,license}*`).length === 0)).toEqual([])
  })

  it('names the same native packages in package.json as the bundles leave out', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies).toSorted()).toEqual([...NATIVE_PACKAGES].toSorted())
    expect(external).toEqual(expect.arrayContaining([...NATIVE_PACKAGES]))
  })

  it('holds compiled code for this system only, unpacked beside the archive', () => {
    const compiled = globSync('**/*.node', { cwd: join(UNPACKED, 'resources/app.asar.unpacked') })
    expect(compiled.length).toBeGreaterThanOrEqual(3)
    expect(compiled.filter((path) => /win32|darwin|musl|android|ia32/.test(path))).toEqual([])
  })

  it.each(['--remote-debugging-port=9222', '--no-sandbox'])('ends right away when it is started with %s', (given) => {
    const env = { ...process.env, STANDIN_USER_DATA: join(WORK, 'refused'), STANDIN_PACKAGED: '1' }
    const line = ['--import', join(ROOT, 'test/standin/register.ts'), join(APP, 'dist/main/index.js'), given]
    const ended = spawnSync(process.execPath, line, { encoding: 'utf8', env, timeout: PATIENCE_MS })
    const [name = ''] = given.split('=')
    expect([ended.status, ended.stderr]).toEqual([1, expect.stringContaining(`does not start with ${name}:`)])
    expect(readFileSync(join(WORK, 'refused/logs/desk.log'), 'utf8')).toContain(name)
  })

  it('starts, and the desk answers', async () => {
    const desk = await launch({ mainFile: join(APP, 'dist/main/index.js') })
    try {
      expect(await desk.page.title()).toContain('Datestamp')
      // Answered by the packed station, out of a store that the packed SQLite opened and the packed migrations made.
      const fresh = { stage: 'set-up', trouble: '', patrons_count: 0 }
      expect(await desk.call('system.status')).toMatchObject({ kind: 'ok', output: fresh })
    } finally {
      await desk.close()
    }
  })
})
