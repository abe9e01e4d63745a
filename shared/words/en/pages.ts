/** English for the pages of the desk, by the folder that builds them (main/desk/pages). */
import { ACCOUNT } from './pages/account.ts'
import { HOLDS } from './pages/holds.ts'
import { ITEMS } from './pages/items.ts'
import { STAFF_PAGE } from './pages/staff.ts'

export const PAGES = {
  account: ACCOUNT,
  holds: HOLDS,
  items: ITEMS,
  staff: STAFF_PAGE,
}
