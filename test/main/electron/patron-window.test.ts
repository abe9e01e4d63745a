/** The window that faces the patron, with screens and windows that the test plugs in and pulls out. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Display } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { PATRON_CHANNEL, PatronWindow } from '../../../main/electron/patron-window.ts'
import type { PatronView } from '../../../shared/devices/display/view.ts'

class FakeContents extends EventEmitter {
  readonly sent: unknown[][] = []
  reloads_count = 0
  send(...args: unknown[]): void {
    this.sent.push(args)
  }
  reload(): void {
    this.reloads_count += 1
  }
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: BrowserWindowConstructorOptions
  address = ''
  bounds: unknown = null
  isFull = false
  isGone = false
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }
  async loadURL(address: string): Promise<void> {
    this.address = address
  }
  showInactive(): void {}
  setFullScreen(isFull: boolean): void {
    this.isFull = isFull
  }
  setBounds(bounds: unknown): void {
    this.bounds = bounds
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  destroy(): void {
    this.isGone = true
    this.emit('closed')
  }
}

const screenAt = (id: number, x: number) => {
  return { id, label: `Screen ${id}`, bounds: { x, y: 0, width: 1920, height: 1080 } } as Display
}
const [DESK, PATRON, THIRD] = [screenAt(1, 0), screenAt(2, 1920), screenAt(3, 3840)]
const VIEW: PatronView = {
  scene: 'welcome',
  language: 'en',
  library_name: 'Maple Library',
  lines: [],
  titles: [],
  mark: '',
}

let displays: Display[]
let made: FakeWindow[]
let now_ms: number
let window: PatronWindow
const open = (): readonly FakeWindow[] => made.filter(({ isGone }) => !isGone)

beforeEach(() => {
  displays = [DESK, PATRON]
  made = []
  now_ms = 0
  window = new PatronWindow({
    make: (options) => {
      made.push(new FakeWindow(options))
      return made.at(-1) as unknown as BrowserWindow
    },
    screen: { getAllDisplays: () => displays, getDisplayMatching: () => DESK },
    desk: () => ({ getBounds: () => DESK.bounds, isDestroyed: () => false }),
    preload: '/dist/preload/patron.cjs',
    monotonic_ms: () => now_ms,
    log: () => undefined,
  })
})

describe('where it is', () => {
  test('the desk is asked to choose among the other screens', () => {
    displays = [DESK, PATRON, THIRD]
    expect(window.screens().map(({ screen_key, name }) => [screen_key, name])).toEqual([
      ['2', 'Screen 2'],
      ['3', 'Screen 3'],
    ])
  })

  test('on its screen it fills it, has no frame and never takes the keys', () => {
    window.want({ screen_key: '2' })
    made[0]?.emit('ready-to-show')
    expect(made.map(({ address, isFull }) => [address, isFull])).toEqual([['app://desk/patron.html', true]])
    expect(made[0]?.options).toMatchObject({ ...PATRON.bounds, frame: false, focusable: false })
  })

  test('without a second screen it is a window that a person can move', () => {
    displays = [DESK]
    window.want({ screen_key: null })
    made[0]?.emit('ready-to-show')
    expect(made.map(({ isFull }) => isFull)).toEqual([false])
    expect(made[0]?.options.focusable).toBeUndefined()
  })

  test('its screen is pulled out: it closes, rather than go to the clerk; plugged in: it is back', () => {
    window.want({ screen_key: '2' })
    displays = [DESK]
    window.screensChanged()
    expect(open()).toEqual([])
    displays = [DESK, PATRON]
    window.screensChanged()
    expect(open().length).toBe(1)
  })

  test('another screen, or nowhere', () => {
    displays = [DESK, PATRON, THIRD]
    window.want({ screen_key: '2' })
    window.want({ screen_key: '3' })
    expect(open().map(({ options }) => options.x)).toEqual([THIRD.bounds.x])
    window.want(null)
    expect(open()).toEqual([])
  })

  test('told the same again it stays; closed by a person it opens when it is asked for again', () => {
    window.want({ screen_key: null })
    window.want({ screen_key: null })
    expect(made.length).toBe(1)
    made[0]?.destroy()
    window.show(VIEW)
    expect(made.length).toBe(1)
    window.want({ screen_key: null })
    expect(open().length).toBe(1)
  })
})

describe('what it shows', () => {
  test('the newest view, once it listens and whenever that changes; nothing when nobody knows', () => {
    window.show(VIEW)
    window.want({ screen_key: '2' })
    made[0]?.webContents.emit('dom-ready')
    window.show(null)
    expect(made[0]?.webContents.sent).toEqual([
      [PATRON_CHANNEL, VIEW],
      [PATRON_CHANNEL, null],
    ])
  })

  test('after a crash it is drawn again, three times a minute at most, and told again', () => {
    window.want({ screen_key: '2' })
    window.show(VIEW)
    const contents = made[0]?.webContents
    for (let n = 0; n < 3; n += 1) contents?.emit('render-process-gone', {}, { reason: 'crashed' })
    expect([contents?.reloads_count, open().length]).toEqual([3, 1])
    contents?.emit('dom-ready')
    expect(contents?.sent.at(-1)).toEqual([PATRON_CHANNEL, VIEW])
    contents?.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(open()).toEqual([])
  })
})

test('it is as closed as the desk window, and has no tools', () => {
  window.want({ screen_key: '2' })
  expect(made[0]?.options.webPreferences).toEqual({
    preload: '/dist/preload/patron.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
})
