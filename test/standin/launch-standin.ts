/** Starts the application under the stand-in, and reaches its page through a port that Chromium opens for the test. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { PATIENCE_MS } from './patience.ts'
import type { Started, StartPlan } from './started.ts'

const PORT_FILE = path.join('chromium', 'DevToolsActivePort')
const REGISTER = path.join(import.meta.dirname, 'register.ts')

export async function startStandin(plan: StartPlan): Promise<Started> {
  mkdirSync(plan.userData, { recursive: true })
  // The browser is beside the files of the application, which practice keeps in a folder of its own.
  const practicePort = path.join(plan.userData, 'practice', PORT_FILE)
  const portFiles = [path.join(plan.userData, PORT_FILE), practicePort]
  for (const file of portFiles) rmSync(file, { force: true })
  const { main, exited, said } = startMain(plan)
  const lost = async (reason: string): Promise<never> => {
    main.kill('SIGKILL')
    await exited
    throw new Error(`${reason}\n${said()}`)
  }
  const until = async <Found>(find: () => Promise<Found | null>, what: string): Promise<Found> => {
    const end = performance.now() + PATIENCE_MS
    while (performance.now() < end) {
      const found = await find()
      if (found !== null) return found
      if (main.exitCode !== null) return lost(`main ended with code ${main.exitCode} before there was ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return lost(`no ${what} after ${PATIENCE_MS} ms`)
  }
  let connected = await until(() => connect(portFiles.find(existsSync)), 'a browser')
  return {
    kind: 'standin',
    main_pid: main.pid ?? 0,
    exited,
    findPage: (other) => until(() => findPage(connected, other), 'a page'),
    practicePage: async () => {
      connected = await until(() => connect(practicePort), 'a browser of practice')
      return until(() => findPage(connected, undefined), 'a page of practice')
    },
    startSecond: () => startMain(plan).exited,
    quit: async () => {
      main.kill('SIGTERM')
      await exited
      await connected.close().catch(() => {})
    },
  }
}

function startMain(plan: StartPlan): { main: ChildProcess; exited: Promise<number | null>; said: () => string } {
  const main = spawn(process.execPath, ['--import', REGISTER, plan.mainFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...plan.env,
      STANDIN_USER_DATA: plan.userData,
      STANDIN_PORT: '1',
      STANDIN_HEADED: plan.headed ? '1' : '0',
    },
  })
  let text = ''
  for (const stream of [main.stdout, main.stderr]) stream.on('data', (piece) => (text += String(piece)))
  const exited = new Promise<number | null>((resolve) => main.on('exit', (code) => resolve(code)))
  return { main, exited, said: () => text }
}

async function connect(portFile: string | undefined): Promise<Browser | null> {
  if (portFile === undefined || !existsSync(portFile)) return null
  const port = readFileSync(portFile, 'utf8').split('\n')[0]
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null)
}

async function findPage(browser: Browser, other: Page | undefined): Promise<Page | null> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const page = pages.find((found) => found !== other && found.url().endsWith('-scheme.test/index.html'))
  if (!page) return null
  await page.waitForLoadState('load')
  return page
}
