/** What central does not take: every request of somebody else, or of no sense, is refused, and nothing is half-done. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { FIRST_HEAD, seal } from '../../main/journal/chain.ts'
import { openFile } from '../../main/store/files/open-edge.ts'
import { makeSigner } from '../../main/journal/signing.ts'
import { encodeBatch, type Command } from '../../shared/protocol/batch.ts'
import { enrollText, joinParts, sessionText } from '../../shared/protocol/central.ts'
import { must } from '../../shared/kernel/assert.ts'
import { madeShift } from '../support/made-shift.ts'
import { centralRows, enrolledDesk, inStep, testCentral, terminalOf, type TestCentral } from './support/central-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'

type Said = { readonly status: number; readonly body: Record<string, unknown> }

async function post(central: TestCentral, path: string, body: unknown, token = ''): Promise<Said> {
  const isBytes = body instanceof Uint8Array
  const response = await fetch(new URL(path, central.url()), {
    method: 'POST',
    headers: {
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
}

const TERMINAL = 'K4N7QW'

function asking(code: string, signer = makeSigner(randomBytes(32)), terminal = TERMINAL) {
  const { public_key } = signer
  const signature = signer.signText(enrollText({ terminal, public_key, code }))
  return { asked: { code, terminal, public_key, signature, desk_name: 'Desk', branch_code: 'MAPLE' }, signer }
}

/** A terminal without a desk: enrolled, its library empty, with a session. */
async function bareTerminal(central: TestCentral, signer = makeSigner(randomBytes(32))): Promise<string> {
  const { asked } = asking(await central.code(), signer)
  expect((await post(central, '/v1/enroll', asked)).status).toBe(200)
  const nonce = String((await post(central, '/v1/nonce', { terminal: TERMINAL })).body['nonce'])
  const signature = signer.signText(sessionText({ terminal: TERMINAL, nonce }))
  return String((await post(central, '/v1/session', { terminal: TERMINAL, nonce, signature })).body['token'])
}

function bodyOf(commands: readonly Command[], head: Uint8Array = FIRST_HEAD): Uint8Array {
  const { sealed, beside } = encodeBatch(commands, { head, seal })
  return joinParts(zstdCompressSync(sealed), zstdCompressSync(beside))
}

describe('a code', () => {
  test('that nobody made, was used by another desk, or came ten times wrong enrolls nobody', async () => {
    const central = await testCentral()
    expect((await post(central, '/v1/enroll', asking('AAAAAAAA').asked)).body['refused']).toBe('code-wrong')
    const code = await central.code()
    expect((await post(central, '/v1/enroll', asking(code).asked)).status).toBe(200)
    expect((await post(central, '/v1/enroll', asking(code).asked)).body['refused']).toBe('code-used')
    for (let tried = 0; tried < 9; tried += 1) await post(central, '/v1/enroll', asking('AAAAAAAA').asked)
    const late = await post(central, '/v1/enroll', asking(await central.code()).asked)
    expect([late.status, late.body['refused']]).toEqual([429, 'too-many-tries'])
    expect((await central.log((log) => log.terminals())).length).toBe(1)
  })

  test('without the signature of its key enrolls nobody', async () => {
    const central = await testCentral()
    const { asked } = asking(await central.code())
    const forged = { ...asked, public_key: makeSigner(randomBytes(32)).public_key }
    expect((await post(central, '/v1/enroll', forged)).body['refused']).toBe('bad-request')
    expect(await central.log((log) => log.terminals())).toEqual([])
  })
})

