/**
 * The desk's window: sandboxed, locked down, reloaded when its page crashes or hangs. Holds no state: a page that
 * starts over asks the station for a snapshot.
 */
import { app, BrowserWindow, dialog } from 'electron'
import type { Push } from '../../shared/ipc/envelope.ts'
import { mayReload, type Ends } from './backoff.ts'
import { APP_PAGE } from './scheme.ts'

/** A page that stays unresponsive for this long after Chromium noticed is killed and reloaded. */
const UNRESPONSIVE_WAIT_MS = 10_000

export const CHANNEL = 'desk'

export type WindowPorts = {
  readonly preload: string
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

export function openWindow(ports: WindowPorts): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Datestamp',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: ports.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  desk = window
  window.once('ready-to-show', () => window.show())
  drawAgainAfterCrash(window, ports)
  endWhenUnresponsive(window, ports)
  void window.loadURL(APP_PAGE).catch((fault: unknown) => ports.log(`the page did not load: ${String(fault)}`))
  return window
}

/** The desk's own window, once it is open. The window that faces the patron is no place for a push or the focus. */
let desk: BrowserWindow | null = null

/** Sent to the desk's page; one that is still loading asks for a snapshot once it is there. */
export function pushToDesk(push: Push): void {
  if (desk && !desk.isDestroyed()) desk.webContents.send(CHANNEL, push)
}

/** A second start of the program brings the desk's window to the front. */
export function focusWindow(): void {
  const window = desk
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function drawAgainAfterCrash(window: BrowserWindow, ports: WindowPorts): void {
  let ends: Ends = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const next = mayReload(ends, ports.monotonic_ms())
    ends = next.ends
    ports.log(`the page ended: ${details.reason}, ${next.ends.length} in the last minute`)
    if (next.may) window.webContents.reload()
    else void askToDrawAgain(window)
  })
}

async function askToDrawAgain(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The screen of Datestamp stopped several times.',
    detail: 'Everything recorded is safe. Try again, or close Datestamp and call whoever looks after it.',
    buttons: ['Try again', 'Close Datestamp'],
    noLink: true,
  })
  if (response === 0) window.webContents.reload()
  else app.quit()
}

function endWhenUnresponsive(window: BrowserWindow, ports: WindowPorts): void {
  let timer: NodeJS.Timeout | undefined
  window.on('unresponsive', () => {
    ports.log('the page does not answer')
    timer = setTimeout(() => window.webContents.forcefullyCrashRenderer(), UNRESPONSIVE_WAIT_MS)
  })
  window.on('responsive', () => clearTimeout(timer))
  window.on('closed', () => clearTimeout(timer))
}
