/** What each part of the account page is made from: the desk, the open patron, this moment. Holds no part. */
import type { Account } from '../../../circulation/accounts/account.ts'
import type { Desk } from '../../desk.ts'
import type { Here } from '../../../library/here.ts'

export type AccountNow = Here & { readonly desk: Desk; readonly account: Account }
