/** English for what comes of a scan or an act: the band, the row, the keys of its answer. By topic. */
import { ANSWER } from './outcomes/answer.ts'
import { CASH } from './outcomes/cash.ts'
import { CASH_CLOSE } from './outcomes/cash-close.ts'
import { DESK } from './outcomes/desk.ts'
import { DEVICES } from './outcomes/devices.ts'
import { DRAWER } from './outcomes/drawer.ts'
import { PLACES } from './outcomes/places.ts'
import { HOLD } from './outcomes/hold.ts'
import { IMPORT_REASONS } from './outcomes/import-reasons.ts'
import { ITEM } from './outcomes/item.ts'
import { LOAN } from './outcomes/loan.ts'
import { MARKS } from './outcomes/marks.ts'
import { MONEY } from './outcomes/money.ts'
import { PATRON } from './outcomes/patron.ts'
import { REASONS } from './outcomes/reasons.ts'
import { RECORDS } from './outcomes/records.ts'
import { RETURN } from './outcomes/return.ts'
import { STOCK } from './outcomes/stock.ts'
import { UNDO } from './outcomes/undo.ts'
import { VARIANCE } from './outcomes/variance.ts'
import { WISH } from './outcomes/wish.ts'

export const OUTCOMES = {
  answer: ANSWER,
  cash: CASH,
  cash_close: CASH_CLOSE,
  desk: DESK,
  devices: DEVICES,
  drawer: DRAWER,
  places: PLACES,
  hold: HOLD,
  import_reasons: IMPORT_REASONS,
  item: ITEM,
  loan: LOAN,
  marks: MARKS,
  money: MONEY,
  patron: PATRON,
  reasons: REASONS,
  records: RECORDS,
  return: RETURN,
  stock: STOCK,
  undo: UNDO,
  variance: VARIANCE,
  wish: WISH,
}
