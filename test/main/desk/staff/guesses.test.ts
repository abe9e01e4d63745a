/** Guesses at PINs and badges are counted, told and forgiven by nobody else (security review S2-1, S3-3). */
import { expect, test } from 'vitest'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { BADGE, CARDS, PIN } from '../../support/small-library.ts'
import { benAtDesk, BEN, comes, recorded, signInAs, WEI } from '../../support/staff.ts'
import { ENGLISH } from '../../../support/said.ts'

const { guessed } = ENGLISH.words.outcomes.loan
const ROSA = { initials: 'RO', pin: PIN }
const HALF_A_MINUTE = 30_000

async function wrongPins(desk: TestDesk, count: number, initials = (index: number): string => `X${index}`) {
  const codes = new Set<unknown>()
  for (let index = 0; index < count; index += 1) {
    const letters = initials(index).replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '')
    const answer = await desk.call('staff.sign-in', { commandId: desk.id(), initials: letters, pin: '9999' })
    codes.add('code' in answer ? answer.code : answer.kind)
    desk.clock.pass(HALF_A_MINUTE)
  }
  return codes
}

const band = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.band

test('made-up initials keep nobody out for longer than half a minute, over a restart too', async () => {
  const first = await workingDesk()
  await first.ok('staff.sign-out', { commandId: first.id() })
  await wrongPins(first, 16)
  const desk = await first.reopen()
  await desk.call('staff.sign-in', { commandId: desk.id(), initials: 'ZZ', pin: '9999' })
  const rosa = { commandId: desk.id(), initials: ' R.O ', pin: PIN }
  expect(await desk.call('staff.sign-in', rosa)).toMatchObject({ code: 'sign-in-paused' })
  desk.clock.pass(HALF_A_MINUTE)
  await signInAs(desk, ROSA)
  const told = await band(desk)
  expect(told?.sentence).toContain(guessed.desk(17))
  expect([told?.outcome, told?.weight]).toEqual(['done', 'quiet'])
})

test('a signed-in clerk who tries badge numbers is slowed down, entered by name, and the manager is told', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  for (let tried = 0; tried < 20; tried += 1) {
    await desk.scan(`299990000010${tried + 10}`)
    desk.clock.pass(HALF_A_MINUTE)
  }
  await desk.scan(CARDS.dana)
  await desk.scan('29999000001991')
  expect((await desk.scan(WEI.badge_barcode)).staff?.initials).toBe('BC')
  desk.clock.pass(HALF_A_MINUTE)
  await signInAs(desk, WEI)
  expect((await band(desk))?.sentence ?? '').not.toContain(guessed.badges(21))
  await signInAs(desk, ROSA)
  expect((await band(desk))?.sentence).toContain(guessed.badges(21))
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await signInAs(desk, ROSA)
  expect((await band(desk))?.sentence ?? '').not.toContain(guessed.badges(21))
  const none = { approver: '', initials: '' }
  expect(await recorded(desk, 'act-refused')).toEqual([
    { staff: '', act: 'badge', refusals: ['sign-in-failed'], ...none, wrong_count: 21 },
    { staff: 'BC-1', act: 'badge', refusals: ['badge-paused'], ...none, wrong_count: 0 },
  ])
})

test('while badges are not read, a badge answers like any number of its length', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  for (let tried = 0; tried < 15; tried += 1) await desk.scan(`299990000010${tried + 10}`)
  const nobodys = (await desk.scan('29999000001991')).band
  expect(nobodys?.heading).toBe((await desk.scan(WEI.badge_barcode)).band?.heading)
})

test('a page that takes what is scanned hides no guess', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await desk.ok('desk.go', { page: { place: 'cart', about: '' } })
  for (let tried = 0; tried < 15; tried += 1) await desk.scan(`299990000010${tried + 10}`)
  expect((await desk.scan(WEI.badge_barcode)).staff?.initials).toBe('BC')
  await signInAs(desk, ROSA)
  expect((await band(desk))?.sentence).toContain(guessed.badges(15))
})

test('a clerk’s own badge or PIN forgives no guess at another’s, and the other is told', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  for (let round = 0; round < 2; round += 1) {
    await wrongPins(desk, 2, () => 'WZ')
    await desk.scan(BEN.badge_barcode)
    await signInAs(desk, BEN)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
  }
  expect(await wrongPins(desk, 1, () => 'WZ')).toEqual(new Set(['sign-in-paused']))
  expect((await comes(desk, WEI)).band?.sentence).toContain(guessed.own(5))
  const { entries } = await desk.ok('work-log.list', { limit: 2 })
  expect(entries[0]?.notes).toContain(ENGLISH.words.log.wrong.pins(5))
})

test('a manager is told of guesses at nobody’s initials, though another was told of those at theirs', async () => {
  const desk = await workingDesk()
  const kim = { initials: 'KM', pin: '604928' }
  const added = { name: 'Kim Moss', initials: kim.initials, role: 'manager', badge_barcode: '', pin: kim.pin }
  await desk.ok('staff.add', { commandId: desk.id(), ...added })
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await wrongPins(desk, 3, () => kim.initials)
  await signInAs(desk, ROSA)
  expect((await band(desk))?.sentence).toContain(guessed.desk(3))
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await wrongPins(desk, 2)
  await signInAs(desk, kim)
  const sentence = (await band(desk))?.sentence
  expect(sentence).toContain(guessed.own(3))
  expect(sentence).toContain(guessed.desk(2))
})

test('books of other libraries and strangers’ cards are no guesses', async () => {
  const desk = await workingDesk()
  for (let tried = 10; tried < 40; tried += 1) await desk.scan(`312340009990${tried}`)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  for (let tried = 10; tried < 40; tried += 1) await desk.scan(`212340009990${tried}`)
  await signInAs(desk, { initials: BADGE, pin: PIN })
  expect(await recorded(desk, 'act-refused')).toEqual([])
})

test('making records of items tells no badge: numbers tried there are guesses like scans', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  const typed = { title_id: null, title: '', author: '', isbn: '', call_number: '', location: '' }
  const made = { ...typed, item_type_code: 'BOOK', price_cents: null, lender_name: '', lender_due_on: null }
  const tryNumber = async (item_barcode: string): Promise<unknown> => {
    const answer = await desk.call('item.make', { commandId: desk.id(), item_barcode, ...made })
    return 'code' in answer ? answer.code : answer.kind
  }
  expect(await tryNumber(WEI.badge_barcode)).toBe('card-of-somebody')
  for (let tried = 0; tried < 13; tried += 1) expect(await tryNumber(`299990000010${tried + 10}`)).toBe('title-missing')
  const alike = [await tryNumber('29999000001991'), await tryNumber(WEI.badge_barcode)]
  expect(alike).toEqual(['badge-paused', 'badge-paused'])
  expect(await tryNumber('31234000099991')).toBe('title-missing')
  await signInAs(desk, ROSA)
  expect((await band(desk))?.sentence).toContain(guessed.badges(15))
})