describe('a session', () => {
  test('begins with a nonce that is signed by the key, once', async () => {
    const central = await testCentral()
    const signer = makeSigner(randomBytes(32))
    await bareTerminal(central, signer)
    const nonce = String((await post(central, '/v1/nonce', { terminal: TERMINAL })).body['nonce'])
    const text = sessionText({ terminal: TERMINAL, nonce })
    const other = { terminal: TERMINAL, nonce, signature: makeSigner(randomBytes(32)).signText(text) }
    expect((await post(central, '/v1/session', other)).body['refused']).toBe('not-enrolled')
    const own = { terminal: TERMINAL, nonce, signature: signer.signText(text) }
    expect((await post(central, '/v1/session', own)).body['refused']).toBe('not-enrolled')
  })

  test('of a revoked terminal is over with its next request', async () => {
    const central = await testCentral()
    const token = await bareTerminal(central)
    await central.log((log) => log.revoke(TERMINAL, Date.now()))
    const said = await post(central, '/v1/journal?after=0.0', bodyOf(madeShift(5)), token)
    expect([said.status, said.body['refused']]).toEqual([403, 'revoked'])
  })

  test('is asked of every request', async () => {
    const central = await testCentral()
    await bareTerminal(central)
    for (const path of ['/v1/journal?after=0.0', '/v1/founding/0', '/v1/founded']) {
      expect((await post(central, path, bodyOf(madeShift(5)), '0'.repeat(64))).body['refused']).toBe('session-over')
    }
    expect((await fetch(new URL('/v1/feed?from=0', central.url()))).status).toBe(401)
  })
})

describe('an upload', () => {
  test('of another terminal, out of order, changed, packed without end, or too large is not kept', async () => {
    const central = await testCentral()
    const token = await bareTerminal(central)
    const send = async (body: Uint8Array): Promise<unknown> =>
      (await post(central, '/v1/journal?after=0.0', body, token)).body['refused']
    const shift = madeShift(20)
    // It begins at another number than the first one.
    expect(await send(bodyOf(shift))).toBe('damaged')
    const changed = bodyOf(shift)
    changed[40] = (changed[40] ?? 0) ^ 1
    expect(['damaged', 'too-large']).toContain(await send(changed))
    expect(await send(new Uint8Array(3))).toBe('bad-request')
    const bomb = zstdCompressSync(Buffer.alloc(64 * 1024 * 1024))
    expect(await send(joinParts(bomb, bomb))).toBe('too-large')
    expect(await send(new Uint8Array(9 * 1024 * 1024))).toBe('too-large')
    expect(await send(joinParts(zstdCompressSync('{"a":1}\nnot a seal'), zstdCompressSync('')))).toBe('damaged')
    expect(await central.log((log) => log.uploads(0, 10))).toEqual([])
  })

  test('that was taken once changes nothing when it comes again', async () => {
    const central = await testCentral()
    const desk = await enrolledDesk(central)
    await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth })
    await inStep(desk)
    const { terminal_id } = await terminalOf(desk)
    const [first] = await central.log((log) => log.uploads(0, 1))
    const before = await central.log((log) => log.terminal(terminal_id))
    const { terminal_code: _code, ...sent } = must(first, 'an upload')
    const after = { epoch: sent.after_epoch, seq: sent.after_seq, hash: '0'.repeat(64) }
    const moved = await central.log((log) => log.append(after, { ...sent, terminal_code: terminal_id }))
    expect(moved?.seq).toBe(before?.seq)
    expect((await central.log((log) => log.uploads(0, 100))).length).toBe(
      (await central.log((log) => log.library())).log_pos,
    )
  })
})

test('central that cannot read its log refuses nothing for it: the desk sends it again', async () => {
  const central = await testCentral()
  const file = openFile(join(central.folder, 'log.db'), central.key)
  file.exec('ALTER TABLE enroll_code RENAME TO enroll_code_away')
  const failed = await post(central, '/v1/enroll', asking('AAAAAAAA').asked)
  expect([failed.status, failed.body['refused']]).toEqual([500, undefined])
  file.exec('ALTER TABLE enroll_code_away RENAME TO enroll_code')
  file.close()
  expect((await post(central, '/v1/enroll', asking('AAAAAAAA').asked)).body['refused']).toBe('code-wrong')
})

test('words of a patron are plain data, whatever they say', async () => {
  const central = await testCentral()
  const desk = await enrolledDesk(central)
  const text = `'); DROP TABLE upload; -- <script>alert(1)</script>`
  await desk.scan(CARDS.dana)
  await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text, until_on: null })
  await inStep(desk)
  expect(centralRows(central)['patron_note']?.some((row) => row.includes('DROP TABLE upload'))).toBe(true)
  expect((await central.log((log) => log.uploads(0, 10))).length).toBeGreaterThan(0)
})
