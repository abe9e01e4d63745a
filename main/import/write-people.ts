/**
 * Writers of the files about patrons. Two people of the same name are two patrons: only the library's own number and
 * the card tell people apart.
 */
import { nameKey } from '../../shared/catalog/fold.ts'
import type { AddressRow, BlockRow, CardRow, NoteRow, PatronRow } from '../../shared/import/formats-people.ts'
import * as rows from '../store/import-people-rows.ts'
import { unknownPatron, type WriteContext, type Writer } from './write-context.ts'

export function writePatrons(context: WriteContext): Writer<PatronRow> {
  return (row, line) => {
    const { patron_id: external_id, is_barred, is_active, ...rest } = row
    const fault =
      context.unknownCategory(row.category_code) ??
      context.unknownBranch(row.branch_code) ??
      context.again('patron', external_id, 'patron_id', line)
    if (fault) return fault
    context.connection.run(rows.putPatron, {
      ...rest,
      external_id,
      surname_key: nameKey(row.surname),
      given_key: nameKey(row.given),
      is_barred: Number(is_barred),
      is_active: Number(is_active),
    })
    return null
  }
}

export function writeCards(context: WriteContext): Writer<CardRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return unknownPatron(row.patron_id)
    const again = context.again('card', row.barcode, 'barcode', line)
    if (again) return again
    context.countBarcode(row.barcode)
    context.connection.run(rows.putCard, { barcode: row.barcode, patron_id, status: row.status })
    return null
  }
}

export function writeAddresses(context: WriteContext): Writer<AddressRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return unknownPatron(row.patron_id)
    if (context.isFirst('addresses of', row.patron_id, line))
      context.connection.run(rows.dropAddressesOf, { patron_id })
    const within = row.is_in_city_limits === null ? null : Number(row.is_in_city_limits)
    context.connection.run(rows.addAddress, { ...row, patron_id, is_in_city_limits: within })
    return null
  }
}

export function writeNotes(context: WriteContext): Writer<NoteRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return unknownPatron(row.patron_id)
    if (context.isFirst('notes of', row.patron_id, line)) context.connection.run(rows.dropNotesOf, { patron_id })
    context.connection.run(rows.addNote, { ...row, patron_id })
    return null
  }
}

export function writeBlocks(context: WriteContext): Writer<BlockRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return unknownPatron(row.patron_id)
    if (context.isFirst('blocks of', row.patron_id, line)) context.connection.run(rows.dropBlocksOf, { patron_id })
    context.connection.run(rows.addBlock, { ...row, patron_id })
    return null
  }
}
