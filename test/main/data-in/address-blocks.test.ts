/** A block about the address ends by one rule for the loan desk, the list of mail that came back and the account. */
import { expect, test } from 'vitest'
import { blocksInForce } from '../../../main/store/patrons/patron-rows.ts'
import { WriteHandle } from '../../../main/store/sql.ts'
import { patronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { addressDueBy } from '../../../shared/patron/lists/card-lists.ts'
import { isMailBack } from '../../../shared/patron/lists/address-due.ts'
import { BASE, folderOf, takeIn } from './importing.ts'

const HEAD = 'patron_id,surname,given,category_code,branch_code,address_checked_on'

test.each(['2028-02-28', '2028-02-29', '2028-03-01'])('a block without a day, checked a year ago: %s', async (on) => {
  const people = `${HEAD}\np1,Lee,Ann,ADULT,MAIN,2027-02-28\n`
  const blocks = 'patron_id,kind,from_on,until_on,note\np1,Address returned,,,\n'
  const { db } = await takeIn(folderOf({ ...BASE, 'patrons.csv': people, 'blocks.csv': blocks }))
  const today = localDate(on)
  const facts = {
    blocks: [{ kind: 'Address returned', from_on: null, until_on: null }],
    checked_on: localDate('2027-02-28'),
  }
  const params = { patron_id: patronId(1), today, due_by_on: addressDueBy(today) }
  const inForce = new WriteHandle(db).all(blocksInForce, params)
  expect([inForce.length === 1, isMailBack(facts, today)]).toEqual([on === '2028-03-01', on === '2028-03-01'])
})
