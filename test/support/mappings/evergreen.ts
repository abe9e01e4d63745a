/**
 * From Evergreen's concerto data to a folder in our format. The dump prints every moment with the offset of Eastern
 * time, but its due dates were made to end the day in Pacific time, so the library's zone is Pacific and a loan by the
 * day is due on its Pacific date. Nothing that our format allows is repaired here: hours that close before they open go
 * in as they are.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../../shared/kernel/assert.ts'
import { asCode, byKey, readRows, writeRows, type Row } from './csv-files.ts'
import { localDay, writePolicy } from './evergreen-policy.ts'

const STATUS: Row = { '0': 'available', '1': 'available', '3': 'lost', '5': 'in-process', '9': 'on-order' }

/** Where the MARCXML that Evergreen exports has a title's number. */
export function writeEvergreenFolder(data: string, folder: string, titles: 'csv' | 'marcxml' = 'csv'): void {
  const from = (name: string): readonly Row[] => readRows(data, 'evergreen', `${name}.csv`)
  writePolicy(from, folder)
  writePeople(from, folder)
  if (titles === 'marcxml') copyFileSync(join(data, 'evergreen/bibs.marcxml'), join(folder, 'bibs.marcxml'))
  else writeTitles(from, folder)
  writeItems(from, folder)
  writeOpenWork(from, folder)
}

type From = (name: string) => readonly Row[]

function branchNames(from: From): ReadonlyMap<string, Row> {
  return byKey(from('org_units'), 'id')
}

function yes(flag: string | undefined): string {
  return flag === '1' ? 'yes' : 'no'
}

function writePeople(from: From, folder: string): void {
  const branches = branchNames(from)
  const people = from('patrons')
  const patrons = people.map((row) => ({
    patron_id: row['id'] ?? '',
    surname: [row['family_name'], row['suffix']].filter(Boolean).join(' '),
    given: [row['first_given_name'], row['second_given_name']].filter(Boolean).join(' '),
    preferred_given: row['pref_first_given_name'] ?? '',
    category_code: row['profile'] ?? '',
    branch_code: asCode(branches.get(row['home_ou'] ?? '')?.['shortname'] ?? ''),
    born_on: row['dob'] ?? '',
    expires_on: localDay(row['expire_date'] ?? ''),
    email: row['email'] ?? '',
    phone: row['day_phone'] ?? '',
    guardian: row['guardian'] ?? '',
    language: row['locale'] ?? '',
    is_barred: yes(row['barred']),
    is_active: yes(row['active'] === '1' && row['deleted'] === '0' ? '1' : '0'),
  }))
  writeRows(folder, 'patrons.csv', patrons)
  const cards = from('cards').map((row) => ({
    patron_id: row['usr'] ?? '',
    barcode: row['barcode'] ?? '',
    status: row['active'] === '1' ? 'current' : 'former',
  }))
  writeRows(folder, 'cards.csv', cards)
  const addresses = from('patron_addresses').map((row) => ({
    patron_id: row['usr'] ?? '',
    kind: (row['address_type'] ?? '').toLowerCase(),
    street: [row['street1'], row['street2']].filter(Boolean).join(', '),
    city: row['city'] ?? '',
    region: row['state'] ?? '',
    postal_code: row['post_code'] ?? '',
    is_in_city_limits: yes(row['within_city_limits']),
  }))
  writeRows(folder, 'addresses.csv', addresses)
  const blocks = from('standing_penalties').map((row) => ({
    patron_id: row['usr'] ?? '',
    kind: row['standing_penalty'] === '1' ? 'exceeds fines' : `penalty ${row['standing_penalty'] ?? ''}`,
    from_on: localDay(row['set_date'] ?? ''),
    until_on: localDay(row['stop_date'] ?? ''),
    note: row['usr_message'] ?? '',
  }))
  writeRows(folder, 'blocks.csv', blocks)
}

function writeTitles(from: From, folder: string): void {
  const titles = from('bibs').map((row) => ({
    title_id: row['id'] ?? '',
    title: row['title'] ?? '',
    author: row['author'] ?? '',
    isbn: row['isbn'] ?? '',
    publisher: row['publisher'] ?? '',
    year: row['pubdate'] ?? '',
    format: row['leader06_07'] === 'am' ? 'book' : (row['leader06_07'] ?? ''),
    language: row['language'] ?? '',
  }))
  writeRows(folder, 'titles.csv', titles)
}

