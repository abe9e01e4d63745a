/**
 * The main process: assembles window, key, station and devices, and takes them down again. Holds no rule and no record,
 * so that it does not crash. No crash reporter runs: a memory dump would put patrons and the key on disk in the clear.
 */
import path from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
} from 'electron'
import { machineClock, machineMonotonic_ms as monotonic_ms, machineRandom as random } from '../ipc/machine-edge.ts'
import { Broker } from './broker.ts'
import { DEVICES_MAX } from '../../shared/devices/setup.ts'
import type { Child } from './child.ts'
import { DevicesLink } from './devices-link.ts'
import { howKept, keepKey, openKey, type KeystorePorts } from './keystore.ts'
import { openLog } from './log.ts'
import { PatronWindow } from './patron-window.ts'
import { closeBeforeQuit } from './quit.ts'
import { APP_HOST, registerScheme, serveFolder } from './scheme.ts'
import { headKeeper, openSigningKey } from './signing-key.ts'
import { ScansHeld } from './scans-held.ts'
import { isOurPage, lockContents, lockSession } from './security.ts'
import { refusedSwitches } from './switches.ts'
import { CHANNEL, focusWindow, openWindow, pushToDesk as push } from './window.ts'

const dist = path.join(import.meta.dirname, '..')
/** Practice has a folder of its own for everything: key, data, log and lock. A desk at work never sees it. */
const isPractice = process.argv.includes('--practice') || process.env['DATESTAMP_PRACTICE'] === '1'
if (isPractice) app.setPath('userData', path.join(app.getPath('userData'), 'practice'))
const userData = app.getPath('userData')
const log = openLog(path.join(userData, 'logs', `${APP_HOST}.log`), machineClock)

process.on('uncaughtException', (fault) => log(`main: ${fault.stack ?? fault.message}`))
app.enableSandbox()
registerScheme(protocol)
const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1), process.platform) : []
if (refused.length > 0) {
  log(`Datestamp does not start with --${refused.join(', --')}: it would open the desk to other programs`)
  app.exit(1)
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    log('started a second time: the window came to the front')
    focusWindow()
  })
  void app.whenReady().then(start).catch(failed)
} else {
  app.quit()
}

async function start(): Promise<void> {
  lockSession(session.defaultSession, log)
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log))
  serveFolder(protocol, path.join(dist, 'renderer'))
  setMenu()
  const dataFolder = chosenDataFolder()
  const sampleFolder = path.join(dist, '..', 'demo', 'library')
  const practice = isPractice ? { sampleFolder, copyFolder: path.join(userData, 'library') } : null
  const keystore = keystoreOf(dataFolder)
  const opened = await openKey(keystore, String(machineClock.now()))
  const key = opened?.key ?? null
  // Without the key of the data files the keystore may be locked: a key that does not open then is not damaged.
  const signing = key && (await openSigningKey(keystore, String(machineClock.now())))
  const heads = headKeeper(keystore)
  const version = app.getVersion()
  const broker = new Broker({
    fork: () => fork('station'),
    dataFolder,
    key,
    is_key_new: opened?.is_new ?? false,
    key_kept: howKept(keystore),
    version,
    practice,
    push,
    signing,
    keepHead: heads.keep,
    keepKey: (another) => keepKey(keystore, another, String(machineClock.now())),
    openPractice,
    askDevices: (asked) => devices.ask(asked),
    patron: () => patron,
    endNow,
    monotonic_ms,
    log,
  })
  const scans = new ScansHeld({ push, monotonic_ms, log })
  const devices = new DevicesLink({
    fork: () => fork('devices'),
    is_practice: isPractice,
    push,
    say: (said) => broker.devicesSaid(said),
    scan: (scan) => scans.take(scan),
    endNow,
    monotonic_ms,
    log,
  })
  ipcMain.handle(CHANNEL, (event, call: unknown) => {
    if (event.sender !== window.webContents || !isOurPage(event.senderFrame)) return refuseCall()
    scans.pageIsThere()
    return broker.call(call)
  })
  closeBeforeQuit(app, log, () => Promise.all([broker.close().then(heads.ended), devices.close()]))
  app.on('window-all-closed', () => app.quit())
  const window = openWindow({ preload: path.join(dist, 'preload', 'index.cjs'), monotonic_ms, log })
  const patron = patronWindowBeside(window)
  watchScreens(patron, broker)
  window.webContents.on('render-process-gone', () => scans.pageIsGone())
  window.webContents.on('did-start-loading', () => scans.pageIsGone())
}

function chosenDataFolder(): string {
  // A packaged desk has one folder: another would be opened with the key, and by the staff, of whoever put it there.
  const named = isPractice || app.isPackaged ? undefined : process.env['DATESTAMP_DATA']
  return path.resolve(named ?? path.join(userData, 'desk'))
}

function keystoreOf(dataFolder: string): KeystorePorts {
  // The stand-in for Electron runs this same file in Node.
  const isElectron = process.versions['electron'] !== undefined
  const sealedFile = path.join(userData, 'key.sealed')
  return { safe: safeStorage, sealedFile, dataFolder, random, platform: process.platform, isElectron, log }
}

function refuseCall(): never {
  log('refused a call that did not come from the desk page')
  throw new Error('refused')
}

function patronWindowBeside(window: BrowserWindow): PatronWindow {
  const patron = new PatronWindow({
    make: (options) => new BrowserWindow(options),
    screen,
    desk: () => window,
    preload: path.join(dist, 'preload', 'patron.cjs'),
    monotonic_ms,
    log,
  })
  window.on('closed', () => patron.close())
  return patron
}

function watchScreens(patron: PatronWindow, broker: Broker): void {
  const changed = (): void => {
    patron.screensChanged()
    broker.screensAre(patron.screens())
  }
  screen.on('display-added', changed)
  screen.on('display-removed', changed)
  screen.on('display-metrics-changed', changed)
}

/** Practice needs a folder and a lock of its own, so it is another start. An AppImage is started by its own file. */
function openPractice(): void {
  const { APPIMAGE } = process.env
  log('practice was asked for: Datestamp starts again')
  app.relaunch({
    args: [...process.argv.slice(1), '--practice'],
    ...(APPIMAGE === undefined ? {} : { execPath: APPIMAGE }),
  })
  app.quit()
}

/** The process may be gone already. */
function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    log(`a process could not be ended: ${fault instanceof Error ? fault.message : 'unknown'}`)
  }
}

/** A call of the system that hangs holds a thread for good: one for each device of a desk, and the usual four. */
const DEVICE_THREADS_COUNT = DEVICES_MAX + 4

function fork(name: 'station' | 'devices'): Child {
  const env = { ...process.env, UV_THREADPOOL_SIZE: String(DEVICE_THREADS_COUNT) }
  const options = { serviceName: name, ...(name === 'devices' && { env }) }
  return utilityProcess.fork(path.join(dist, name, 'index.js'), [], options)
}

/** No menu, so that F-keys and Alt belong to the desk. macOS needs one for copy and paste. */
function setMenu(): void {
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null)
}

function failed(fault: unknown): void {
  log(`Datestamp could not start: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  dialog.showErrorBox('Datestamp could not start', 'Nothing was changed. Call whoever looks after Datestamp.')
  app.exit(1)
}
