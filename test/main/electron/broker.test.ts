/** The broker between the screen and the station, with a station whose wire is in the test's hand. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Broker } from '../../../main/electron/broker.ts'
import type { FromStation, ToStation } from '../../../main/ipc/wire.ts'
import type { PatronView } from '../../../shared/devices/display/view.ts'
import type { ToDevicesHost } from '../../../shared/devices/wire.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'

class WireStation extends EventEmitter {
  readonly heard: ToStation[] = []
  readonly pid = 4711
  isKilled = false

  postMessage(message: unknown): void {
    this.heard.push(message as ToStation)
  }
  kill(): boolean {
    this.isKilled = true
    return true
  }
  say(message: FromStation): void {
    this.emit('message', message)
  }
  opened(session = 's0'): void {
    this.say({ kind: 'opened', session })
  }
  asked(): string[] {
    return this.heard.flatMap((message) => (message.kind === 'request' ? [message.request.method] : []))
  }
  answer(index: number, session: string): void {
    const requests = this.heard.filter((message) => message.kind === 'request')
    const id = requests[index]?.request.id ?? -1
    this.say({ kind: 'reply', reply: { id, result: { kind: 'ok', output: `answer ${id}` } }, session })
  }
}

let stations: WireStation[] = []
let pushes: Push[] = []
let asked: ToDevicesHost[] = []
let shown: unknown[] = []
let wishes: unknown[] = []
let broker: Broker
let kept: Uint8Array[] = []
let heads: string[] = []
const SCREENS = [{ screen_key: '2', name: 'ELO', width_px: 1024, height_px: 600 }]
const SIGNING = new Uint8Array(32).fill(8)
let isSealing = true
let practiceOpened_count = 0
let endedNow: number[] = []
const latest = (): WireStation => stations.at(-1) ?? new WireStation()
const states = (): string[] => pushes.flatMap((push) => (push.topic === 'process-state' ? [push.state] : []))
const die = (): void => void latest().emit('exit', 1)

beforeEach(() => {
  vi.useFakeTimers()
  stations = []
  pushes = []
  asked = []
  shown = []
  wishes = []
  kept = []
  heads = []
  isSealing = true
  endedNow = []
  practiceOpened_count = 0
  broker = new Broker({
    fork: () => {
      stations.push(new WireStation())
      return latest()
    },
    dataFolder: '/data',
    key: new Uint8Array(32),
    is_key_new: true,
    key_kept: 'no-keyring',
    version: '1.2.3',
    practice: null,
    push: (push) => pushes.push(push),
    signing: { key: SIGNING, is_new: true, kept: null },
    askDevices: (one) => asked.push(one),
    patron: () => ({
      show: (view) => shown.push(view),
      want: (wish) => wishes.push(wish),
      screens: () => SCREENS,
    }),
    openPractice: () => {
      practiceOpened_count += 1
    },
    keepHead: (line) => heads.push(line),
    keepKey: async (key) => {
      if (!isSealing) throw new Error('the key store is locked')
      kept.push(key)
    },
    endNow: (pid) => endedNow.push(pid),
    monotonic_ms: () => performance.now(),
    log: () => {},
  })
})
afterEach(() => vi.useRealTimers())

describe('calls', () => {
  test('wait until the station is open, then go in the order they came', async () => {
    const first = broker.call({ method: 'a', input: 1 })
    const second = broker.call({ method: 'b', input: 2 })
    expect(latest().asked()).toEqual([])
    latest().opened()
    expect(latest().asked()).toEqual(['a', 'b'])
    latest().answer(1, 's1')
    latest().answer(0, 's2')
    expect(await first).toEqual({ kind: 'ok', output: 'answer 1' })
    expect(await second).toEqual({ kind: 'ok', output: 'answer 2' })
  })

  test.each([null, 'text', {}, { method: 7, input: 1 }, { method: 'x'.repeat(101), input: 1 }, { id: 1, method: 'a' }])(
    'what is no call is answered, and never reaches the station: %j',
    async (call) => {
      latest().opened()
      expect(await broker.call(call)).toMatchObject({ kind: 'bad-input' })
      expect(latest().asked()).toEqual([])
    },
  )

  test('no more than 200 are kept while the station is away', async () => {
    const calls = Array.from({ length: 201 }, () => broker.call({ method: 'a', input: 1 }))
    expect(await calls[200]).toMatchObject({ kind: 'failed', code: 'process-down' })
    latest().opened()
    expect(latest().asked()).toHaveLength(200)
  })
})

describe('when the station dies', () => {
  test('what was not answered goes to the next one again, in its place: nothing later overtakes it', async () => {
    latest().opened()
    const card = broker.call({ method: 'card', input: 1 })
    latest().answer(0, 'with the card')
    await card
    const sent = broker.call({ method: 'sent', input: 1 })
    const behind = broker.call({ method: 'behind', input: 1 })
    die()
    const waiting = broker.call({ method: 'waiting', input: 1 })
    await vi.advanceTimersByTimeAsync(0)
    expect(latest().heard[0]).toMatchObject({ kind: 'open', resume: 'with the card' })
    latest().opened()
    expect(latest().asked()).toEqual(['sent', 'behind', 'waiting'])
    for (const index of [0, 1, 2]) latest().answer(index, 's1')
    for (const answered of [sent, behind, waiting]) expect(await answered).toMatchObject({ kind: 'ok' })
    expect(states()).toEqual(['restarting', 'up'])
  })

  test('what two stations did not answer is answered as failed, and never sent again', async () => {
    latest().opened()
    const sent = broker.call({ method: 'sent', input: 1 })
    die()
    await vi.advanceTimersByTimeAsync(0)
    latest().opened()
    const later = broker.call({ method: 'later', input: 1 })
    die()
    const result = await sent
    expect(result).toMatchObject({ kind: 'failed', code: 'process-down' })
    expect(JSON.stringify(result)).not.toContain('Nothing was recorded')
    await vi.advanceTimersByTimeAsync(250)
    latest().opened()
    expect(latest().asked()).toEqual(['later'])
    latest().answer(0, 's1')
    expect(await later).toMatchObject({ kind: 'ok' })
  })

  test('the next one gets the session of the last answer, as it was', async () => {
    latest().opened('at first')
    void broker.call({ method: 'a', input: 1 })
    latest().answer(0, 'after a')
    die()
    await vi.advanceTimersByTimeAsync(0)
    expect(latest().heard[0]).toMatchObject({ kind: 'open', resume: 'after a', dataFolder: '/data', version: '1.2.3' })
  })

  test('from the third time in a minute the session is not handed back: it may be the cause', async () => {
    latest().opened('suspect')
    const resumed: unknown[] = []
    for (const wait_ms of [0, 250, 1_000]) {
      die()
      await vi.advanceTimersByTimeAsync(wait_ms)
      resumed.push(Reflect.get(latest().heard[0] ?? {}, 'resume'))
    }
    expect(resumed).toEqual(['suspect', 'suspect', undefined])
  })

  test('five times in a minute: it is down, what waits is answered, and the next call tries once more', async () => {
    const waiting = broker.call({ method: 'a', input: 1 })
    for (const wait_ms of [0, 250, 1_000, 3_000, 0]) {
      die()
      await vi.advanceTimersByTimeAsync(wait_ms)
    }
    expect(await waiting).toMatchObject({ kind: 'failed', code: 'process-down' })
    expect(states()).toEqual(['restarting', 'down'])
    expect(stations).toHaveLength(5)

    const again = broker.call({ method: 'b', input: 1 })
    expect(stations).toHaveLength(6)
    latest().opened()
    latest().answer(0, 's1')
    expect(await again).toMatchObject({ kind: 'ok' })
    expect(states().at(-1)).toBe('up')
  })

  test('while down, calls try again at most every three seconds, and are answered meanwhile', async () => {
    for (const wait_ms of [0, 250, 1_000, 3_000, 0]) {
      die()
      await vi.advanceTimersByTimeAsync(wait_ms)
    }
    void broker.call({ method: 'a', input: 1 })
    die()
    expect(await broker.call({ method: 'b', input: 1 })).toMatchObject({ kind: 'failed' })
    expect(stations).toHaveLength(6)
    await vi.advanceTimersByTimeAsync(3_000)
    void broker.call({ method: 'c', input: 1 })
    expect(stations).toHaveLength(7)
  })

  test('a station that sends what is not in the contract is ended', () => {
    latest().opened()
    latest().emit('message', { kind: 'reply', reply: 'nonsense' })
    expect(latest().isKilled).toBe(true)
  })
})

describe('a station that hangs', () => {
  const asked = (): number[] => latest().heard.flatMap((message) => (message.kind === 'health' ? [message.number] : []))
  const passSeconds = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1_000)

  test('is ended when it has not answered for a minute, and started again', async () => {
    latest().opened()
    const call = broker.call({ method: 'desk.scan', input: 1 })
    await passSeconds(60)
    expect(asked()).toHaveLength(6)
    expect(latest().isKilled).toBe(false)
    await passSeconds(10)
    expect(latest().isKilled).toBe(true)
    die()
    await passSeconds(1)
    expect(stations).toHaveLength(2)
    latest().opened()
    // What was asked of it goes to the next one.
    latest().answer(0, 's1')
    expect(await call).toMatchObject({ kind: 'ok' })
    await passSeconds(30)
    expect(latest().isKilled).toBe(false)
  })

  test('and does not end when it is asked is ended right away, three seconds later', async () => {
    latest().opened()
    await passSeconds(72)
    expect([latest().isKilled, endedNow]).toEqual([true, []])
    await passSeconds(1)
    expect(endedNow).toEqual([latest().pid])
    die()
    await passSeconds(1)
    latest().opened()
    await passSeconds(60)
    expect(endedNow).toHaveLength(1)
  })

  test('is left alone as long as it answers, however late', async () => {
    latest().opened()
    for (let minute = 0; minute < 10; minute += 1) {
      await passSeconds(50)
      latest().say({ kind: 'health', number: asked().at(-1) ?? 0 })
    }
    expect(latest().isKilled).toBe(false)
  })

  test.each(['store.backup', 'store.restore', 'journal.verify', 'journal.export'])(
    'is not taken to hang while %s is at work, but is afterwards',
    async (method) => {
      latest().opened()
      void broker.call({ method, input: 1 })
      await passSeconds(3_600)
      expect(latest().isKilled).toBe(false)
      latest().answer(0, 's1')
      await passSeconds(80)
      expect(latest().isKilled).toBe(true)
    },
  )

  test('is not asked while it is being opened: a large library takes its time', async () => {
    await passSeconds(600)
    expect(asked()).toEqual([])
    expect(latest().isKilled).toBe(false)
  })
})

test('a station that is asked for practice has the application start again', () => {
  latest().opened()
  latest().say({ kind: 'practice-asked' })
  expect(practiceOpened_count).toBe(1)
})

describe('devices', () => {
  const use: ToDevicesHost = { kind: 'use', devices: [] }
  const ready = {
    kind: 'now',
    device: { device_code: 'PRINTER-1', state: 'ready', is_twin: false, detail: '' },
  } as const
  const said = (): unknown[] => latest().heard.filter(({ kind }) => kind === 'devices-said')

  test('what a station asks while it is being opened is asked once it hears the answer', async () => {
    latest().say({ kind: 'ask-devices', asked: use })
    expect(asked).toEqual([])
    latest().opened()
    expect(asked).toEqual([use])
    broker.devicesSaid(ready)
    expect(said()).toEqual([{ kind: 'devices-said', said: ready }])
    die()
    await vi.advanceTimersByTimeAsync(1_000)
    latest().say({ kind: 'ask-devices', asked: use })
    expect(asked).toEqual([use])
    latest().opened()
    expect(asked).toEqual([use, use])
  })

  test('a station that ends before it is open asks for nothing', async () => {
    latest().say({ kind: 'ask-devices', asked: use })
    die()
    await vi.advanceTimersByTimeAsync(1_000)
    latest().opened()
    expect(asked).toEqual([])
  })

  test('what comes of a station after its end opens no drawer, and makes no other one count as open', async () => {
    latest().opened()
    const before = latest()
    die()
    const work = { kind: 'do', work_ref: 'K.1.1.0', device_code: 'PRINTER-1', work: { kind: 'pulse' } } as const
    before.say({ kind: 'ask-devices', asked: work })
    before.opened()
    await vi.advanceTimersByTimeAsync(1_000)
    const waits = broker.call({ method: 'a', input: 1 })
    expect(latest().asked()).toEqual([])
    latest().opened()
    latest().answer(0, 's1')
    expect(await waits).toMatchObject({ kind: 'ok' })
    expect(asked).toEqual([])
  })

  test('a station that is open asks at once', () => {
    latest().opened()
    latest().say({ kind: 'ask-devices', asked: use })
    expect(asked).toEqual([use])
  })
})

describe('another key', () => {
  const KEY = new Uint8Array(32).fill(5)

  test('is sealed, the station is told, and the next one is opened with it', async () => {
    latest().opened()
    latest().say({ kind: 'keep-key', key: KEY })
    await vi.advanceTimersByTimeAsync(0)
    expect(kept).toEqual([KEY])
    expect(latest().heard.at(-1)).toEqual({ kind: 'key-kept', is_kept: true })
    die()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(latest().heard[0]).toMatchObject({ kind: 'open', key: KEY })
  })

  test('that cannot be sealed: the station is told so', async () => {
    isSealing = false
    latest().opened()
    latest().say({ kind: 'keep-key', key: KEY })
    await vi.advanceTimersByTimeAsync(0)
    expect(latest().heard.at(-1)).toEqual({ kind: 'key-kept', is_kept: false })
  })
})

test('what was signed is kept, and the next station is opened with it', async () => {
  latest().opened()
  expect(latest().heard[0]).toMatchObject({ signing: { key: SIGNING, is_new: true, kept: null } })
  latest().say({ kind: 'head-signed', line: 'one' })
  latest().say({ kind: 'head-signed', line: 'two' })
  expect(heads).toEqual(['one', 'two'])
  die()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(latest().heard[0]).toMatchObject({ kind: 'open', signing: { key: SIGNING, kept: 'two' } })
})

describe('closing', () => {
  test('asks, waits for the word, and then ends the process; it is not started again', async () => {
    latest().opened()
    const closed = broker.close()
    expect(latest().heard.at(-1)).toEqual({ kind: 'close' })
    expect(latest().isKilled).toBe(false)
    latest().say({ kind: 'closed' })
    await closed
    expect(latest().isKilled).toBe(true)
    die()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stations).toHaveLength(1)
  })

  test('does not wait longer than three seconds', async () => {
    latest().opened()
    const closed = broker.close()
    await vi.advanceTimersByTimeAsync(2_999)
    expect(latest().isKilled).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await closed
    expect([latest().isKilled, endedNow]).toEqual([true, [latest().pid]])
  })

  test('a call that comes too late is answered, and never reaches a station with nothing open', async () => {
    latest().opened()
    const closed = broker.close()
    expect(await broker.call({ method: 'late', input: 1 })).toMatchObject({ kind: 'failed', code: 'process-down' })
    expect(latest().asked()).toEqual([])
    latest().say({ kind: 'closed' })
    await closed
  })

  test('while it waits to be started again, there is nothing to close', async () => {
    latest().opened()
    die()
    await broker.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stations).toHaveLength(1)
  })
})

describe('the window that faces the patron', () => {
  const VIEW: PatronView = {
    scene: 'welcome',
    language: 'en',
    library_name: 'Maple',
    lines: [],
    titles: [],
    mark: '',
  }

  test('is told what the station says, and where it should be; the station is told of the screens', () => {
    latest().opened()
    latest().say({ kind: 'patron-window', wish: { screen_key: '2' } })
    latest().say({ kind: 'patron-view', view: VIEW })
    expect([wishes, shown]).toEqual([[{ screen_key: '2' }], [VIEW]])
    expect(latest().heard.filter(({ kind }) => kind === 'screens')).toEqual([
      { kind: 'screens', screens: SCREENS },
      { kind: 'screens', screens: SCREENS },
    ])
  })

  test('shows nothing once the station is given up', () => {
    latest().opened()
    for (let n = 0; n < 5; n += 1) {
      die()
      vi.advanceTimersByTime(5_000)
    }
    expect(shown.at(-1)).toBeNull()
  })
})