function writeItems(from: From, folder: string): void {
  const branches = branchNames(from)
  const calls = byKey(from('call_numbers'), 'id')
  const prefixes = byKey(from('call_number_prefixes'), 'id')
  const suffixes = byKey(from('call_number_suffixes'), 'id')
  const locations = byKey(from('copy_locations'), 'id')
  const items = from('copies').map((row) => {
    const call = must(calls.get(row['call_number'] ?? ''), 'a copy has a call number')
    const label = [
      prefixes.get(call['prefix'] ?? '')?.['label'],
      call['label'],
      suffixes.get(call['suffix'] ?? '')?.['label'],
    ]
    return {
      barcode: row['barcode'] ?? '',
      title_id: call['record'] ?? '',
      item_type_code: row['circ_modifier'] === '' ? 'unspecified' : asCode(row['circ_modifier'] ?? ''),
      home_branch_code: asCode(branches.get(call['owning_lib'] ?? '')?.['shortname'] ?? ''),
      at_branch_code: asCode(branches.get(row['circ_lib'] ?? '')?.['shortname'] ?? ''),
      call_number: label.filter(Boolean).join(' '),
      location: locations.get(row['location'] ?? '')?.['name'] ?? '',
      status: row['deleted'] === '1' ? 'withdrawn' : (STATUS[row['status'] ?? ''] ?? ''),
      price: row['price'] ?? '',
      note: row['alert_message'] ?? '',
    }
  })
  writeRows(folder, 'items.csv', items)
}

/** Converts "2020-10-22 02:59:59.5-04" to ours: a T, no fraction, minutes in the offset. Anything else stays. */
function moment(printed: string): string {
  const match = /^(\S+) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)$/.exec(printed)
  if (!match) return printed
  return `${match[1] ?? ''}T${match[2] ?? ''}${(match[3] ?? '').slice(0, 4)}${match[4] ?? ''}:00`
}

function writeOpenWork(from: From, folder: string): void {
  const branches = branchNames(from)
  const items = byKey(from('copies'), 'id')
  const calls = byKey(from('call_numbers'), 'id')
  const barcodeOf = (copy: string): string => items.get(copy)?.['barcode'] ?? ''
  const loans = from('circulations').map((row) => ({
    item_barcode: barcodeOf(row['target_copy'] ?? ''),
    patron_id: row['usr'] ?? '',
    branch_code: asCode(branches.get(row['circ_lib'] ?? '')?.['shortname'] ?? ''),
    out_at: moment(row['xact_start'] ?? ''),
    due_at: /day/.test(row['duration'] ?? '') ? localDay(row['due_date'] ?? '') : moment(row['due_date'] ?? ''),
    renewals_count: '0',
  }))
  writeRows(folder, 'loans.csv', loans)
  const holds = from('holds').map((row) => {
    const isCopy = row['hold_type'] === 'C'
    const call = isCopy ? calls.get(items.get(row['target'] ?? '')?.['call_number'] ?? '') : undefined
    return {
      hold_id: row['id'] ?? '',
      patron_id: row['usr'] ?? '',
      // A metarecord (M) covers several titles and has no equivalent here: its row will be in the report.
      title_id:
        row['hold_type'] === 'M' ? `metarecord ${row['target'] ?? ''}` : (call?.['record'] ?? row['target'] ?? ''),
      item_barcode: isCopy ? barcodeOf(row['target'] ?? '') : '',
      pickup_branch_code: asCode(branches.get(row['pickup_lib'] ?? '')?.['shortname'] ?? ''),
      placed_at: moment(row['request_time'] ?? ''),
      expires_on: localDay(row['expire_time'] ?? ''),
      status: row['frozen'] === '1' ? 'suspended' : 'waiting',
    }
  })
  writeRows(folder, 'holds.csv', holds)
  writeCharges(from, folder)
}

/** What was billed in the sample of billing lines, by loan. */
function writeCharges(from: From, folder: string): void {
  const loans = byKey(from('circulations'), 'id')
  const items = byKey(from('copies'), 'id')
  const charges = from('billing_lines_sample').map((row, index) => {
    const loan = loans.get(row['circulation'] ?? '')
    const isVoided = row['voided'] === 'true'
    return {
      charge_id: `line ${index + 1}`,
      patron_id: loan?.['usr'] ?? '',
      item_barcode: items.get(loan?.['target_copy'] ?? '')?.['barcode'] ?? '',
      kind: row['billing_type'] ?? '',
      charged_at: moment(row['create_date'] ?? ''),
      amount: row['amount'] ?? '',
      owed: isVoided ? '0.00' : (row['amount'] ?? ''),
      note: row['note'] ?? '',
    }
  })
  writeRows(folder, 'charges.csv', charges)
}
