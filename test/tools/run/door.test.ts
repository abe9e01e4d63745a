/**
 * The launcher itself, run as a program in a small project of its own: what it installs, how it hands on arguments,
 * output, signals and exit codes. npm and apt-get are stand-ins that write down how they were called.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const LOCK = { packages: { 'node_modules/react': { version: '19.0.0', integrity: 'sha512-a' } } }

const TASKS = `export const TASKS = {
  show: { words: 'shows', help: ['--loud  louder'],
    steps: [['tools/first.ts'], ['tools/show.ts', 'fixed']], needs: [] },
  end: { words: 'ends with 7', steps: [['tools/end.ts'], ['tools/show.ts']], needs: [] },
  wait: { words: 'waits for a signal', steps: [['tools/wait.ts']], needs: [] },
  system: { words: 'needs a package', steps: [['tools/show.ts']], needs: ['thing'] },
  vital: { words: 'needs it badly', steps: [['tools/show.ts']], needs: ['thing'], cannotDoWithout: ['thing'] },
}
`
const SCRIPTS: Readonly<Record<string, string>> = {
  'tools/first.ts': 'const first: string = "first"; console.log(first)',
  'tools/show.ts': 'console.log(JSON.stringify({ given: process.argv.slice(2), at: process.cwd() }))',
  'tools/end.ts': 'process.exitCode = 7',
  'tools/wait.ts': `process.on('SIGTERM', () => process.exit(9)); console.log('waiting'); setTimeout(() => {}, 30_000)`,
}

describe.skipIf(process.platform === 'win32')('the launcher', () => {
  let place = ''
  const at = (path: string): string => join(place, path)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  /** A program on the PATH that notes its arguments, then does what `body` says. */
  const program = (name: string, body: string): void => {
    write(`bin/${name}`, `#!/bin/sh\necho "${name} $*" >> "${at('calls.txt')}"\n${body}\n`)
    chmodSync(at(`bin/${name}`), 0o755)
  }
  const calls = (): string => (existsSync(at('calls.txt')) ? readFileSync(at('calls.txt'), 'utf8') : '')
  const env = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${at('bin')}:/usr/bin:/bin`, npm_execpath: '' })
  const door = (...given: readonly string[]): { code: number | null; out: string; err: string } => {
    const done = spawnSync(process.execPath, [at('tools/run.mjs'), ...given], { encoding: 'utf8', env: env() })
    return { code: done.status, out: done.stdout, err: done.stderr }
  }
  /** npm ci, as far as the launcher can see it. */
  const npmInstalls = `mkdir -p "$PWD/node_modules" && cp package-lock.json node_modules/.package-lock.json`

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'datestamp-door-'))
    for (const path of ['tools/run.mjs', 'tools/run/decide.mjs', 'tools/system-packages.mjs']) {
      cpSync(join(ROOT, path), at(path), { recursive: true })
    }
    write('tools/run/tasks.mjs', TASKS)
    write('package.json', '{ "type": "module" }')
    write('package-lock.json', JSON.stringify(LOCK))
    for (const [path, text] of Object.entries(SCRIPTS)) write(path, text)
    program('npm', npmInstalls)
    const packages = readFileSync(at('tools/system-packages.mjs'), 'utf8')
    const thing = `\n  thing: { apt: 'thing', words: 'the thing', isOptional: false, commands: ['thing'], files: [] },`
    write('tools/system-packages.mjs', packages.replace(/(SYSTEM_PACKAGES = \{)/, `$1${thing}`))
  })
  afterEach(() => rmSync(place, { recursive: true, force: true }))

  it('says what a task is when asked, and does nothing', () => {
    const said = door('show', '--help')
    expect([said.code, said.err, calls()]).toEqual([0, '', ''])
    expect(said.out).toBe('npm run show: shows.\n  --loud  louder\n')
  })

  it('installs once, then says nothing', () => {
    const first = door('show')
    expect(first.err).toContain('nothing is installed yet')
    expect(calls()).toBe('npm ci --loglevel=error --no-fund --no-audit\n')
    const second = door('show')
    expect([second.code, second.err]).toEqual([0, ''])
    expect(calls()).toBe('npm ci --loglevel=error --no-fund --no-audit\n')
  })

  it('installs again when the lock has changed', () => {
    door('show')
    write('package-lock.json', JSON.stringify({ packages: { 'node_modules/react': { version: '19.0.1' } } }))
    expect(door('show').err).toContain('package-lock.json has changed')
    expect(calls().match(/npm ci/g)).toHaveLength(2)
  })

  it('takes what somebody installed by hand', () => {
    write('node_modules/.package-lock.json', JSON.stringify(LOCK))
    expect([door('show').err, calls()]).toEqual(['', ''])
  })

  it('says so in words when npm fails, and does not start the task', () => {
    program('npm', 'exit 5')
    const { code, out, err } = door('show')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('npm could not install the packages (exit code 5)')
  })

  it('hands arguments to the last step, and leaves the output stream to the task', () => {
    const { out } = door('show', '--data', 'a b')
    expect(out).toBe(`first\n${JSON.stringify({ given: ['fixed', '--data', 'a b'], at: place })}\n`)
  })

  it('ends with the exit code of the step that failed, without the steps after it', () => {
    const { code, out } = door('end')
    expect([code, out]).toEqual([7, ''])
  })

  it('hands a signal on, and waits for the task to tidy up', async () => {
    door('show')
    const child = spawn(process.execPath, [at('tools/run.mjs'), 'wait'], {
      env: env(),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise((heard) => child.stdout.once('data', heard))
    child.kill('SIGTERM')
    expect(await new Promise((ended) => child.on('exit', ended))).toBe(9)
  })

  it('lists the tasks when asked for one that is none', () => {
    const { code, err } = door('nonsense')
    expect(code).toBe(1)
    expect(err).toMatch(/no task called "nonsense"[\s\S]*show +shows/)
  })

  describe.skipIf(process.platform !== 'linux')('and system packages', () => {
    beforeEach(() => door('show'))

    it('brings what is missing, by apt-get, without a question', () => {
      program('sudo', 'shift; [ "$1" = true ] || exec "$@"')
      program('apt-get', `printf '#!/bin/sh\n' > "${at('bin/thing')}"; chmod +x "${at('bin/thing')}"`)
      const { code, err } = door('system')
      expect([code, err]).toEqual([0, 'Installing system packages: thing.\n'])
      expect(calls()).toMatch(/apt-get install -y .* thing\n/)
      expect(door('system').err).toBe('')
    })

    it('renews the lists of packages only when apt-get did not find it', () => {
      program('sudo', 'shift; [ "$1" = true ] || exec "$@"')
      program(
        'apt-get',
        `[ "$1" = update ] && touch "${at('fresh')}"; [ -e "${at('fresh')}" ] || exit 100
        [ "$1" = update ] || { printf '#!/bin/sh\n' > "${at('bin/thing')}"; chmod +x "${at('bin/thing')}"; }`,
      )
      expect(door('system').code).toBe(0)
      expect(calls().match(/^apt-get (install|update)/gm)).toEqual([
        'apt-get install',
        'apt-get update',
        'apt-get install',
      ])
    })

    it('says what it cannot get, and goes on or stops as the task needs', () => {
      program('sudo', 'exit 1')
      program('apt-get', 'exit 100')
      const goesOn = door('system')
      expect(goesOn.code).toBe(0)
      expect(goesOn.err).toContain('Missing: the thing.')
      expect(goesOn.err).toContain('sudo apt-get install thing')
      const stops = door('vital')
      expect([stops.code, stops.out]).toEqual([1, ''])
      expect(stops.err).toContain('"vital" cannot be done without thing.')
    })
  })
})
