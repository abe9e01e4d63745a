/**
 * How to begin, where there is nothing yet: up to three drawings, each with its number and one short sentence. For the
 * pages' empty tables and the idle desk alike.
 */
import {
  ArrowDownUp,
  Banknote,
  BookOpen,
  Bookmark,
  CalendarDays,
  CircleCheck,
  CircleUser,
  CornerDownLeft,
  Eye,
  FolderOpen,
  IdCard,
  Keyboard,
  LibraryBig,
  ListChecks,
  Receipt,
  ScanBarcode,
  Search,
  ShoppingCart,
  SquareChevronUp,
  Truck,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Step, StepIcon } from '../../../shared/desk/pictures.ts'
import { useSaid } from '../../desk/use-desk.ts'
import css from '../../styles/steps.module.css'

const DRAWINGS: Readonly<Record<StepIcon, LucideIcon>> = {
  card: IdCard,
  item: BookOpen,
  items: ScanBarcode,
  shelf: LibraryBig,
  cart: ShoppingCart,
  hold: Bookmark,
  truck: Truck,
  patron: CircleUser,
  type: Keyboard,
  search: Search,
  choose: ArrowDownUp,
  enter: CornerDownLeft,
  key: SquareChevronUp,
  list: ListChecks,
  slip: Receipt,
  calendar: CalendarDays,
  money: Banknote,
  done: CircleCheck,
  folder: FolderOpen,
  look: Eye,
}

export function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const said = useSaid()
  return (
    <ol className={css['steps']} data-part="steps">
      {steps.map(({ icon, text }, at) => {
        const Drawing = DRAWINGS[icon]
        return (
          <li key={text}>
            <span className={css['drawing']} aria-hidden="true">
              <Drawing strokeWidth={1.25} />
              <span className={css['number']}>{at + 1}</span>
            </span>
            <span>{said(text)}</span>
          </li>
        )
      })}
    </ol>
  )
}
