/** Finds and starts the installed Chromium, driven over a pipe. A port is opened only when a test asks for one. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** STANDIN_CHROMIUM first, then the usual places; null when there is none. */
export function findChromium(): string | null {
  const named = process.env['STANDIN_CHROMIUM']
  if (named) return named
  return PLACES.find((place) => existsSync(place)) ?? null
}

export type ChromiumOptions = { readonly folder: string; readonly headed: boolean; readonly withPort: boolean }

export async function startChromium({ folder, headed, withPort }: ChromiumOptions): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium found: install one, or name it in STANDIN_CHROMIUM')
  return chromium.launchPersistentContext(path.join(folder, 'chromium'), {
    executablePath,
    headless: !headed,
    // Chromium's own sandbox does not start for root; for everyone else it stays.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--enable-automation'],
    viewport: headed ? null : { width: 1280, height: 800 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--autoplay-policy=no-user-gesture-required',
      ...(withPort ? ['--remote-debugging-port=0'] : []),
      ...(headed ? ['--app=data:text/html,<title>Datestamp</title>', '--window-size=1280,800', '--test-type'] : []),
    ],
  })
}
