/** Starts the application under real Electron, when its binary is installed. Never downloads it. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, type Page } from 'playwright-core'
import type { Started, StartPlan } from './started.ts'

const PACKAGE = path.join(import.meta.dirname, '..', '..', 'node_modules', 'electron')

/** The path of Electron's binary, or null. Read from files: importing the package would download it. */
export function electronBinary(): string | null {
  const pathFile = path.join(PACKAGE, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const file = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(PACKAGE, 'dist'), name)
  return existsSync(file) ? file : null
}

export async function startElectron(plan: StartPlan): Promise<Started> {
  const executablePath = electronBinary() ?? ''
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // The folder of package.json: dist/main/index.js is two folders below it.
  const appFolder = path.resolve(plan.mainFile, '..', '..', '..')
  const args = [...sandbox, `--user-data-dir=${plan.userData}`, appFolder]
  const env = Object.fromEntries(Object.entries(plan.env).filter((entry) => entry[1] !== undefined))
  const application = await _electron.launch({ executablePath, args, env: env as Record<string, string> })
  const main = application.process()
  const exited = new Promise<number | null>((resolve) => main.on('exit', (code) => resolve(code)))
  // What it starts when it ends is started here, so that the test has hold of it.
  await application.evaluate(({ app }) => Object.assign(app, { relaunch: () => {} }))
  let practice: Started | null = null
  const findPage = async (other?: Page): Promise<Page> => {
    const isDesk = (found: Page): boolean => found !== other && !found.url().endsWith('/patron.html')
    const page = application.windows().find(isDesk) ?? (await application.waitForEvent('window', isDesk))
    await page.waitForLoadState('load')
    return page
  }
  return {
    kind: 'electron',
    main_pid: main.pid ?? 0,
    exited,
    findPage,
    practicePage: async () => {
      await exited
      practice = await startElectron({ ...plan, env: { ...plan.env, DATESTAMP_PRACTICE: '1' } })
      return practice.findPage()
    },
    startSecond: () =>
      new Promise((resolve) =>
        spawn(executablePath, args, { env, stdio: 'ignore' }).on('exit', (code) => resolve(code)),
      ),
    quit: async () => {
      await practice?.quit()
      if (main.exitCode === null && main.signalCode === null) await application.close().catch(() => {})
    },
  }
}
