/**
 * The desk as the screen sees it: keeps the newest snapshot, sends commands, receives pushes. Every command has an id
 * made at first intent, and is resent with the same id when the station was down, so that nothing is doubled. Decides
 * no rule: the station does, and the screen shows what it said.
 */
import type { DeskMode, DeskSnapshot } from '../../shared/desk/screen.ts'
import { mergeKeys } from '../../shared/desk/keymap.ts'
import type { Act, Call, PageRef } from '../../shared/desk/page.ts'
import type { DeviceCode } from '../../shared/devices/setup.ts'
import type { DeviceScan } from '../../shared/devices/wire.ts'
import type { ScanSource } from '../../shared/desk/wedge.ts'
import { CONTRACT, isMethodName, type Input, type MethodName, type Output } from '../../shared/ipc/contract.ts'
import type { ScansDropped } from '../../shared/ipc/envelope.ts'
import type { Settings } from '../../shared/ipc/settings.ts'
import { commandId, type CommandId } from '../../shared/kernel/ids.ts'
import type { Ports } from '../ports.ts'
import { Drafts } from './drafts.ts'
import { createHeart, createListeners, type Heart } from './heart.ts'
import { createPushListener } from './pushes.ts'
import { createPreview, type AskPreview } from './preview.ts'
import { noticeOf } from './notices.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { makeRoom, sayDropped, sendScan } from './scanning.ts'
import { createStore, type Notice, type Store } from './state.ts'
import { createSilence, underWay } from './under-way.ts'
import { screenWords, wordsBefore } from '../screen-words.ts'
import type { Answer, NotOk, Wire } from './wire.ts'
import { asksOnPage, refusedField } from '../../shared/refusals/refused-fields.ts'
import { faultText } from '../../shared/words/faults.ts'

const RETRY_AFTER_MS = 3_000

export type Desk = {
  readonly store: Store
  readonly ports: Ports
  readonly mint: () => CommandId
  /** Asks; once more when the station was starting. Never rejects. */
  readonly ask: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Answer<Name>>
  /** Runs a command that changes the session, after all earlier ones. Never rejects. */
  readonly command: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Answer<Name>>
  /** @param scanner the device that read it, where it is no keyboard */
  readonly scan: (text: string, source: ScanSource, scanner?: DeviceCode) => void
  /** Scans of devices that are no keyboard, as they arrive. */
  readonly onDeviceScan: (listener: (scan: DeviceScan) => void) => () => void
  /** Says something that the station was not asked about, in place of the band. */
  readonly say: (notice: Notice) => void
  readonly answer: (row_id: string, key: string) => void
  readonly finish: () => void
  readonly clear: () => void
  /** Takes away a scan that waits, if it is the last. */
  readonly dropWaiting: (waiting_id: string) => void
  readonly mode: (mode: DeskMode) => void
  readonly undo: () => void
  readonly renewAll: () => void
  readonly lastPatron: () => void
  readonly openPatron: (patron_id: number) => void
  /** Goes to a page; null closes it. */
  readonly go: (page: PageRef | null) => void
  /** Back to where the page was opened from. */
  readonly back: () => void
  /** Sends the call of a page's act, and shows the result; a refusal about one of `fields` is for its form to show. */
  readonly perform: (call: Call, command_id: CommandId, fields?: Act['asks']) => Promise<Answer<MethodName>>
  /** Asks for a preview of the open form. */
  readonly preview: AskPreview
  /** What was typed into forms and not sent. */
  readonly drafts: Drafts
  readonly signOut: () => void
  /** Esc while the PIN of a scanned badge is awaited; nothing otherwise. */
  readonly dropBadge: () => void
  /** Hides everything until the same staff member is back. */
  readonly lock: () => void
  /** Takes a snapshot that came with another answer. */
  readonly take: (snapshot: DeskSnapshot) => void
  readonly saveSettings: (settings: Partial<Settings>) => Promise<void>
  readonly onHeard: Heart['onHeard']
  readonly onLeft: Heart['onLeft']
  readonly start: () => void
}

