/** Spanish for the pages of the desk, by the folder that builds them (main/desk/pages). */
import type { PAGES as EN } from '../en/pages.ts'
import { ACCOUNT } from './pages/account.ts'
import { ASKS } from './pages/asks.ts'
import { CARD_LISTS_PAGE } from './pages/card-lists.ts'
import { CASH_DESK_PAGE } from './pages/cash-desk.ts'
import { DEVICES_PAGE } from './pages/devices/devices.ts'
import { DRAWER_DEVICES_PAGE } from './pages/devices/drawer-devices.ts'
import { DISPLAYS_PAGE } from './pages/devices/displays.ts'
import { PRINTERS_PAGE } from './pages/devices/printers.ts'
import { KEYBOARD_SCANNER } from './pages/devices/keyboard-scanner.ts'
import { DRAWER_PAGE } from './pages/drawer.ts'
import { HOLDS } from './pages/holds.ts'
import { ITEMS } from './pages/items.ts'
import { JOBS_PAGE } from './pages/devices/jobs.ts'
import { LABELS_PAGE } from './pages/devices/labels.ts'
import { NEWS } from './pages/news.ts'
import { OPENS } from './pages/opens.ts'
import { PATRONS_PAGE } from './pages/patrons.ts'
import { PAY_PAGE } from './pages/pay.ts'
import { POLICY_PAGE } from './pages/policy.ts'
import { PRACTICE } from './pages/practice.ts'
import { PRIVACY_PAGE } from './pages/privacy.ts'
import { PLACES_PAGE } from './pages/places.ts'
import { REPORTS_PAGE } from './pages/reports.ts'
import { SHELVES_PAGE } from './pages/shelves.ts'
import { STAFF_PAGE } from './pages/staff.ts'
import { STEPS_PAGE } from './pages/steps.ts'
import { THIS_DESK_PAGE } from './pages/this-desk.ts'

export const PAGES: typeof EN = {
  account: ACCOUNT,
  asks: ASKS,
  card_lists: CARD_LISTS_PAGE,
  cash_desk: CASH_DESK_PAGE,
  devices: DEVICES_PAGE,
  drawer_devices: DRAWER_DEVICES_PAGE,
  displays: DISPLAYS_PAGE,
  keyboard_scanner: KEYBOARD_SCANNER,
  printers: PRINTERS_PAGE,
  drawer: DRAWER_PAGE,
  holds: HOLDS,
  items: ITEMS,
  jobs: JOBS_PAGE,
  labels: LABELS_PAGE,
  news: NEWS,
  opens: OPENS,
  /** Typed again for what takes the highest grants. */
  own_pin: 'Su propio PIN',
  patrons: PATRONS_PAGE,
  pay: PAY_PAGE,
  places: PLACES_PAGE,
  policy: POLICY_PAGE,
  practice: PRACTICE,
  privacy: PRIVACY_PAGE,
  reports: REPORTS_PAGE,
  shelves: SHELVES_PAGE,
  staff: STAFF_PAGE,
  steps: STEPS_PAGE,
  this_desk: THIS_DESK_PAGE,
}
