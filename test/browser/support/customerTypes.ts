import { pino } from 'pino'
import { connect } from '../../../server/database/connect.ts'
import { APPLICATION } from '../../../server/database/roles.ts'
import { runningUrls } from '../../../server/database/running.ts'
import { changePhone } from '../../support/changePhone.ts'

/** What the shop's own site writes beside the running product when a customer changes the phone number there. */
export async function customerTypes(customerId: string, { phone }: { phone: string }): Promise<void> {
  const { runtime } = runningUrls(process.env.STEWARD_BROWSER_DATA ?? '')
  const db = connect(runtime, { max: 1, log: pino({ level: 'silent' }), role: APPLICATION })
  try {
    await changePhone(db, customerId, phone, new Date())
  } finally {
    await db.$client.end()
  }
}
