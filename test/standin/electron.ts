/**
 * A stand-in for the module `electron`, for machines and tests without its binary: the application's own, unmodified
 * bundles run in Node, and its window is a page of the installed Chromium. Missing parts fail loudly on import.
 * Production code never imports it.
 */
import { app } from './app.ts'
import { makeSafeStorage } from './safe-storage.ts'

export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol } from './scheme-map.ts'
export { session } from './session.ts'
export { utilityProcess } from './utility-process.ts'

export const safeStorage = makeSafeStorage(app.userData)

export const Menu = {
  setApplicationMenu: (_menu: unknown): void => {},
  buildFromTemplate: (template: unknown): unknown => template,
}

/** One screen, as a computer for tests has; more of them are plugged into tests of the window itself. */
const onlyScreen = { id: 1, label: '', bounds: { x: 0, y: 0, width: 1366, height: 768 } }
export const screen = {
  getAllDisplays: () => [onlyScreen],
  getDisplayMatching: (_bounds: unknown) => onlyScreen,
  on: (_event: string, _listener: () => void): void => {},
}

/** Nobody is there to press a button: the words go to the log, and the last button is pressed. */
export const dialog = {
  async showMessageBox(_window: unknown, box: { message: string; buttons: string[] }): Promise<{ response: number }> {
    process.stderr.write(`dialog: ${box.message}\n`)
    return { response: box.buttons.length - 1 }
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`dialog: ${title}: ${content}\n`)
  },
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())

app.start().catch((fault: unknown) => {
  process.stderr.write(`stand-in: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  app.exit(1)
})
