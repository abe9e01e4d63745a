/** What each part of the account page is made from: the desk, the open patron, this moment. Holds no part. */
import type { Account } from '../account.ts'
import type { Desk } from '../context.ts'
import type { Here } from '../here.ts'

export type AccountNow = Here & { readonly desk: Desk; readonly account: Account }