function stationDown(): NotOk {
  return { kind: 'failed', code: 'process-down', says: faultText(wordsBefore(), 'process-down') }
}

type Calls = { readonly raw: Desk['ask']; readonly ask: Desk['ask']; readonly stationUp: () => void }

/** Calls that never reject, and wait for the station once. */
function createCalls(wire: Wire): Calls {
  const waiting = new Set<() => void>()
  const stationBack = (): Promise<void> =>
    new Promise((resolve) => {
      const once = (): void => {
        waiting.delete(once)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(once, RETRY_AFTER_MS)
      waiting.add(once)
    })
  const raw: Desk['ask'] = (name, input) => wire.call(name, input).catch(stationDown)
  const ask: Desk['ask'] = async (name, input) => {
    const first = await raw(name, input)
    if (first.kind !== 'failed' || first.code !== 'process-down') return first
    await stationBack()
    return raw(name, input)
  }
  return { raw, ask, stationUp: () => [...waiting].forEach((go) => go()) }
}

/** Fetches the snapshot, one request at a time; a second request meanwhile fetches again afterwards. */
function createRefresh(ask: Desk['ask'], store: Store, heart: Heart): () => void {
  let state: 'idle' | 'asking' | 'again' = 'idle'
  const refresh = (): void => {
    if (state !== 'idle') {
      state = 'again'
      return
    }
    state = 'asking'
    void ask('desk.snapshot', {}).then((answer) => {
      const wantsMore = state === 'again'
      state = 'idle'
      if (answer.kind === 'ok') heart.take(answer.output.snapshot)
      else if (store.now().snapshot === null) setTimeout(refresh, RETRY_AFTER_MS)
      else heart.say(noticeOf(screenWords(store.now()).rescue, answer))
      if (wantsMore) refresh()
    })
  }
  return refresh
}

type SnapshotMethod = {
  [Name in MethodName]: Output<Name> extends { snapshot: DeskSnapshot } ? Name : never
}[MethodName]

type StartParts = {
  readonly wire: Wire
  readonly store: Store
  readonly heart: Heart
  readonly calls: Calls
  readonly outbox: Outbox
  readonly refresh: () => void
  readonly onDeviceScan: (scan: DeviceScan) => void
}

/** Listens to the station, then fetches the snapshot and the settings. */
function createStart({ wire, store, heart, calls, outbox, refresh, onDeviceScan }: StartParts): () => void {
  const stationUp = (): void => {
    heart.forgetVersion()
    outbox.release()
    refresh()
    calls.stationUp()
  }
  return () => {
    const onDropped = (dropped: ScansDropped): void => sayDropped({ store, heart }, dropped)
    wire.onPush(createPushListener({ store, refresh, stationUp, onDeviceScan, onDropped }))
    refresh()
    void calls.ask('settings.get', {}).then((answer) => {
      if (answer.kind === 'ok') takeSettings(store, answer.output.settings)
    })
  }
}

export function createDesk(wire: Wire, ports: Ports): Desk {
  const store = createStore(ports.nextFrame)
  const heart = createHeart(store)
  const deviceScans = createListeners<DeviceScan>()
  const calls = createCalls(wire)
  const mint = (): CommandId => commandId(ports.clock.now(), ports.random)
  const refresh = createRefresh(calls.ask, store, heart)

  const drafts = new Drafts(calls.raw, store)
  const silence = createSilence((is_silent) => store.change({ is_silent }))
  const outbox = createOutbox(calls.raw, silence)
  const start = createStart({ wire, store, heart, calls, outbox, refresh, onDeviceScan: deviceScans.tell })
  const act = <Name extends SnapshotMethod>(name: Name, input: Input<Name>, whenAnswered = (): void => {}): void => {
    drafts.flush()
    store.change({ notice: null })
    void underWay(store, outbox.call(name, input)).then((answer) => {
      if (answer.kind === 'ok') heart.take(answer.output.snapshot)
      else heart.say(noticeOf(screenWords(store.now()).rescue, answer))
      whenAnswered()
    })
  }

  return {
    start,
    onDeviceScan: deviceScans.add,
    store,
    ports,
    mint,
    ask: calls.ask,
    command: outbox.call,
    scan: (text, source, scanner) => {
      drafts.flush()
      makeRoom(store)
      void sendScan({ store, heart, outbox }, { command_id: mint(), text, source, scanner })
    },
    say: heart.say,
    answer: (row_id, key) => act('desk.answer', { commandId: mint(), row_id, key }),
    finish: () => act('desk.finish', {}),
    clear: () => act('desk.clear', {}),
    dropWaiting: (waiting_id) => act('desk.drop-waiting', { waiting_id }),
    mode: (mode) => act('desk.mode', { mode, is_toggling: true }),
    undo: () => act('desk.undo', { commandId: mint() }),
    renewAll: () => act('desk.renew-all', { commandId: mint() }),
    lastPatron: () => act('desk.last-patron', {}),
    openPatron: (patron_id) => act('desk.open-patron', { patron_id }),
    go: (page) => act('desk.go', { page }, () => store.change({ steps_ahead_count: 0 })),
    back: () => act('desk.back', {}),
    perform: (call, command_id, fields = []) =>
      perform({ store, heart, command: outbox.call, refresh, fields }, call, command_id),
    preview: createPreview(calls.raw, store),
    drafts,
    lock: () => act('desk.lock', {}),
    signOut: () => act('staff.sign-out', { commandId: mint() }),
    dropBadge: () => (store.now().snapshot?.asked_pin ? act('desk.drop-badge', {}) : undefined),
    take: (snapshot) => heart.take(snapshot),
    saveSettings: (settings) => saveSettings({ store, heart, ask: calls.ask }, settings),
    onHeard: heart.onHeard,
    onLeft: heart.onLeft,
  }
}

type PerformParts = {
  readonly store: Store
  readonly heart: Heart
  readonly command: Desk['command']
  readonly refresh: () => void
  readonly fields: Act['asks']
}

/**
 * Calls a method that a page named. The contract says whether it takes an id; if it returns no snapshot, fetches one.
 */
async function perform(
  { store, heart, command, refresh, fields }: PerformParts,
  { method, input }: Call,
  commandId: CommandId,
): Promise<Answer<MethodName>> {
  store.change({ notice: null })
  const answer = isMethodName(method)
    ? await underWay(
        store,
        command(method, (CONTRACT[method].changes ? { ...input, commandId } : input) as Input<typeof method>),
      )
    : ({ kind: 'bad-input', says: `There is no method ${method}.` } as const)
  // A row asks a second person for it: the form is done with.
  if (answer.kind === 'refused' && answer.code === 'approval-asked') {
    refresh()
    return answer
  }
  // The band says by how much, and the page asks why: of this count, so the form waits for it.
  if (answer.kind === 'refused' && asksOnPage(answer.code)) {
    const now = await command('desk.snapshot', {})
    if (now.kind === 'ok') heart.take(now.output.snapshot)
    return answer
  }
  if (answer.kind !== 'ok') {
    const notice = noticeOf(screenWords(store.now()).rescue, answer)
    if (answer.kind === 'refused' && refusedField(answer, fields) !== null) heart.sound(notice)
    else heart.say(notice)
  } else if ('snapshot' in answer.output) heart.take(answer.output.snapshot)
  else refresh()
  return answer
}

function takeSettings(store: Store, settings: Settings): void {
  store.change({ settings, keys: mergeKeys(settings.key_preset, settings.key_overrides).map })
}

async function saveSettings(
  parts: { store: Store; heart: Heart; ask: Desk['ask'] },
  settings: Partial<Settings>,
): Promise<void> {
  // Shown right away, so that a choice of colors or size can be judged; reverted when it could not be saved.
  const before = parts.store.now().settings
  takeSettings(parts.store, { ...before, ...settings })
  const answer = await parts.ask('settings.set', { settings })
  if (answer.kind === 'ok') takeSettings(parts.store, answer.output.settings)
  else {
    takeSettings(parts.store, before)
    parts.heart.say(noticeOf(screenWords(parts.store.now()).rescue, answer))
  }
}
