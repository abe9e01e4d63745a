/** The form that a patron signs, on the real desk: shown from the open account, and printed as a page of a PDF. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

test('is found by its words, and is one sheet of the printer', async () => {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command('form to sign')
  await hands.atPage('receipt')
  expect(await eyes.faultsInEveryLook(desk.page, 'form-to-sign')).toEqual([])
  const cdp = await desk.page.context().newCDPSession(desk.page)
  const { data } = await cdp.send('Page.printToPDF', { preferCSSPageSize: true })
  const pdf = Buffer.from(data, 'base64').toString('latin1')
  const boxes = pdf.match(/\/MediaBox ?\[[^\]]*\]/g)?.map((box) => box.replaceAll(/[^\d. ]/g, '').trim())
  expect(boxes).toEqual(['0 0 612 792'])
  if (eyes.PICTURES) writeFileSync(path.join(eyes.PICTURES, 'form-to-sign.pdf'), data, 'base64')
})
