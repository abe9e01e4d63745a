/** The desk's side of sync: makes it for this desk, and lets the screen follow what came. */
import type { FeedPage } from '../../../shared/protocol/central.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { OwnCentral } from '../../journal/sync/own-central.ts'
import { Sync } from '../../sync/sync.ts'
import type { Desk } from '../desk.ts'
import { isExporting } from '../data-in/export-state.ts'
import { isTakingIn } from '../../journal/lay.ts'
import { isForPractice } from '../../library/sample.ts'
import { isBackingUp } from '../upkeep/backing-up.ts'

/** Tables that no screen keeps a copy of: of all others the library is read anew. */
const NOT_KEPT = /^(loan|item|hold|charge|title|title_isbn|patron.*|card|name_tail|item_lender)$/

export type SyncTold = { readonly log: (line: string) => void; readonly tell: () => void }

/** Practice and sample libraries are nobody's: they have no sync, and open no socket. */
function maySync({ library }: Pick<Desk, 'library'>): boolean {
  return !isForPractice(library) && !library.is_sample && library.signing !== null
}

export function beginSync(desk: Desk, central: OwnCentral, { log, tell }: SyncTold): Sync {
  const { library } = desk
  const sync = new Sync({
    journal: library.journal,
    read: library.db,
    central,
    signing: maySync(desk) ? library.signing : null,
    now: library.clock.machineNow,
    log,
    isBusy: () => isBackingUp(library) || isExporting(library) || isTakingIn(library.journal),
    onState: () => {
      desk.session = changed(desk.session)
      tell()
    },
    onRows: (page) => {
      follow(desk, page)
      tell()
    },
    jitter: () => (library.random.bytes(1)[0] ?? 0) / 255,
  })
  sync.start()
  return sync
}

function follow(desk: Desk, page: FeedPage): void {
  if ([...page.rows, ...page.gone].some(({ table }) => !NOT_KEPT.test(table))) desk.library.reload()
  else if ([...page.rows, ...page.gone].some(({ table }) => table === 'patron')) desk.library.countPatrons()
  if (!page.is_own) desk.session = changed(desk.session)
}
