/**
 * `npm start`: opens the desk in real Electron, or in a Chromium window through the stand-in, or plays the demo shift.
 * Must never open a debugging port: this desk is for a person, with real records.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../test/standin/chromium.ts'
import { electronBinary } from '../test/standin/launch-electron.ts'
import { choose, hasDisplay, userDataFolder, type Choice, type Machine } from './start/choose.ts'

const ROOT = join(import.meta.dirname, '..')
const MAIN = 'dist/main/index.js'
/** Electron is downloaded once, at the first start with a screen; if that fails, not tried at every start. */
const TRIED = join(ROOT, 'node_modules/.datestamp-electron-tried')
const DOWNLOAD_WAIT_MS = 300_000

function machine(): Machine {
  const { platform, env } = process
  return { platform, env, electron: electronBinary(), chromium: findChromium(), isRoot: process.getuid?.() === 0 }
}

/** Electron is not in its npm package: it downloads itself when first asked. */
function fetchElectron(): void {
  if (electronBinary() || existsSync(TRIED) || !hasDisplay(process)) return
  console.error('Fetching Electron, about 110 MB, this once. Without it the desk opens in Chromium.')
  writeFileSync(TRIED, '')
  const install = join(ROOT, 'node_modules/electron/install.js')
  const done = spawnSync(process.execPath, [install], { cwd: ROOT, timeout: DOWNLOAD_WAIT_MS, encoding: 'utf8' })
  if (done.status === 0) return
  const [reason = 'it took too long'] = done.stderr.trim().split('\n')
  console.error(`Electron could not be fetched (${reason}). To try again: npx install-electron --no`)
}

type Start = { readonly program: string; readonly line: readonly string[]; readonly env: NodeJS.ProcessEnv }

function startOf(choice: Choice, here: Machine, given: readonly string[]): Start | null {
  switch (choice.kind) {
    case 'electron':
      // Chromium's sandbox does not start for root; for everyone else it stays on.
      return { program: here.electron ?? '', line: [...(here.isRoot ? ['--no-sandbox'] : []), '.', ...given], env: {} }
    case 'chromium': {
      const userData = process.env['STANDIN_USER_DATA'] ?? userDataFolder(here, homedir(), 'chromium')
      mkdirSync(userData, { recursive: true, mode: 0o700 })
      return {
        program: process.execPath,
        line: ['--import', './test/standin/register.ts', MAIN, ...given],
        env: { STANDIN_HEADED: '1', STANDIN_USER_DATA: userData },
      }
    }
    case 'demo':
      return { program: process.execPath, line: ['tools/run.mjs', 'demo', ...given], env: {} }
    case 'nothing':
      return null
  }
}

fetchElectron()
const here = machine()
const choice = choose(here)
console.error(choice.says)
const start = startOf(choice, here, process.argv.slice(2))
if (!start) {
  process.exitCode = 1
} else {
  const env = { ...process.env, ...start.env }
  const child = spawn(start.program, start.line, { cwd: ROOT, stdio: 'inherit', env })
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  // Ctrl+C reaches the child by itself; this process only waits for its end.
  process.on('SIGINT', () => {})
  child.on('error', (fault) => console.error(`${start.program} could not be started: ${fault.message}`))
  child.on('close', (code) => (process.exitCode = code ?? 1))
}
